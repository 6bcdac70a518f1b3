internal import PushGate

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What Git hands to the hook.
enum StandardInput {
    /// All of standard input.
    /// - Parameter limit: more bytes are an error.
    static func read(limit: Int) throws(PushGateError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let room = buffer.count
            let count = unsafe Glibc.read(0, &buffer, room)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let reason = unsafe String(cString: strerror(errno))
                throw PushGateError(code: .input, description: "cannot read standard input: \(reason)")
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw PushGateError(code: .input, description: "standard input is over \(limit) bytes")
            }
        }
    }
}
