#if canImport(Glibc)
import Glibc
#endif

/// Where the programs and files are that the end-to-end tests drive.
enum Checkout {
    /// The folder of the package, without a slash at its end.
    static let root = String(#filePath.dropLast("/Tests/EndToEnd/Checkout.swift".count))

    /// A file of the package.
    static func file(_ path: String) -> String { "\(root)/\(path)" }

    /// A program of this package: from the folder `SALLYPORT_BIN` where that is set, as `make test` does with the release
    /// build, otherwise from beside the running tests.
    static func program(_ name: String) -> String {
        if let folder = unsafe getenv("SALLYPORT_BIN") { return unsafe "\(String(cString: folder))/\(name)" }
        return "\(testFolder)/\(name)"
    }

    /// The folder of the running test program.
    private static let testFolder: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }()
}
