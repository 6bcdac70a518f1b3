internal import FieldTree
internal import FoundationEssentials
public import Logging

#if canImport(Glibc)
internal import Glibc
#endif

/// Writes each log event as one line of JSON to a file descriptor.
public struct JSONLineLogHandler: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    private let label: String
    private let descriptor: Int32

    /// - Parameters:
    ///   - label: the logger's name.
    ///   - descriptor: where lines go; standard error unless told otherwise.
    public init(label: String, level: Logger.Level = .info, descriptor: Int32 = 2) {
        self.label = label
        logLevel = level
        self.descriptor = descriptor
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var map = FieldMap()
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all { map[key] = Self.value(value) }
        map["level"] = .string(event.level.rawValue)
        map["logger"] = .string(label)
        map["message"] = .string("\(event.message)")
        map["time"] = .string(Self.now())
        var line = Array(JSONText.compact(.map(map)).utf8)
        line.append(UInt8(ascii: "\n"))
        write(line)
    }

    /// One `write` a line, so that lines of several threads do not mix.
    private func write(_ line: [UInt8]) {
        unsafe line.withUnsafeBytes { bytes in
            var rest = unsafe bytes
            while let start = rest.baseAddress, rest.count > 0 {
                let count = unsafe Glibc.write(descriptor, start, rest.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
    }

    private static func value(_ value: Logger.MetadataValue) -> FieldValue {
        switch value {
        case .string(let string): .string(string)
        case .stringConvertible(let integer as Int): .integer(Int64(integer))
        case .stringConvertible(let bool as Bool): .bool(bool)
        case .stringConvertible(let other): .string(other.description)
        case .array(let array): .list(array.map(Self.value))
        case .dictionary(let dictionary):
            .map(FieldMap(unsorted: dictionary.map { .init(key: $0.key, value: Self.value($0.value)) }) ?? FieldMap())
        }
    }

    /// The time of day in UTC, RFC 3339 with milliseconds.
    private static func now() -> String {
        Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(Date())
    }
}
