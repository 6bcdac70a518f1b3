/// Patterns as ssh_config(5) describes them: `*` stands for any bytes, `?` for one, a leading `!` negates.
enum SSHPatternList {
    /// Whether a positive pattern matches and no negated one does.
    static func matches(_ text: String, _ patterns: [String]) -> Bool {
        let bytes = Array(text.utf8)
        var isMatch = false
        for pattern in patterns {
            let isNegated = pattern.utf8.first == UInt8(ascii: "!")
            guard matches(bytes, Array(isNegated ? pattern.utf8.dropFirst() : pattern.utf8[...])) else { continue }
            if isNegated { return false }
            isMatch = true
        }
        return isMatch
    }

    /// Two positions and one place to go back to: linear in text times pattern, whatever the pattern.
    private static func matches(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (textIndex, patternIndex) = (0, 0)
        var star: (pattern: Int, text: Int)?
        while textIndex < text.count {
            if patternIndex < pattern.count, pattern[patternIndex] == UInt8(ascii: "*") {
                star = (patternIndex, textIndex)
                patternIndex += 1
            } else if patternIndex < pattern.count,
                pattern[patternIndex] == UInt8(ascii: "?") || pattern[patternIndex] == text[textIndex]
            {
                textIndex += 1
                patternIndex += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                patternIndex = last.pattern + 1
                textIndex = last.text + 1
            } else {
                return false
            }
        }
        return pattern[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
