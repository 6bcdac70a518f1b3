internal import CLibYAML

/// libyaml's event parser over its own copy of a text.
@safe struct EventStream: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let text: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) throws(YAMLError) {
        unsafe text = .allocate(capacity: bytes.count)
        _ = unsafe text.initialize(fromContentsOf: bytes)
        unsafe parser = .allocate(capacity: 1)
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            unsafe parser.deallocate()
            unsafe text.deallocate()
            throw YAMLError(code: .outOfMemory, mark: .init(line: 1, column: 1), message: "no memory for a YAML parser")
        }
        // Kubernetes reads UTF-8 only; without this libyaml would take a byte order mark as leave to read UTF-16.
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe text.deallocate()
    }

    /// Hands the next event to `body` and frees it.
    mutating func next<Result>(
        _ body: (borrowing yaml_event_t) throws(YAMLError) -> Result
    ) throws(YAMLError) -> Result {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw error() }
        defer { unsafe yaml_event_delete(&event) }
        return try unsafe body(event)
    }

    private func error() -> YAMLError {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "not YAML"
        switch unsafe parser.pointee.error {
        case YAML_READER_ERROR:
            return YAMLError(code: .notUTF8, mark: mark(at: unsafe parser.pointee.problem_offset), message: problem)
        case YAML_MEMORY_ERROR:
            return YAMLError(
                code: .outOfMemory, mark: unsafe YAMLMark(parser.pointee.mark), message: "no memory for this YAML")
        default:
            return YAMLError(
                code: .malformed, mark: unsafe YAMLMark(parser.pointee.problem_mark), message: problem)
        }
    }

    /// The place of a byte; the reader only knows its offset.
    private func mark(at offset: Int) -> YAMLMark {
        var line: UInt32 = 1
        var column: UInt32 = 1
        for byte in unsafe Array(text.prefix(offset)) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xc0 != 0x80 {
                column += 1
            }
        }
        return YAMLMark(line: line, column: column)
    }
}

extension YAMLMark {
    init(_ mark: yaml_mark_t) {
        self.init(line: UInt32(truncatingIfNeeded: mark.line + 1), column: UInt32(truncatingIfNeeded: mark.column + 1))
    }
}
