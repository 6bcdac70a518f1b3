import Files
import TestSupport
import Testing

@Suite("Files")
struct FilesTests {
    let sandbox = Sandbox()
    private var file: String { "\(sandbox.path)/file" }

    @Test("What is written is read, whole, from the middle and piece by piece")
    func roundTrip() throws {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try DurableFile.create(file, bytes)
        #expect(try InputFile.read(file) == bytes)
        let open = try InputFile(file)
        #expect(try open.bytes(at: 199_990, count: 100) == Array(bytes[199_990...]))
        #expect(try open.bytes(at: 200_000, count: 1).isEmpty)
        #expect(try open.next(atMost: 3) == Array(bytes[..<3]))
        #expect(try open.rest(limit: 1 << 20) == Array(bytes[3...]))
        #expect(try open.status().size == bytes.count)
        try DurableFile.append(file, [1, 2])
        #expect(try InputFile.read(file).suffix(2) == [1, 2])
        #expect(try Folder.names(in: sandbox.path) == ["file"])
    }

    @Test("A file over its limit is refused, one of exactly the limit is not")
    func bound() throws {
        try DurableFile.create(file, [UInt8](repeating: 0, count: 100))
        #expect(try InputFile.read(file, limit: 100).count == 100)
        let error = #expect(throws: FileError.self) { try InputFile.read(file, limit: 99) }
        #expect(error?.code == .tooLarge)
    }

    @Test("An endless file ends at its limit", .timeLimit(.minutes(1)))
    func endless() {
        #expect(throws: FileError.self) { try InputFile.read("/dev/zero") }
    }

    @Test("A missing file says so, and removing it is fine")
    func missing() throws {
        let error = #expect(throws: FileError.self) { try InputFile.read(file) }
        #expect(error?.code == .missing)
        try DurableFile.remove(file)
        #expect(try Folder.names(in: "\(sandbox.path)/none").isEmpty)
        #expect(try FileStatus.of(file) == nil)
    }

    @Test("A symbolic link is not written through")
    func link() throws {
        try sandbox.write("a", to: "target")
        try sandbox.run(["ln", "-s", "target", "file.new"])
        #expect(throws: FileError.self) { try DurableFile.create(file, [1]) }
        #expect(try sandbox.run(["cat", "target"]) == "a")
    }

    @Test("A folder with more files than the limit is refused")
    func manyNames() throws {
        try sandbox.run(["touch", "a", "b", "c"])
        #expect(throws: FileError.self) { try Folder.names(in: sandbox.path, limit: 2) }
        #expect(Folder.containing("/a") == "/" && Folder.containing("a") == "." && Folder.containing("a/b") == "a")
    }
}
