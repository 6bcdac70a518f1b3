#if canImport(Glibc)
import Glibc
#endif

/// Where the programs and files are that the end-to-end tests drive.
enum Checkout {
    /// The folder of the package, without a slash at its end.
    static let root = String(#filePath.dropLast("/Tests/EndToEnd/Checkout.swift".count))

    /// A file of the package.
    static func file(_ path: String) -> String { "\(root)/\(path)" }

    /// A program of this package.
    static func program(_ name: String) -> String { "\(programs)/\(name)" }

    /// The folder of the programs: the one that `SALLYPORT_BIN` names, as `make test` does with the release build,
    /// otherwise the one of the running tests.
    static var programs: String {
        variable("SALLYPORT_BIN") ?? testFolder
    }

    /// What the scripts need of the caller's environment to find an API server that is built already, or at hand.
    static let cache: [String] = {
        var variables: [String] = []
        if let server = variable("KUBE_APISERVER") { variables.append("KUBE_APISERVER=\(server)") }
        let home = variable("XDG_CACHE_HOME") ?? variable("HOME").map { "\($0)/.cache" }
        if let folder = variable("SALLYPORT_CACHE") ?? home.map({ "\($0)/sallyport" }) {
            variables.append("SALLYPORT_CACHE=\(folder)")
        }
        return variables
    }()

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// The folder of the running test program.
    private static let testFolder: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }()
}
