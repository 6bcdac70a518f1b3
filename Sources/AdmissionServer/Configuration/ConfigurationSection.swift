internal import ExactValues
internal import FieldTree
internal import PolicyFile
internal import YAMLDocument

/// One map of a configuration file: hands out the values of known keys and refuses all others.
struct ConfigurationSection {
    let file: String
    let mark: YAMLMark
    /// The dotted name of this section, empty at the top.
    let name: String
    private let members: [YAMLNode.Member]

    /// - Parameters:
    ///   - node: must be a map.
    ///   - keys: all keys that this section knows; any other is an error that names the nearest of them.
    init(
        _ node: YAMLNode, file: String, name: String = "", keys: [String]
    ) throws(ConfigurationError) {
        guard let members = node.members else {
            throw ConfigurationError(
                code: name.isEmpty ? .malformed : .badValue, file: file, mark: node.mark,
                message: (name.isEmpty ? "the file" : name) + " must be a map")
        }
        self.file = file
        self.name = name
        mark = node.mark
        self.members = members
        // The first in the file, not the first by its bytes.
        let unknown = members.filter { member in !keys.contains { ExactText.equal($0, member.key) } }
        guard let first = unknown.min(by: { $0.keyMark.isBefore($1.keyMark) }) else { return }
        let hint = NearestWord.of(first.key, among: keys).map { "; did you mean \($0)?" } ?? ""
        throw ConfigurationError(
            code: .unknownKey, file: file, mark: first.keyMark,
            message: "unknown key \(JSONText.quoted(first.key))\(name.isEmpty ? "" : " in \(name)")\(hint)")
    }

    /// The node under `key`, nil when it is absent.
    func node(_ key: String) -> YAMLNode? {
        members.first { ExactText.equal($0.key, key) }?.value
    }

    /// The node under `key`, which must be there.
    func required(_ key: String) throws(ConfigurationError) -> YAMLNode {
        guard let node = node(key) else {
            throw ConfigurationError(code: .missingKey, file: file, mark: mark, message: "\(path(key)) is missing")
        }
        return node
    }

    /// The section under `key`, nil when it is absent.
    func section(_ key: String, keys: [String]) throws(ConfigurationError) -> ConfigurationSection? {
        guard let node = node(key) else { return nil }
        return try ConfigurationSection(node, file: file, name: path(key), keys: keys)
    }

    /// The section under `key`, which must be there.
    func requiredSection(_ key: String, keys: [String]) throws(ConfigurationError) -> ConfigurationSection {
        try ConfigurationSection(try required(key), file: file, name: path(key), keys: keys)
    }

    // MARK: Values

    func text(_ key: String) throws(ConfigurationError) -> String? {
        guard let node = node(key) else { return nil }
        return try text(node, key)
    }

    func requiredText(_ key: String) throws(ConfigurationError) -> String {
        try text(try required(key), key)
    }

    private func text(_ node: YAMLNode, _ key: String) throws(ConfigurationError) -> String {
        guard case .scalar(.string(let text)) = node.content, !text.isEmpty else {
            throw bad(node, "\(path(key)) must be text that is not empty")
        }
        return text
    }

    func flag(_ key: String) throws(ConfigurationError) -> Bool? {
        guard let node = node(key) else { return nil }
        guard case .scalar(.bool(let flag)) = node.content else {
            throw bad(node, "\(path(key)) must be true or false")
        }
        return flag
    }

    func integer(_ key: String, in bounds: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
        guard let node = node(key) else { return nil }
        guard case .scalar(.integer(let integer)) = node.content, let value = Int(exactly: integer),
            bounds.contains(value)
        else {
            throw bad(
                node, "\(path(key)) must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return value
    }

    /// A duration such as `30s`, `10m` or `4h`.
    func duration(_ key: String, in bounds: ClosedRange<Duration>) throws(ConfigurationError) -> Duration? {
        guard let node = node(key) else { return nil }
        guard case .scalar(.string(let text)) = node.content, let value = Self.duration(text), bounds.contains(value)
        else {
            throw bad(
                node,
                "\(path(key)) must be a duration from \(bounds.lowerBound.components.seconds)s"
                    + " to \(bounds.upperBound.components.seconds)s, such as 30s, 10m or 4h")
        }
        return value
    }

    private static func duration(_ text: String) -> Duration? {
        let units: [(String, Duration)] = [
            ("ms", .milliseconds(1)), ("s", .seconds(1)), ("m", .seconds(60)), ("h", .seconds(3600)),
            ("d", .seconds(86400)),
        ]
        for (suffix, unit) in units where text.hasSuffix(suffix) {
            let digits = text.utf8.dropLast(suffix.utf8.count)
            guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
                let count = Int(String(decoding: Array(digits), as: UTF8.self))
            else { continue }
            return unit * count
        }
        return nil
    }

    /// A size in bytes: a whole number, or one followed by `KiB`, `MiB` or `GiB`.
    func bytes(_ key: String, in bounds: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
        guard let node = node(key) else { return nil }
        var value: Int?
        if case .scalar(.integer(let integer)) = node.content { value = Int(exactly: integer) }
        if case .scalar(.string(let text)) = node.content { value = Self.bytes(text) }
        guard let value, bounds.contains(value) else {
            throw bad(
                node,
                "\(path(key)) must be a size from \(bounds.lowerBound) to \(bounds.upperBound) bytes, such as 16MiB")
        }
        return value
    }

    private static func bytes(_ text: String) -> Int? {
        for (suffix, shift) in [("KiB", 10), ("MiB", 20), ("GiB", 30)] where text.hasSuffix(suffix) {
            let digits = Array(text.utf8.dropLast(3))
            guard digits.count <= 9, let count = Int(String(decoding: digits, as: UTF8.self)), count >= 0 else {
                continue
            }
            return count << shift
        }
        return nil
    }

    // MARK: Errors

    func path(_ key: String) -> String {
        name.isEmpty ? key : "\(name).\(key)"
    }

    func bad(_ node: YAMLNode, _ message: String) -> ConfigurationError {
        ConfigurationError(code: .badValue, file: file, mark: node.mark, message: message)
    }
}

extension YAMLMark {
    fileprivate func isBefore(_ other: YAMLMark) -> Bool {
        (line, column) < (other.line, other.column)
    }
}
