import AdmissionServer
import Testing

@Suite struct MetricsRegistryTests {
    @Test func `The text is sorted, escaped and typed`() {
        let metrics = MetricsRegistry()
        metrics.count("b_total", help: "B.", [.init("kind", "a\"\\\n")])
        metrics.count("b_total", help: "B.", [.init("kind", "A")])
        metrics.count("b_total", help: "B.", [.init("kind", "A")])
        metrics.set("a", help: "A.", to: 1.5)
        #expect(
            metrics.text() == """
                # HELP a A.
                # TYPE a gauge
                a 1.5
                # HELP b_total B.
                # TYPE b_total counter
                b_total{kind="A"} 2
                b_total{kind="a\\"\\\\\\n"} 1

                """)
    }

    @Test func `Buckets of a histogram add up`() {
        let metrics = MetricsRegistry()
        for seconds in [0.0002, 0.003, 99] { metrics.observe("h", help: "H.", seconds: seconds) }
        let text = metrics.text()
        #expect(text.contains("h_bucket{le=\"0.0001\"} 0\n"))
        #expect(text.contains("h_bucket{le=\"0.005\"} 2\n"))
        #expect(text.contains("h_bucket{le=\"10\"} 2\n"))
        #expect(text.contains("h_bucket{le=\"+Inf\"} 3\n"))
        #expect(text.contains("h_count 3\n"))
    }

    @Test func `Hostile label values do not fill the memory`() {
        let metrics = MetricsRegistry()
        for index in 0..<5000 { metrics.count("k_total", help: "K.", [.init("kind", "K\(index)")]) }
        let lines = metrics.text().split(separator: "\n")
        #expect(lines.count <= MetricsRegistry.seriesLimit + 3)
        #expect(lines.contains("k_total{kind=\"other\"} 4000"))
    }
}
