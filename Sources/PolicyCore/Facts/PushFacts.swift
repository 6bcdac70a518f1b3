public import ExactValues

/// All that a decision on a push rests on.
public struct PushFacts: Sendable, Hashable {
    /// Who pushes, as far as the server that install named tells.
    public enum Pusher: Sendable, Hashable {
        /// No server is believed: only signatures say who acts.
        case notTold
        case login(Name)
        /// A server is to tell, and did not.
        case missing
    }

    /// When the push was received.
    public let time: Timestamp
    public let pusher: Pusher
    /// The value of GIT_NAMESPACE, which gives every ref another name; nil when it is not set.
    public let namespace: String?
    public let updates: [UpdateFacts]

    public init(time: Timestamp, pusher: Pusher = .notTold, namespace: String? = nil, updates: [UpdateFacts]) {
        self.time = time
        self.pusher = pusher
        self.namespace = namespace
        self.updates = updates
    }

    /// The same push with facts about its updates.
    public func with(_ updates: [UpdateFacts]) -> PushFacts {
        PushFacts(time: time, pusher: pusher, namespace: namespace, updates: updates)
    }
}
