// swift-tools-version:6.2
import PackageDescription

/// A library target of Sallyport with tests of its own under `Tests/<name>Tests`.
func library(_ name: String, _ dependencies: [Target.Dependency] = [], tests: [Target.Dependency] = []) -> [Target] {
    [
        .target(name: name, dependencies: dependencies),
        .testTarget(name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies + tests),
    ]
}

let systemLibraries: [Target] = [
    .systemLibrary(name: "CLibGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
]

// Dependencies point down this list only.
let libraries: [[Target]] = [
    library("ExactValues"),
    library("Files"),
    library("GitNames", ["ExactValues"]),
    library("FieldTree", ["ExactValues"]),
    library("PolicyCore", ["ExactValues", "GitNames"]),
    library("JSONDocument", ["ExactValues", "FieldTree", "CSimdJSON"]),
    library("YAMLDocument", ["ExactValues", "FieldTree", "CLibYAML"]),
    library("Manifests", ["ExactValues", "FieldTree", "YAMLDocument"]),
    library(
        "PolicyFile", ["ExactValues", "GitNames", "PolicyCore", "FieldTree", "YAMLDocument"], tests: ["Signatures"]),
    library("GitStore", ["ExactValues", "Files", "GitNames", "CLibGit2"]),
    library("Signatures", ["ExactValues", "GitNames", "PolicyCore", "CLibCrypto", "CLibRNP"]),
    library(
        "Evidence", ["ExactValues", "Files", "GitNames", "PolicyCore", "FieldTree", "GitStore", "Signatures"],
        tests: ["JSONDocument"]),
    library(
        "PushGate",
        [
            "ExactValues", "Files", "GitNames", "PolicyCore", "FieldTree", "PolicyFile", "GitStore", "Signatures",
            "Evidence",
        ]),
    library(
        "ReceiptChain",
        ["ExactValues", "GitNames", "PolicyCore", "GitStore", "Signatures", "Evidence", "PushGate"]),
    library(
        "ReceiveHooks",
        [
            "ExactValues", "Files", "GitNames", "PolicyCore", "FieldTree", "PolicyFile", "GitStore", "Signatures",
            "Evidence", "PushGate", "ReceiptChain",
        ],
        tests: ["ReceiptLog", "sallyport", "sallyport-hook"]),
    library(
        "ReceiptLog",
        [
            "ExactValues", "GitNames", "PolicyCore", "FieldTree", "JSONDocument", "GitStore", "Signatures", "Evidence",
            "PushGate", "ReceiptChain",
        ]),
    library("KubernetesTypes", ["ExactValues"]),
    library(
        "DesiredState",
        ["ExactValues", "GitNames", "FieldTree", "Manifests", "GitStore", "KubernetesTypes"]),
    library(
        "Provenance",
        [
            "ExactValues", "GitNames", "PolicyCore", "FieldTree", "PolicyFile", "GitStore", "Signatures", "Evidence",
            "ReceiptChain", "ReceiptLog", "DesiredState",
        ]),
    library("ObjectAccounting", ["ExactValues", "FieldTree", "JSONDocument", "KubernetesTypes"]),
    library(
        "ClusterGate",
        [
            "ExactValues", "GitNames", "PolicyCore", "FieldTree", "JSONDocument", "KubernetesTypes", "DesiredState",
            "ObjectAccounting",
        ]),
    library(
        "KubernetesClient",
        [
            "ExactValues", "Files", "GitNames", "PolicyCore", "FieldTree", "JSONDocument", "YAMLDocument", "CLibCurl",
            .product(name: "NIOPosix", package: "swift-nio"),
        ],
        tests: [
            .product(name: "HummingbirdTLS", package: "hummingbird"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "Hummingbird", package: "hummingbird"),
        ]),
    library(
        "AdmissionServer",
        [
            "ExactValues", "Files", "GitNames", "PolicyCore", "FieldTree", "JSONDocument", "YAMLDocument", "PolicyFile",
            "GitStore", "Signatures",
            "Evidence", "ReceiptChain", "ReceiptLog", "DesiredState", "ObjectAccounting", "ClusterGate",
            "KubernetesClient",
            .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "HummingbirdTLS", package: "hummingbird"),
            .product(name: "NIOCertificateReloading", package: "swift-nio-extras"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOTLS", package: "swift-nio"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ], tests: ["CLibCurl", "PushGate", "ReceiveHooks"]),
]

let package = Package(
    name: "sallyport",
    products: [
        .library(
            name: "SallyportBenchmarked",
            targets: [
                "ExactValues", "GitNames", "PolicyCore", "GitStore", "Signatures", "Manifests", "DesiredState",
            ]),
        .library(
            name: "SallyportReaders",
            targets: [
                "ExactValues", "Files", "GitNames", "PolicyCore", "FieldTree", "PolicyFile", "Signatures", "Evidence",
                "PushGate", "ReceiptLog",
            ]),
        .library(name: "CLibCrypto", targets: ["CLibCrypto"]),
        .library(name: "CLibYAML", targets: ["CLibYAML"]),
        .executable(name: "sallyport", targets: ["sallyport"]),
        .executable(name: "sallyport-hook", targets: ["sallyport-hook"]),
        .executable(name: "sallyport-admission", targets: ["sallyport-admission"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.4"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: systemLibraries + [
        .target(name: "CLibRNP"),
        .target(
            name: "CSimdJSON",
            cxxSettings: [.unsafeFlags(["-std=c++17", "-O2"])],
            linkerSettings: [.linkedLibrary("simdjson"), .linkedLibrary("stdc++")]
        ),
    ] + libraries.flatMap { $0 } + [
        .executableTarget(
            name: "sallyport",
            dependencies: [
                "ExactValues", "Files", "GitNames", "PolicyCore", "FieldTree", "JSONDocument", "YAMLDocument",
                "PolicyFile",
                "GitStore", "Signatures",
                "Evidence", "PushGate", "ReceiptChain", "ReceiptLog", "DesiredState", "Provenance", "ObjectAccounting",
                "ClusterGate",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "sallyport-hook",
            dependencies: ["ExactValues", "Files", "PolicyCore", "PushGate", "Evidence", "ReceiveHooks"]
        ),
        .executableTarget(
            name: "sallyport-admission",
            dependencies: [
                "AdmissionServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(name: "TestSupport", dependencies: [], path: "Tests/TestSupport"),
        .target(
            name: "PushGround",
            dependencies: [
                "TestSupport", "GitNames", "PolicyCore", "GitStore", "Evidence", "PushGate", "ReceiptChain",
                "ReceiptLog",
            ],
            path: "Tests/PushGround"
        ),
        .testTarget(
            name: "ScenarioTests",
            dependencies: ["TestSupport", "PushGround", "sallyport", "sallyport-hook"], path: "Tests/Scenarios"
        ),
        .testTarget(
            name: "PushAttackTests",
            dependencies: ["TestSupport", "PushGround", "sallyport", "sallyport-hook"], path: "Tests/Attacks/Push"
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "TestSupport", "ExactValues", "GitNames", "FieldTree", "JSONDocument", "sallyport", "sallyport-hook",
                "sallyport-admission",
            ],
            path: "Tests/EndToEnd"
        ),
    ],
    swiftLanguageModes: [.v6]
)

let cTargets = ["CSimdJSON", "CLibRNP"]
for target in package.targets
where [.executable, .test, .regular].contains(target.type) && !cTargets.contains(target.name) {
    var settings = target.swiftSettings ?? []
    settings += [
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
    target.swiftSettings = settings
}
