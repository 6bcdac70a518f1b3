internal import ExactValues
internal import Synchronization

/// Counters, gauges and histograms, written out in Prometheus' text format
/// (https://prometheus.io/docs/instrumenting/exposition_formats/, version 0.0.4).
///
/// A metric exists from its first use. Label values come from requests, so their number is bounded: past `seriesLimit`
/// combinations of one metric, further ones are counted together under the value `other`.
public final class MetricsRegistry: Sendable {
    /// One label of a series.
    public struct Label: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The most series of one metric.
    public static let seriesLimit = 1000

    /// Upper bounds of a latency histogram's buckets, in seconds.
    public static let latencyBounds = [
        0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    private struct Metric {
        let help: String
        let kind: Kind
        var series: [[Label]: Series] = [:]
    }

    private enum Kind: String {
        case counter, gauge, histogram
    }

    private struct Series {
        var value = 0.0
        var buckets: [UInt64] = []
        var count: UInt64 = 0
    }

    private let metrics = Mutex<[String: Metric]>([:])

    public init() {}

    /// Adds one to a counter.
    public func count(_ name: String, help: String, _ labels: [Label] = []) {
        change(name, help, .counter, labels) { $0.value += 1 }
    }

    /// Sets a gauge.
    public func set(_ name: String, help: String, to value: Double, _ labels: [Label] = []) {
        change(name, help, .gauge, labels) { $0.value = value }
    }

    /// Adds one latency, in seconds, to a histogram.
    public func observe(_ name: String, help: String, seconds: Double, _ labels: [Label] = []) {
        change(name, help, .histogram, labels) { series in
            if series.buckets.isEmpty {
                series.buckets = Array(repeating: 0, count: Self.latencyBounds.count)
            }
            if let bucket = Self.latencyBounds.firstIndex(where: { seconds <= $0 }) { series.buckets[bucket] += 1 }
            series.count += 1
            series.value += seconds
        }
    }

    private func change(
        _ name: String, _ help: String, _ kind: Kind, _ labels: [Label], _ body: (inout Series) -> Void
    ) {
        metrics.withLock { metrics in
            var labels = labels
            if let known = metrics[name], known.series[labels] == nil, known.series.count >= Self.seriesLimit {
                labels = labels.map { Label($0.name, "other") }
            }
            body(&metrics[name, default: Metric(help: help, kind: kind)].series[labels, default: Series()])
        }
    }

    /// All metrics as text, in the order of their names and labels.
    public func text() -> String {
        let metrics = metrics.withLock { $0 }
        var text = ""
        for (name, metric) in metrics.sorted(by: { ExactText.less($0.key, $1.key) }) {
            text += "# HELP \(name) \(metric.help)\n# TYPE \(name) \(metric.kind.rawValue)\n"
            let lines = metric.series.map { (labels: Self.text($0.key), series: $0.value) }
            for (labels, series) in lines.sorted(by: { ExactText.less($0.labels, $1.labels) }) {
                text +=
                    metric.kind == .histogram
                    ? Self.histogram(name, labels, series)
                    : "\(name)\(Self.braced(labels)) \(Self.number(series.value))\n"
            }
        }
        return text
    }

    private static func histogram(_ name: String, _ labels: String, _ series: Series) -> String {
        let prefix = labels.isEmpty ? "" : labels + ","
        var text = ""
        var sum: UInt64 = 0
        for (bound, count) in zip(latencyBounds, series.buckets) {
            sum += count
            text += "\(name)_bucket{\(prefix)le=\"\(number(bound))\"} \(sum)\n"
        }
        text += "\(name)_bucket{\(prefix)le=\"+Inf\"} \(series.count)\n"
        text += "\(name)_sum\(braced(labels)) \(number(series.value))\n"
        text += "\(name)_count\(braced(labels)) \(series.count)\n"
        return text
    }

    private static func braced(_ labels: String) -> String {
        labels.isEmpty ? "" : "{\(labels)}"
    }

    private static func text(_ labels: [Label]) -> String {
        labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",")
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Whole numbers without a fraction, which the format allows and people read better.
    private static func number(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return String(whole) }
        return "\(value)"
    }
}
