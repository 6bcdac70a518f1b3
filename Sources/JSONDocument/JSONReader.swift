internal import CSimdJSON
public import FieldTree

/// Reads JSON text into values: strict RFC 8259 and UTF-8, no duplicate keys, bounded size and depth.
///
/// The parsing is simdjson's; this walks its tape. A reader keeps its buffers between documents, so one reader serves
/// one task at a time.
public final class JSONReader {
    /// The largest document that is read, in bytes, unless a reader is made with another limit.
    public static let defaultByteLimit = 16 << 20
    /// The deepest nesting that is read.
    public static let defaultDepthLimit = 256

    private let parser: Parser

    /// - Parameters:
    ///   - byteLimit: documents with more bytes are refused.
    ///   - depthLimit: documents nested deeper are refused.
    public init(
        byteLimit: Int = defaultByteLimit, depthLimit: Int = defaultDepthLimit
    ) throws(JSONError) {
        parser = try Parser(byteLimit: byteLimit, depthLimit: depthLimit)
    }

    /// Reads one document that fills `text`.
    public func read(_ text: String) throws(JSONError) -> FieldValue {
        try read(Array(text.utf8))
    }

    /// Reads one document that fills `bytes`.
    public func read(_ bytes: [UInt8]) throws(JSONError) -> FieldValue {
        let result: Result<FieldValue, JSONError> = unsafe bytes.withUnsafeBufferPointer { buffer in
            do throws(JSONError) {
                return .success(try unsafe read(buffer))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Reads one document that fills `buffer`.
    public func read(_ buffer: UnsafeBufferPointer<UInt8>) throws(JSONError) -> FieldValue {
        guard let start = buffer.baseAddress else {
            throw JSONError(code: .malformed, description: "empty text is not JSON")
        }
        var document = unsafe sallyport_json_document()
        let status = unsafe sallyport_json_parse(parser.handle, start, buffer.count, &document)
        guard status == 0 else { throw Self.error(status, count: buffer.count) }
        var walk = unsafe TapeWalk(tape: document.tape, strings: document.strings)
        return try unsafe walk.value()
    }

    private static func error(_ status: Int32, count: Int) -> JSONError {
        let text = unsafe String(cString: sallyport_json_error(status))
        switch status {
        case 1: return JSONError(code: .tooLarge, description: "\(count) bytes of JSON are over the limit")
        case 2: return JSONError(code: .outOfMemory, description: text)
        default: return JSONError(code: .malformed, description: text)
        }
    }
}

/// simdjson's parser and the buffers it reuses.
@safe private final class Parser {
    let handle: OpaquePointer

    init(byteLimit: Int, depthLimit: Int) throws(JSONError) {
        guard let handle = unsafe sallyport_json_parser_new(byteLimit, depthLimit) else {
            throw JSONError(code: .outOfMemory, description: "no memory for a JSON parser")
        }
        unsafe self.handle = handle
    }

    deinit {
        unsafe sallyport_json_parser_free(handle)
    }
}
