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
]

// Dependencies point down this list only.
let libraries: [[Target]] = [
    library("FieldTree"),
    library("PolicyCore", ["FieldTree"]),
    library("JSONDocument", ["FieldTree", "CSimdJSON"]),
    library("YAMLDocument", ["FieldTree", "CLibYAML"]),
    library("PolicyFile", ["PolicyCore", "FieldTree", "YAMLDocument"]),
    library("GitStore", ["PolicyCore", "CLibGit2"]),
    library("Signatures", ["PolicyCore", "CLibCrypto"]),
    library("Evidence", ["PolicyCore", "FieldTree", "GitStore", "Signatures"], tests: ["JSONDocument"]),
    library("PushGate", ["PolicyCore", "FieldTree", "PolicyFile", "GitStore", "Signatures", "Evidence"]),
    library("DesiredState", ["PolicyCore", "FieldTree", "YAMLDocument", "GitStore"]),
    library("ObjectAccounting", ["PolicyCore", "FieldTree", "JSONDocument"]),
    library("ClusterGate", ["PolicyCore", "FieldTree", "JSONDocument", "DesiredState", "ObjectAccounting"]),
]

let package = Package(
    name: "sallyport",
    products: [
        .executable(name: "sallyport", targets: ["sallyport"]),
        .executable(name: "sallyport-hook", targets: ["sallyport-hook"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: systemLibraries + [
        .target(
            name: "CSimdJSON",
            cxxSettings: [.unsafeFlags(["-std=c++17", "-O2"])],
            linkerSettings: [.linkedLibrary("simdjson"), .linkedLibrary("stdc++")]
        )
    ] + libraries.flatMap { $0 } + [
        .executableTarget(
            name: "sallyport",
            dependencies: [
                "PolicyCore", "FieldTree", "JSONDocument", "YAMLDocument", "PolicyFile", "GitStore", "Signatures",
                "Evidence", "PushGate", "DesiredState", "ObjectAccounting", "ClusterGate",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "sallyport-hook",
            dependencies: ["PolicyCore", "PolicyFile", "GitStore", "Signatures", "Evidence", "PushGate"]
        ),
        .target(name: "TestSupport", dependencies: [], path: "Tests/TestSupport"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where [.executable, .test, .regular].contains(target.type) && target.name != "CSimdJSON" {
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
