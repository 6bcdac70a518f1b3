/// What one manifest says, whatever its path: the objects in it, and what could not be taken.
public struct ManifestContent: Sendable {
    /// Something that could not be taken, and where.
    public struct Problem: Sendable, Hashable {
        /// The line, from 1.
        public let line: UInt32
        /// What is wrong, for a person. Never holds a value of the file.
        public let message: String

        public init(line: UInt32, message: String) {
            self.line = line
            self.message = message
        }
    }

    /// In the order of the file, Lists unpacked.
    public let objects: [ManifestObject]
    /// In the order of the file. A file that does not parse has one, and no objects.
    public let problems: [Problem]

    public init(objects: [ManifestObject], problems: [Problem]) {
        self.objects = objects
        self.problems = problems
    }

    /// A file of which nothing is taken.
    public static func unreadable(_ message: String, line: UInt32 = 1) -> ManifestContent {
        ManifestContent(objects: [], problems: [Problem(line: line, message: message)])
    }
}
