// swift-tools-version:6.2
import PackageDescription

// Outside the main package: all that is built here is instrumented for libFuzzer, see Scripts/fuzz.sh.
let package = Package(
    name: "sallyport-fuzz",
    dependencies: [.package(name: "sallyport", path: "../..")],
    targets: [
        .target(name: "CLibFuzzer"),
        .executableTarget(
            name: "sallyport-fuzz",
            dependencies: ["CLibFuzzer", .product(name: "SallyportReaders", package: "sallyport")],
            swiftSettings: [
                .strictMemorySafety(), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
            ],
            linkerSettings: [.linkedLibrary("stdc++"), .linkedLibrary("m")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
