/// Guesses what was meant by a word that is not known.
public enum NearestWord {
    /// The known word with the fewest letters to change, when it is close enough to be a slip; the first of equals.
    public static func of(_ word: String, among known: [String]) -> String? {
        let limit = max(1, min(3, word.utf8.count / 2))
        var best: (word: String, distance: Int)?
        for candidate in known {
            let distance = distance(Array(word.utf8.prefix(64)), Array(candidate.utf8))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// Levenshtein's distance, upper and lower case ASCII letters taken as the same.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        func folded(_ byte: UInt8) -> UInt8 {
            byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
        }
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let substituted = diagonal + (folded(letter) == folded(other) ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substituted, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
