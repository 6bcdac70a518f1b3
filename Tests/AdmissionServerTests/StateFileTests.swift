import AdmissionServer
import Foundation
import Testing

@Suite struct StateFileTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/sallyport-state-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private var path: String { folder + "/state" }
    private let entry = StateFile.Entry(
        state: AcceptedState(sequence: 42, receipt: "aa", commit: "bb"), verified: 1_700_000_000)

    @Test func `What is written is read again, over and over`() throws {
        let file = StateFile(path: path)
        #expect(try file.read() == nil)
        try file.write(entry)
        #expect(try file.read() == entry)
        let next = StateFile.Entry(state: AcceptedState(sequence: 43, receipt: "cc", commit: "dd"), verified: 2)
        try file.write(next)
        #expect(try StateFile(path: path).read() == next)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["state"])
    }

    @Test(arguments: [
        "", "{", "[]", "{}", #"{"sequence":-1,"receipt":"a","commit":"b","verified":1}"#,
        #"{"sequence":"1","receipt":"a","commit":"b","verified":1}"#, String(repeating: " ", count: 5000),
    ])
    func `A file that cannot be read is no fresh start`(text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: ServerError.self) { try StateFile(path: path).read() }
        #expect(error?.description.contains("leastReceipt") == true)
    }

    @Test func `A folder that is not there is an error`() {
        #expect(throws: ServerError.self) { try StateFile(path: folder + "/none/state").write(entry) }
    }
}
