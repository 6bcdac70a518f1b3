/// A resource quantity in the form in which the API server writes it: `0.5` is `500m`, `1024Mi` is `1Gi`.
///
/// The rules are those of `k8s.io/apimachinery/pkg/api/resource`: a suffix chooses the format, the canonical form has
/// no fraction and the largest suffix that keeps it so.
public enum Quantity {
    private enum Format { case decimal, binary, exponent }

    private static let binarySuffixes = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
    private static let decimalSuffixes = [
        "n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18,
    ]
    private static let decimalNames = [
        -9: "n", -6: "u", -3: "m", 0: "", 3: "k", 6: "M", 9: "G", 12: "T", 15: "P", 18: "E",
    ]

    /// The canonical text of a quantity.
    /// - Parameter text: as written in a manifest.
    /// - Returns: nil when `text` is no quantity or is beyond 2^63 - 1 in its base unit.
    public static func canonical(_ text: String) -> String? {
        var digits = Substring(text)
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits = digits.dropFirst() }
        let number = digits.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard !number.isEmpty, number != ".", parts.count <= 2, number.utf8.count <= 30 else { return nil }
        let whole = String(parts[0])
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard let mantissa = Int128(whole + fraction), mantissa < Int128(1) << 100 else { return nil }
        let suffix = String(digits.dropFirst(number.count))
        guard let body = canonical(mantissa, decimals: fraction.utf8.count, suffix: suffix) else { return nil }
        return isNegative && body != "0" ? "-" + body : body
    }

    private static func canonical(_ mantissa: Int128, decimals: Int, suffix: String) -> String? {
        if let exponent = decimalSuffixes[suffix] {
            return decimal(mantissa, exponent: exponent - decimals, format: .decimal)
        }
        if let index = binarySuffixes.firstIndex(of: suffix) {
            return binary(mantissa, decimals: decimals, power: index + 1)
        }
        guard let letter = suffix.first, letter == "e" || letter == "E", let exponent = Int(suffix.dropFirst()),
            abs(exponent) <= 18
        else { return nil }
        return decimal(mantissa, exponent: exponent - decimals, format: .exponent)
    }

    /// Canonical decimal form of `mantissa * 10^exponent`, rounded up to whole nano units.
    private static func decimal(_ mantissa: Int128, exponent: Int, format: Format) -> String? {
        var mantissa = mantissa
        var exponent = exponent
        while exponent < -9 {
            mantissa = (mantissa + 9) / 10
            exponent += 1
        }
        guard mantissa != 0 else { return "0" }
        while mantissa % 10 == 0, exponent < 18 {
            mantissa /= 10
            exponent += 1
        }
        while exponent % 3 != 0 {
            mantissa *= 10
            exponent -= 1
        }
        guard mantissa < Int128(Int64.max) else { return nil }
        if format == .exponent { return exponent == 0 ? "\(mantissa)" : "\(mantissa)e\(exponent)" }
        guard let name = decimalNames[exponent] else { return nil }
        return "\(mantissa)\(name)"
    }

    /// Canonical binary form; below 1024 it is written in the decimal form, as the API server does.
    private static func binary(_ mantissa: Int128, decimals: Int, power: Int) -> String? {
        var value = mantissa
        for _ in 0..<power { value *= 1024 }
        var divisor: Int128 = 1
        for _ in 0..<decimals { divisor *= 10 }
        guard value % divisor == 0 else { return nil }
        value /= divisor
        guard value <= Int128(Int64.max) else { return nil }
        guard value >= 1024 else { return decimal(value, exponent: 0, format: .decimal) }
        var steps = 0
        while value % 1024 == 0, steps < binarySuffixes.count {
            value /= 1024
            steps += 1
        }
        return steps == 0 ? "\(value)" : "\(value)\(binarySuffixes[steps - 1])"
    }
}
