internal import GitNames

/// In which order updates of one ref follow from where its last receipt left it, so that each receipt follows from the
/// one before.
struct Succession {
    /// One update of the ref.
    struct Step {
        let old: ObjectID
        let new: ObjectID
        /// Whether Git said that it was committed. If not, it may have been, or not.
        let isCertain: Bool
    }

    private let current: ObjectID
    private let steps: [Step]
    private var value: ObjectID
    /// Which steps that are not taken yet start at an object, the certain ones apart.
    private var certain: [ObjectID: [Int]] = [:]
    private var possible: [ObjectID: [Int]] = [:]
    private var certainCount = 0
    private var order: [Int] = []

    private init(from start: ObjectID, to current: ObjectID, steps: [Step]) {
        self.current = current
        self.steps = steps
        value = start
        // Reversed, so that the first is taken from the end.
        for (index, step) in steps.enumerated().reversed() where step.old != step.new {
            if step.isCertain {
                certain[step.old, default: []].append(index)
                certainCount += 1
            } else {
                possible[step.old, default: []].append(index)
            }
        }
    }

    /// The steps that were taken, as indices of `steps`, in their order.
    ///
    /// Certain steps are taken as they follow. Others are taken where they lead to a certain one or to where the ref
    /// is; or else, the ref having gone on past the hooks, where the ref's history has them.
    /// - Parameters:
    ///   - start: what the last receipt says; zero for a ref without one.
    ///   - current: where the ref is.
    ///   - steps: earlier ones first; of equal ones the first is taken.
    ///   - isInHistory: whether the ref where it is now reaches an object.
    static func order<Failure: Error>(
        from start: ObjectID, to current: ObjectID, steps: [Step], isInHistory: (ObjectID) throws(Failure) -> Bool
    ) throws(Failure) -> [Int] {
        var succession = Succession(from: start, to: current, steps: steps)
        while true {
            if let next = succession.certain[succession.value]?.popLast() {
                succession.certainCount -= 1
                succession.take(next)
            } else if let path = succession.path() {
                for next in path { succession.take(next) }
            } else if let next = try succession.nextInHistory(isInHistory) {
                succession.take(next)
            } else {
                return succession.order
            }
        }
    }

    private mutating func take(_ index: Int) {
        order.append(index)
        value = steps[index].new
        if !steps[index].isCertain { possible[steps[index].old]?.removeAll { $0 == index } }
    }

    /// The shortest way over possible steps to a certain one, or to where the ref is; nil when there is none.
    private func path() -> [Int]? {
        func isGoal(_ id: ObjectID) -> Bool {
            certainCount > 0 ? certain[id]?.isEmpty == false : id == current
        }
        guard certainCount > 0 || value != current else { return nil }
        var reachedBy: [ObjectID: Int] = [:]
        var edge = [value]
        while !edge.isEmpty {
            var next: [ObjectID] = []
            for place in edge {
                for index in (possible[place] ?? []).reversed() {
                    let new = steps[index].new
                    guard new != value, reachedBy[new] == nil else { continue }
                    reachedBy[new] = index
                    if isGoal(new) { return way(to: new, reachedBy) }
                    next.append(new)
                }
            }
            edge = next
        }
        return nil
    }

    private func way(to goal: ObjectID, _ reachedBy: [ObjectID: Int]) -> [Int] {
        var way: [Int] = []
        var place = goal
        while place != value, let index = reachedBy[place] {
            way.append(index)
            place = steps[index].old
        }
        return way.reversed()
    }

    private func nextInHistory<Failure: Error>(
        _ isInHistory: (ObjectID) throws(Failure) -> Bool
    ) throws(Failure) -> Int? {
        guard value != current else { return nil }
        for index in (possible[value] ?? []).reversed() where try isInHistory(steps[index].new) { return index }
        return nil
    }
}
