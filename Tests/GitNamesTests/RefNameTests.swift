import GitNames
import Testing

@Suite("Ref names")
struct RefNameTests {
    @Test(
        "Ref names follow git-check-ref-format",
        arguments: [
            ("refs/heads/main", true), ("refs/heads/a/b-c_d.e", true), ("refs/heads/é", true), ("HEAD", false),
            ("refs/heads/", false), ("refs//x", false), ("refs/heads/.a", false), ("refs/heads/a.lock", false),
            ("refs/heads/a..b", false), ("refs/heads/a b", false), ("refs/heads/a~1", false), ("refs/heads/a^", false),
            ("refs/heads/a:b", false), ("refs/heads/a?", false), ("refs/heads/a*", false), ("refs/heads/a[", false),
            ("refs/heads/a\\b", false), ("refs/heads/a@{b", false), ("refs/heads/a.", false),
            ("refs/heads/\u{7f}", false),
            ("refs/heads/a\n", false),
        ])
    func refNames(text: String, isValid: Bool) {
        #expect((RefName(text) != nil) == isValid)
    }
}
