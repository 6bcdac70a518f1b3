import DesiredState
import GitNames
import Testing

@Suite("States that may still be rolled out")
struct StateHistoryTests {
    private let start = ContinuousClock.now

    private func state(_ digit: String) throws -> DesiredState {
        DesiredState(manifests: [], commit: try #require(ObjectID(hex: String(repeating: digit, count: 40))))
    }

    @Test("An earlier state counts until its window has passed, counted from when it was followed")
    func window() throws {
        let (a, b, c) = (try state("a"), try state("b"), try state("c"))
        let history = StateHistory(a).followed(by: b, at: start, window: .seconds(60))
            .followed(by: c, at: start + .seconds(30), window: .seconds(60))
        #expect(history.current.commit == c.commit)
        #expect(history.earlier(at: start + .seconds(59)).map(\.commit) == [b.commit, a.commit])
        #expect(history.earlier(at: start + .seconds(60)).map(\.commit) == [b.commit])
        #expect(history.earlier(at: start + .seconds(90)).isEmpty)
        #expect(history.state(of: a.commit, at: start + .seconds(59)) != nil)
        #expect(history.state(of: a.commit, at: start + .seconds(60)) == nil)
        #expect(history.state(of: c.commit, at: start + .seconds(600)) != nil)
    }

    @Test("Without a window no earlier state counts")
    func none() throws {
        let history = StateHistory(try state("a")).followed(by: try state("b"), at: start, window: .zero)
        #expect(history.earlier(at: start).isEmpty)
    }

    @Test("The same commit again neither is its own predecessor nor takes others out")
    func again() throws {
        let (a, b) = (try state("a"), try state("b"))
        let history = StateHistory(a).followed(by: b, at: start, window: .seconds(60))
            .followed(by: b, at: start, window: .seconds(60))
        #expect(history.earlier(at: start).map(\.commit) == [a.commit])
        let back = history.followed(by: a, at: start, window: .seconds(60))
        #expect(back.earlier(at: start).map(\.commit) == [b.commit])
    }

    @Test("No more than a few earlier states are kept")
    func bound() throws {
        var history = StateHistory(try state("0"))
        for number in 1...100 {
            let hex = String(number, radix: 16)
            let commit = try #require(ObjectID(hex: String(repeating: "0", count: 40 - hex.count) + hex))
            history = history.followed(
                by: DesiredState(manifests: [], commit: commit), at: start, window: .seconds(3600))
        }
        #expect(history.earlier(at: start).count == StateHistory.earlierLimit)
    }
}
