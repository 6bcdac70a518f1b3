import CLibYAML
import DesiredState
import PolicyCore

/// Times building the index of declared objects against libyaml's own parse of the same bytes.
enum IndexTiming {
    /// - Returns: objects a second of a bare parse to events, and of the whole index; the best of three each.
    static func objectsPerSecond(objects: Int) -> (parse: Double, index: Double) {
        let manifests = (0..<objects).map { manifest($0) }
        var parse = 0.0
        var index = 0.0
        for _ in 0..<3 {
            parse = max(parse, Double(objects) / seconds { for manifest in manifests { events(manifest.bytes) } })
            index = max(
                index,
                Double(objects)
                    / seconds {
                        let state = DesiredState(manifests: manifests, commit: .zero)
                        precondition(state.count == objects && state.problems.isEmpty)
                    })
        }
        return (parse, index)
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let time = ContinuousClock().measure(work).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }

    private static func events(_ bytes: [UInt8]) {
        var parser = unsafe yaml_parser_t()
        unsafe yaml_parser_initialize(&parser)
        defer { unsafe yaml_parser_delete(&parser) }
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            while true {
                var event = unsafe yaml_event_t()
                guard unsafe yaml_parser_parse(&parser, &event) == 1 else { preconditionFailure("not YAML") }
                let isEnd = unsafe event.type == YAML_STREAM_END_EVENT
                unsafe yaml_event_delete(&event)
                if isEnd { return }
            }
        }
    }

    private static func manifest(_ number: Int) -> Manifest {
        let text = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web-\(number)
              namespace: shop
              labels: {app: web, tier: front}
            spec:
              replicas: 3
              selector: {matchLabels: {app: web}}
              template:
                metadata:
                  labels: {app: web}
                spec:
                  containers:
                  - name: web
                    image: registry.example/shop/web:1.4.\(number)
                    ports:
                    - containerPort: 8080
                    env:
                    - {name: MODE, value: production}
                    resources:
                      requests: {cpu: 0.5, memory: 1Gi}
                    readinessProbe:
                      httpGet: {path: /ready, port: 8080}
                    volumeMounts:
                    - {name: config, mountPath: /etc/web}
                  volumes:
                  - name: config
                    configMap: {name: web}
            """
        return Manifest(file: "web-\(number).yaml", bytes: Array(text.utf8))
    }
}
