// swift-tools-version:6.2
import PackageDescription

// Outside the main package, so that neither its build nor its products carry what only benchmarks need.
let package = Package(
    name: "sallyport-benchmarks",
    dependencies: [.package(name: "sallyport", path: "..")],
    targets: [
        .executableTarget(
            name: "sallyport-bench",
            dependencies: [
                .product(name: "SallyportBenchmarked", package: "sallyport"),
                .product(name: "CLibCrypto", package: "sallyport"),
                .product(name: "CLibYAML", package: "sallyport"),
            ],
            swiftSettings: [
                .strictMemorySafety(), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
