#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Compares strings by their UTF-8 bytes.
///
/// Swift's own `==` and `<` follow Unicode canonical equivalence: two names that differ in bytes can be equal by it.
/// Git, Kubernetes and OpenSSH compare bytes, and so must every decision about what they store.
public enum ExactText {
    /// Whether both strings are the same bytes.
    public static func equal(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && order(left, right) == 0
    }

    /// Whether `left` comes before `right` in the order of their bytes.
    public static func less(_ left: String, _ right: String) -> Bool {
        order(left, right) < 0
    }

    /// Negative, zero or positive as `left` is before, the same as or after `right`.
    public static func order(_ left: String, _ right: String) -> Int {
        let fast: Int?? = unsafe left.utf8.withContiguousStorageIfAvailable { (leftBytes) -> Int? in
            unsafe right.utf8.withContiguousStorageIfAvailable { (rightBytes) -> Int in
                let shared = min(leftBytes.count, rightBytes.count)
                if shared > 0, let leftStart = leftBytes.baseAddress, let rightStart = rightBytes.baseAddress {
                    let order = unsafe memcmp(leftStart, rightStart, shared)
                    if order != 0 { return Int(order) }
                }
                return leftBytes.count - rightBytes.count
            }
        }
        if case .some(.some(let order)) = fast { return order }
        if left.utf8.elementsEqual(right.utf8) { return 0 }
        return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    }
}
