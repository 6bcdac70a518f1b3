import Synchronization
import TestSupport

/// The running `sallyport-admission` of a live cluster.
final class Gate: Sendable {
    private let sandbox: Sandbox
    private let process = Mutex<String?>(nil)

    init(sandbox: Sandbox) {
        self.sandbox = sandbox
    }

    /// Starts it in a session of its own, with its log in the sandbox.
    func start() async throws {
        let identifier = try sandbox.run([
            "sh", "-c", "setsid \"$0\" serve --config stage/gate.yaml </dev/null >>stage/gate.log 2>&1 & echo $!",
            Checkout.program("sallyport-admission"),
        ])
        process.withLock { $0 = identifier }
    }

    /// Asks it to end, and makes it after five seconds.
    func stop() {
        let started = process.withLock { process in
            defer { process = nil }
            return process
        }
        guard let started else { return }
        let script = """
            kill "$0"
            for i in $(seq 100); do grep -q . "/proc/$0/cmdline" 2>/dev/null || exit 0; sleep 0.05; done
            kill -KILL "$0"
            """
        _ = try? sandbox.result(["sh", "-c", script, started])
    }
}
