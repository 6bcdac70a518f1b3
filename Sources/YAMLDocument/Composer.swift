internal import CLibYAML
internal import ExactValues
internal import FieldTree

/// Builds nodes from events and expands aliases within the limits.
struct Composer: ~Copyable {
    /// A node with what expanding it again costs.
    private struct Anchored {
        let node: YAMLNode
        let cost: Cost
    }

    fileprivate struct Cost {
        var nodes = 0
        var scalarBytes = 0
        /// Levels of maps and lists.
        var height = 0
    }

    private struct Event {
        enum Kind {
            case scalar(PlainScalar.Resolved, text: String?)
            case list, map
            case alias(String)
            case end, documentStart, documentEnd, streamStart, streamEnd
        }
        let kind: Kind
        let mark: YAMLMark
        let anchor: String?
        /// Whether this is the plain scalar `<<`.
        var isMerge = false
    }

    private var events: EventStream
    private let limits: YAMLLimits
    /// What stands under each anchor; nil while the anchored node is not complete.
    private var anchors: [String: Anchored?] = [:]
    fileprivate var total = Cost()

    init(_ text: [UInt8], limits: YAMLLimits) throws(YAMLError) {
        events = try EventStream(text)
        self.limits = limits
    }

    mutating func documents() throws(YAMLError) -> [YAMLDocument] {
        var documents: [YAMLDocument] = []
        while true {
            let event = try next()
            switch event.kind {
            case .streamEnd: return documents
            case .documentStart:
                anchors = [:]
                let root = try node(try next(), depth: 0).node
                if case .scalar(.null) = root.content { continue }
                documents.append(YAMLDocument(root: root))
            default: continue
            }
        }
    }

    // MARK: Events

    private mutating func next() throws(YAMLError) -> Event {
        try unsafe events.next { (event) throws(YAMLError) -> Event in
            let mark = unsafe YAMLMark(event.start_mark)
            switch unsafe event.type {
            case YAML_SCALAR_EVENT: return try unsafe Self.scalar(event, mark)
            case YAML_SEQUENCE_START_EVENT:
                let start = unsafe event.data.sequence_start
                try unsafe Self.checkTag(start.tag, is: "tag:yaml.org,2002:seq", mark)
                return Event(kind: .list, mark: mark, anchor: unsafe Self.text(start.anchor))
            case YAML_MAPPING_START_EVENT:
                let start = unsafe event.data.mapping_start
                try unsafe Self.checkTag(start.tag, is: "tag:yaml.org,2002:map", mark)
                return Event(kind: .map, mark: mark, anchor: unsafe Self.text(start.anchor))
            case YAML_ALIAS_EVENT:
                let name = unsafe Self.text(event.data.alias.anchor) ?? ""
                return Event(kind: .alias(name), mark: mark, anchor: nil)
            case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, mark: mark, anchor: nil)
            case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, mark: mark, anchor: nil)
            case YAML_STREAM_START_EVENT: return Event(kind: .streamStart, mark: mark, anchor: nil)
            case YAML_STREAM_END_EVENT: return Event(kind: .streamEnd, mark: mark, anchor: nil)
            default: return Event(kind: .end, mark: mark, anchor: nil)
            }
        }
    }

    private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        unsafe bytes.map { unsafe String(cString: $0) }
    }

    private static func checkTag(
        _ tag: UnsafeMutablePointer<yaml_char_t>?, is expected: String, _ mark: YAMLMark
    ) throws(YAMLError) {
        guard let tag = unsafe text(tag), !ExactText.equal(tag, expected) else { return }
        throw YAMLError(code: .unsupported, mark: mark, message: "tag \(JSONText.quoted(tag)) is not supported here")
    }

    private static func scalar(_ event: borrowing yaml_event_t, _ mark: YAMLMark) throws(YAMLError) -> Event {
        let scalar = unsafe event.data.scalar
        let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let anchor = unsafe text(scalar.anchor)
        let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
        guard let tag = unsafe text(scalar.tag) else {
            guard isPlain else {
                let string = unsafe String(decoding: bytes, as: UTF8.self)
                return Event(kind: .scalar(.value(.string(string)), text: string), mark: mark, anchor: anchor)
            }
            let isMerge = unsafe bytes.count == 2 && bytes[0] == UInt8(ascii: "<") && bytes[1] == UInt8(ascii: "<")
            let resolved = unsafe PlainScalar.resolve(bytes)
            return Event(kind: .scalar(resolved, text: nil), mark: mark, anchor: anchor, isMerge: isMerge)
        }
        let string = unsafe String(decoding: bytes, as: UTF8.self)
        let resolved = try tagged(tag, string, unsafe PlainScalar.resolve(bytes), mark)
        return Event(kind: .scalar(resolved, text: string), mark: mark, anchor: anchor)
    }

    /// A scalar with an explicit tag: one of the core's, and the text must be of that kind. The text may be a secret and
    /// is in no message.
    private static func tagged(
        _ tag: String, _ text: String, _ resolved: PlainScalar.Resolved, _ mark: YAMLMark
    ) throws(YAMLError) -> PlainScalar.Resolved {
        switch (tag, resolved) {
        case ("tag:yaml.org,2002:str", _): return .value(.string(text))
        case ("tag:yaml.org,2002:int", .value(.integer)), ("tag:yaml.org,2002:int", .unsigned),
            ("tag:yaml.org,2002:float", .value(.integer)), ("tag:yaml.org,2002:float", .value(.number)),
            ("tag:yaml.org,2002:float", .notANumber), ("tag:yaml.org,2002:bool", .value(.bool)),
            ("tag:yaml.org,2002:null", .value(.null)):
            return resolved
        default:
            throw YAMLError(
                code: .unsupported, mark: mark,
                message: "tag \(JSONText.quoted(tag)) is not supported here")
        }
    }

    // MARK: Nodes

    private mutating func spend(_ cost: Cost, depth: Int, at mark: YAMLMark) throws(YAMLError) {
        total.nodes += cost.nodes
        total.scalarBytes += cost.scalarBytes
        guard total.nodes <= limits.nodes, total.scalarBytes <= limits.scalarBytes else {
            throw YAMLError(
                code: .overLimit, mark: mark,
                message: "aliases expanded, this is over \(limits.nodes) values or \(limits.scalarBytes) bytes")
        }
        guard depth + cost.height <= limits.depth else {
            throw YAMLError(
                code: .overLimit, mark: mark, message: "nested deeper than \(limits.depth) levels")
        }
    }

    private mutating func node(_ event: Event, depth: Int) throws(YAMLError) -> Anchored {
        if case .alias(let name) = event.kind { return try expand(name, depth: depth, at: event.mark) }
        if let anchor = event.anchor { anchors.updateValue(nil, forKey: anchor) }
        let made: Anchored
        switch event.kind {
        case .scalar(let resolved, _):
            let value = try Self.value(resolved, at: event.mark)
            let cost = Cost(nodes: 1, scalarBytes: value.string?.utf8.count ?? 8, height: 0)
            try spend(cost, depth: depth, at: event.mark)
            made = Anchored(node: YAMLNode(mark: event.mark, content: .scalar(value)), cost: cost)
        case .list: made = try list(event, depth: depth)
        case .map: made = try map(event, depth: depth)
        default:
            throw YAMLError(code: .malformed, mark: event.mark, message: "a value is missing here")
        }
        if let anchor = event.anchor { anchors.updateValue(made, forKey: anchor) }
        return made
    }

    private static func value(_ resolved: PlainScalar.Resolved, at mark: YAMLMark) throws(YAMLError) -> FieldValue {
        switch resolved {
        case .value(let value): return value
        case .unsigned(let integer): return .number(Double(integer))
        case .notANumber:
            throw YAMLError(
                code: .numberOutOfRange, mark: mark, message: "infinity and not-a-number have no form in JSON")
        }
    }

    private mutating func expand(_ name: String, depth: Int, at mark: YAMLMark) throws(YAMLError) -> Anchored {
        guard let entry = anchors[name] else {
            throw YAMLError(code: .malformed, mark: mark, message: "no anchor \(JSONText.quoted(name)) before this")
        }
        guard let anchored = entry else {
            throw YAMLError(
                code: .malformed, mark: mark, message: "anchor \(JSONText.quoted(name)) contains itself")
        }
        try spend(anchored.cost, depth: depth, at: mark)
        return anchored
    }

    private mutating func list(_ start: Event, depth: Int) throws(YAMLError) -> Anchored {
        var cost = Cost(nodes: 1, scalarBytes: 0, height: 1)
        try spend(cost, depth: depth, at: start.mark)
        var elements: [YAMLNode] = []
        while true {
            let event = try next()
            if case .end = event.kind { break }
            let element = try node(event, depth: depth + 1)
            cost.add(element.cost)
            elements.append(element.node)
        }
        return Anchored(node: YAMLNode(mark: start.mark, content: .list(elements)), cost: cost)
    }

    private mutating func map(_ start: Event, depth: Int) throws(YAMLError) -> Anchored {
        var cost = Cost(nodes: 1, scalarBytes: 0, height: 1)
        try spend(cost, depth: depth, at: start.mark)
        var members = MapMembers()
        while true {
            let event = try next()
            if case .end = event.kind { break }
            if event.isMerge {
                let merged = try node(try next(), depth: depth + 1)
                cost.add(merged.cost)
                try members.merge(merged.node, at: event.mark)
                continue
            }
            let key = try key(event)
            let value = try node(try next(), depth: depth + 1)
            cost.add(value.cost)
            cost.scalarBytes += key.utf8.count
            members.append(.init(key: key, keyMark: event.mark, value: value.node))
        }
        let sorted = try members.sorted()
        return Anchored(node: YAMLNode(mark: start.mark, content: .map(sorted)), cost: cost)
    }

    /// The key as sigs.k8s.io/yaml writes it in JSON.
    private mutating func key(_ event: Event) throws(YAMLError) -> String {
        if let anchor = event.anchor { anchors.removeValue(forKey: anchor) }
        guard case .scalar(let resolved, _) = event.kind else {
            throw YAMLError(code: .unsupported, mark: event.mark, message: "a key must be a string")
        }
        let text: String
        switch resolved {
        case .value(.string(let string)): text = string
        case .value(.integer(let integer)): text = String(integer)
        case .unsigned(let integer): text = String(integer)
        case .value(.bool(let bool)): text = bool ? "true" : "false"
        default:
            throw YAMLError(
                code: .unsupported, mark: event.mark, message: "a key that is null or a fraction: put it in quotes")
        }
        try spend(Cost(nodes: 0, scalarBytes: text.utf8.count, height: 0), depth: 0, at: event.mark)
        return text
    }
}

extension Composer.Cost {
    fileprivate mutating func add(_ child: Self) {
        nodes += child.nodes
        scalarBytes += child.scalarBytes
        height = max(height, child.height + 1)
    }
}
