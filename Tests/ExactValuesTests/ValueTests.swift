import ExactValues
import Testing

@Suite("Patterns, times and Base64")
struct ValueTests {
    @Test(
        "Patterns match by segments",
        arguments: [
            ("refs/heads/main", "refs/heads/main", true), ("refs/heads/*", "refs/heads/a", true),
            ("refs/heads/*", "refs/heads/a/b", false), ("refs/heads/**", "refs/heads/a/b", true),
            ("refs/heads/**", "refs/heads", false), ("refs/tags/v*", "refs/tags/v1.2", true),
            ("refs/tags/v*", "refs/tags/w1", false), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true),
            ("a/**/b", "a/x/c", false), ("**/x", "x", true), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbY", false),
            ("clusters/prod/**", "clusters/production/x", false), ("*", "", true),
        ])
    func patterns(pattern: String, text: String, fits: Bool) throws {
        #expect(try #require(GlobPattern(pattern)).matches(text) == fits)
    }

    @Test(
        "A rule for a folder also sees what stands in the folder's place",
        arguments: [
            ("dir/**", "dir", true, true), ("dir/**", "dir/x", true, true), ("dir/**", "di", false, false),
            ("a/b/**", "a", true, true), ("a/b/c.yaml", "a/b", true, true), ("a/b/c.yaml", "a/c", false, false),
            ("a/*/c", "a/x", true, true), ("a/*/c", "a/x/y", false, false), ("a/**/c", "a/x/y", false, true),
            ("a/**/c", "b/x", false, false), ("**/c", "x", false, true), ("x", "x/y", false, false),
        ])
    func folders(pattern: String, path: String, plainly: Bool, byLink: Bool) throws {
        let pattern = try #require(GlobPattern(pattern))
        #expect(pattern.covers(Array(path.utf8), leadsElsewhere: false) == plainly)
        #expect(pattern.covers(Array(path.utf8), leadsElsewhere: true) == byLink)
    }

    @Test("Patterns match names that are not UTF-8, byte by byte")
    func patternsOnBytes() throws {
        let name = Array("dir/".utf8) + [0xff]
        #expect(try #require(GlobPattern("dir/*")).matches(name))
        #expect(try !#require(GlobPattern("dir/\u{fffd}")).matches(name))
    }

    @Test(
        "Patterns that other tools read differently are refused",
        arguments: ["", "a//b", "a**", "a?", "[a]", "{a,b}", "!a"])
    func badPatterns(pattern: String) {
        #expect(GlobPattern(pattern) == nil)
    }

    @Test("A hostile pattern and name take no long time", .timeLimit(.minutes(1)))
    func slowPattern() throws {
        let pattern = String(repeating: "*a", count: 1000) + "b"
        #expect(try !#require(GlobPattern(pattern)).matches(String(repeating: "a", count: 20_000)))
        let deep = Array(repeating: "**", count: 500).joined(separator: "/")
        #expect(
            try !#require(GlobPattern(deep + "/x")).matches(Array(repeating: "a", count: 2000).joined(separator: "/")))
    }

    @Test(
        "Times are read and written by RFC 3339",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-01-31T23:59:59Z", 1_769_903_999),
            ("2000-02-29T12:00:00+02:00", 951_818_400),
            ("1969-12-31T23:59:59.5Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800),
        ] as [(String, Int64)])
    func times(text: String, seconds: Int64) throws {
        let time = try #require(Timestamp(rfc3339: text))
        #expect(time.seconds == seconds)
        #expect(Timestamp(rfc3339: time.description) == time)
    }

    @Test(
        "What is no time is none",
        arguments: [
            "", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01", "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:60Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00Zx", "2026-01-01T00:00:00.Z",
        ])
    func badTimes(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test("Base64 has one spelling", arguments: [[], [0], [0, 1], [255, 254, 253], Array(0...255)] as [[UInt8]])
    func base64(bytes: [UInt8]) {
        #expect(Base64.decode(Array(Base64.encode(bytes).utf8)) == bytes)
    }

    @Test(
        "Other spellings are refused",
        arguments: ["A", "AA", "AA=", "AB==", "AAB=", "A===", "AA==AA==", "AA A", "AA-_"])
    func badBase64(text: String) {
        #expect(Base64.decode(Array(text.utf8)) == nil)
    }
}
