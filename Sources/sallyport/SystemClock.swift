import ExactValues

#if canImport(Glibc)
import Glibc
#endif

/// The one place of the commands that reads the clock.
enum SystemClock {
    /// The time now, or the one that `--at` names.
    static func time(at text: String?) throws(CommandFailure) -> Timestamp {
        guard let text else {
            var moment = timespec()
            unsafe clock_gettime(CLOCK_REALTIME, &moment)
            return Timestamp(seconds: Int64(moment.tv_sec))
        }
        guard let time = Timestamp(rfc3339: text) else {
            throw CommandFailure.usage("--at wants a time like 2026-01-31T00:00:00Z, not \(text)")
        }
        return time
    }
}
