internal import ExactValues

/// A resource quantity in the form in which the API server writes it: `0.5` is `500m`, `1024Mi` is `1Gi`.
///
/// The rules are those of `k8s.io/apimachinery/pkg/api/resource`: a suffix chooses the format, the canonical form has
/// no fraction and the largest suffix that keeps it so; binary quantities end at 2^63 - 1.
public enum Quantity {
    private enum Format { case decimal, exponent }

    private static let binarySuffixes = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
    private static let decimalSuffixes: [(name: String, exponent: Int)] = [
        ("n", -9), ("u", -6), ("m", -3), ("", 0), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("E", 18),
    ]
    /// More digits than this are not computed with: they leave the text as it is.
    private static let digitLimit = 30

    /// The canonical text of a quantity.
    /// - Parameter text: as written in a manifest.
    /// - Returns: nil when `text` is no quantity, or has more digits than are computed with.
    public static func canonical(_ text: String) -> String? {
        var rest = Array(text.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let whole = takeDigits(&rest)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = takeDigits(&rest)
        }
        guard !whole.isEmpty || !fraction.isEmpty, whole.count + fraction.count <= digitLimit else { return nil }
        let mantissa = (whole + fraction).reduce(Int128(0)) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
        let suffix = String(decoding: rest, as: UTF8.self)
        guard let body = canonical(mantissa, decimals: fraction.count, suffix: suffix) else { return nil }
        return isNegative && body != "0" ? "-" + body : body
    }

    private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return digits
    }

    private static func canonical(_ mantissa: Int128, decimals: Int, suffix: String) -> String? {
        if let exponent = decimalSuffixes.first(where: { ExactText.equal($0.name, suffix) })?.exponent {
            return decimal(mantissa, exponent: exponent - decimals, format: .decimal)
        }
        if let index = binarySuffixes.firstIndex(where: { ExactText.equal($0, suffix) }) {
            return binary(mantissa, decimals: decimals, power: index + 1)
        }
        guard suffix.utf8.first == UInt8(ascii: "e") || suffix.utf8.first == UInt8(ascii: "E"),
            let exponent = Int(suffix.dropFirst()), (-digitLimit...digitLimit).contains(exponent)
        else { return nil }
        return decimal(mantissa, exponent: exponent - decimals, format: .exponent)
    }

    /// Canonical decimal form of `mantissa * 10^exponent`, rounded up to whole nano units.
    private static func decimal(_ mantissa: Int128, exponent: Int, format: Format) -> String? {
        var mantissa = mantissa
        var exponent = exponent
        while exponent < -9 {
            mantissa = mantissa / 10 + (mantissa % 10 == 0 ? 0 : 1)
            exponent += 1
        }
        guard mantissa != 0 else { return "0" }
        while mantissa % 10 == 0, exponent < 18 || format == .exponent {
            mantissa /= 10
            exponent += 1
        }
        while exponent % 3 != 0 {
            let (product, isOver) = mantissa.multipliedReportingOverflow(by: 10)
            guard !isOver else { return nil }
            mantissa = product
            exponent -= 1
        }
        if format == .exponent { return exponent == 0 ? "\(mantissa)" : "\(mantissa)e\(exponent)" }
        return decimalSuffixes.first { $0.exponent == exponent }.map { "\(mantissa)\($0.name)" }
    }

    /// Canonical binary form; below 1024, and where there would be a fraction, the decimal form, as the API server does.
    private static func binary(_ mantissa: Int128, decimals: Int, power: Int) -> String? {
        let (shifted, isOver) = mantissa.multipliedReportingOverflow(by: Int128(1) << (10 * power))
        guard !isOver else { return "\(Int64.max)" }
        let divisor = (0..<decimals).reduce(Int128(1)) { divisor, _ in divisor * 10 }
        guard shifted % divisor == 0 else { return decimal(shifted, exponent: -decimals, format: .decimal) }
        var value = min(shifted / divisor, Int128(Int64.max))
        guard value >= 1024 else { return decimal(value, exponent: 0, format: .decimal) }
        var steps = 0
        while value % 1024 == 0, steps < binarySuffixes.count {
            value /= 1024
            steps += 1
        }
        return steps == 0 ? "\(value)" : "\(value)\(binarySuffixes[steps - 1])"
    }
}
