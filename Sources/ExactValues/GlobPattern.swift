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

    /// Whether the whole of a name fits that need not be UTF-8.
    public func matches(_ name: [UInt8]) -> Bool {
        fit(name).whole
    }

    /// Whether a rule for this pattern is about what stands at `path`, which is no folder: the path fits, or it stands
    /// where the pattern has a folder (a file, symbolic link or submodule at `a` or `a/b` for `a/b/**`).
    ///
    /// - Parameters:
    ///   - path: parts joined by slashes.
    ///   - leadsElsewhere: whether it is a symbolic link or a submodule: then it also counts where a `**` of the pattern
    ///     can stand for folders (`a/x` for `a/**/b`), since what it leads to may fit.
    public func covers(_ path: [UInt8], leadsElsewhere: Bool) -> Bool {
        let fit = fit(path)
        return fit.whole || fit.folder || (leadsElsewhere && fit.deepFolder)
    }

    /// How a name fits.
    private struct Fit {
        var whole = false
        /// It fits segments before the last, none of them a `**`.
        var folder = false
        /// It fits segments before the last, a `**` perhaps among them.
        var deepFolder = false
    }

    private func fit(_ name: [UInt8]) -> Fit {
        let parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
        var fit = Fit()
        var hasDepth = false
        // reachable[j]: the segments so far can match the first j parts.
        var reachable = Array(repeating: false, count: parts.count + 1)
        reachable[0] = true
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            hasDepth = hasDepth || segment == Self.anyDepth
            reachable = Self.step(reachable, segment, parts, isLast: isLast)
            guard reachable[parts.count], !isLast else { continue }
            fit.deepFolder = true
            if !hasDepth { fit.folder = true }
        }
        fit.whole = reachable[parts.count]
        return fit
    }

    private static func step(_ reachable: [Bool], _ segment: [UInt8], _ parts: [[UInt8]], isLast: Bool) -> [Bool] {
        var next = Array(repeating: false, count: parts.count + 1)
        guard segment == anyDepth else {
            for count in 0..<parts.count where reachable[count] { next[count + 1] = fits(parts[count], segment) }
            return next
        }
        var started = false
        for count in 0...parts.count {
            next[count] = started || (!isLast && reachable[count])
            started = started || reachable[count]
        }
        return next
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
