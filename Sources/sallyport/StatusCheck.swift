import FieldTree

/// One thing that the doctor looked at.
struct StatusCheck {
    enum Outcome: String {
        case good, warning, bad
    }

    /// What was looked at: `hooks`, `probe`, `root`, `receipt-key`, `receipts`, `refs`, `journal`, `policy`.
    let name: String
    let outcome: Outcome
    /// What was found, and what to do about it where something is wrong.
    let message: String

    static func good(_ name: String, _ message: String) -> StatusCheck {
        StatusCheck(name: name, outcome: .good, message: message)
    }

    static func warning(_ name: String, _ message: String) -> StatusCheck {
        StatusCheck(name: name, outcome: .warning, message: message)
    }

    static func bad(_ name: String, _ message: String) -> StatusCheck {
        StatusCheck(name: name, outcome: .bad, message: message)
    }

    var json: FieldValue {
        ["check": .string(name), "message": .string(message), "outcome": .string(outcome.rawValue)]
    }
}
