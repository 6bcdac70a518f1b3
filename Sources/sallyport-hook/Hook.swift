#if canImport(Glibc)
import Glibc
#endif

@main
enum Hook {
    static func main() {
        exit(2)
    }
}
