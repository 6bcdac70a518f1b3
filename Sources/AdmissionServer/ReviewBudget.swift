internal import Synchronization

/// How much of a server's capacity is taken: reviews under way and the bytes of their bodies.
final class ReviewBudget: Sendable {
    private struct Taken {
        var reviews = 0
        var bytes = 0
    }

    private let limits: ServerLimits
    private let taken = Mutex(Taken())

    init(limits: ServerLimits) {
        self.limits = limits
    }

    /// Takes room for one review with a body of `bytes` bytes.
    /// - Returns: false when there is none; nothing is taken then.
    func take(bytes: Int) -> Bool {
        taken.withLock { taken in
            guard taken.reviews < limits.reviews, taken.bytes + bytes <= limits.heldBytes else { return false }
            taken.reviews += 1
            taken.bytes += bytes
            return true
        }
    }

    /// Gives back what `take` took.
    func giveBack(bytes: Int) {
        taken.withLock { taken in
            taken.reviews -= 1
            taken.bytes -= bytes
        }
    }
}
