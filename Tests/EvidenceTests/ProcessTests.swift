import Testing

@testable import Evidence

@Suite("Which process moves refs")
struct ProcessTests {
    @Test("A process is read whatever its name is")
    func names() {
        func status(_ name: String) -> ProcessStatus? {
            ProcessStatus(line: Array("7 (\(name)) S 5 7 7 0 -1 4 1 0 0 0 0 0 0 0 20 0 1 0 4321 9 9\n".utf8))
        }
        for name in ["git", "git-receive-pac"] {
            #expect(status(name)?.isGit == true && status(name)?.parent == 5 && status(name)?.start == 4321)
        }
        for name in ["gitea", "gitaly-hooks", "sh) S 1 (git", "git x", "git)"] {
            #expect(status(name)?.isGit == false && status(name)?.start == 4321, "\(name)")
        }
        for line in ["", "7 (git", "7 git S 5", "7 (git) S 5 7"] {
            #expect(ProcessStatus(line: Array(line.utf8)) == nil)
        }
    }

    @Test("A transaction has one text, and nothing else is one")
    func text() {
        let transaction = TransactionID(boot: "0a1b2c3d", namespace: 4_026_531_836, process: 42, start: 4321)
        #expect(TransactionID(transaction.text) == transaction)
        for text in [
            "", "t-0a1b2c3d-1-42", "t-0a1b2c3d-1-42-4321-5", "u-0a1b2c3d-1-42-4321", "t-0a1b2c3d-01-42-4321",
            "t-0a1b2c3d-1--42-4321", "t-../..-1-42-4321",
        ] {
            #expect(TransactionID(text) == nil, "\(text)")
        }
    }

    @Test("A step of an update's outcome leads on and never back")
    func outcomes() {
        let all: [JournalOutcome] = [
            .judged, .prepared, .committed(at: 1), .aborted, .writing(sequence: 1), .receipted(sequence: 1), .setAside,
        ]
        for outcome in all {
            #expect(JournalOutcome(slot: outcome.slot) == outcome)
            #expect(!outcome.permits(.judged))
            if outcome.isFinal { #expect(all.allSatisfy { !outcome.permits($0) }) }
        }
        #expect(JournalOutcome(slot: [UInt8](repeating: 0, count: 32)) == .judged)
        #expect(
            !JournalOutcome.committed(at: 1).permits(.aborted) && !JournalOutcome.aborted.permits(.committed(at: 1)))
    }
}
