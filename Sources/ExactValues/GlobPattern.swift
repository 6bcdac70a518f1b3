/// A pattern for ref names and paths: `*` stands for any text within one segment, a segment `**` for any number of
/// segments (one or more at the end), everything else for itself, byte by byte.
public struct GlobPattern: Sendable, Hashable, CustomStringConvertible {
    public let text: String
    private let segments: [[UInt8]]

    private static let star = UInt8(ascii: "*")
    private static let anyDepth: [UInt8] = [star, star]

    /// - Returns: nil for an empty pattern or segment, `**` as part of a segment, or one of `?[]{}\!`, which other
    ///   tools give a meaning that this does not.
    public init?(_ text: String) {
        let segments = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
        guard text.utf8.count <= 4096, !segments.contains(where: \.isEmpty) else { return nil }
        guard !text.utf8.contains(where: { "?[]{}\\!".utf8.contains($0) || $0 == 0 }) else { return nil }
        for segment in segments where segment != Self.anyDepth {
            for (left, right) in zip(segment, segment.dropFirst()) where left == Self.star && right == Self.star {
                return nil
            }
        }
        self.text = text
        self.segments = segments
    }

    public var description: String { text }

    public static func == (left: GlobPattern, right: GlobPattern) -> Bool {
        ExactText.equal(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(segments)
    }

    /// Whether the whole of `name` fits. Takes time in the product of both lengths at most.
    public func matches(_ name: String) -> Bool {
        matches(Array(name.utf8))
    }

    /// Whether the whole of `name`, as bytes, fits.
    public func matches(_ name: [UInt8]) -> Bool {
        let parts = Self.parts(name)
        return fits(parts, segments[...], endsPattern: true)
    }

    /// Whether a name that fits can begin with `folder` and a slash: whatever stands at `folder` itself is in the place
    /// of all that could fit below it.
    public func covers(_ folder: [UInt8]) -> Bool {
        let parts = Self.parts(folder)
        // A part of the pattern fits the folder, and more of the pattern follows; what `**` stands for can go on.
        return segments.indices.contains { end in
            let isDeep = segments[end] == Self.anyDepth
            return fits(parts, segments[..<(isDeep ? end + 1 : end)], endsPattern: isDeep)
                || (isDeep && fits(parts, segments[..<end], endsPattern: false))
        }
    }

    private static func parts(_ name: [UInt8]) -> [[UInt8]] {
        name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
    }

    /// - Parameter endsPattern: whether a `**` at the end of `segments` stands for one part at least.
    private func fits(_ parts: [[UInt8]], _ segments: ArraySlice<[UInt8]>, endsPattern: Bool) -> Bool {
        // reachable[j]: the segments so far can match the first j parts.
        var reachable = Array(repeating: false, count: parts.count + 1)
        reachable[0] = true
        for (index, segment) in segments.enumerated() {
            var next = Array(repeating: false, count: parts.count + 1)
            if segment == Self.anyDepth {
                let isLast = endsPattern && index == segments.count - 1
                var started = false
                for count in 0...parts.count {
                    next[count] = started || (!isLast && reachable[count])
                    started = started || reachable[count]
                }
            } else {
                for count in 0..<parts.count where reachable[count] {
                    next[count + 1] = Self.fits(parts[count], segment)
                }
            }
            reachable = next
        }
        return reachable[parts.count]
    }

    /// Whether one segment fits, `*` taken back to its last place only: that is enough, and linear in practice.
    private static func fits(_ part: [UInt8], _ segment: [UInt8]) -> Bool {
        var position = 0
        var patternPosition = 0
        var lastStar: (pattern: Int, part: Int)?
        while position < part.count {
            if patternPosition < segment.count, segment[patternPosition] == star {
                lastStar = (patternPosition, position)
                patternPosition += 1
            } else if patternPosition < segment.count, segment[patternPosition] == part[position] {
                position += 1
                patternPosition += 1
            } else if let star = lastStar {
                lastStar = (star.pattern, star.part + 1)
                position = star.part + 1
                patternPosition = star.pattern + 1
            } else {
                return false
            }
        }
        return segment[patternPosition...].allSatisfy { $0 == star }
    }
}
