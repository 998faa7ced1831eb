// swift-tools-version: 6.1
import PackageDescription

// What Duly was measured against. A package of its own, so that the libraries compared here are no
// dependencies of Duly. Run with `swift run -c release NAME`; each benchmark says what it needs. ./measure times Duly and
// others side by side in one table; make_books.py makes up books of any size; ../scripts/count-instructions counts what a
// busy machine cannot change.

let package = Package(
  name: "duly-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "duly", path: ".."),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .executableTarget(
      name: "CSVBenchmark", dependencies: ["SwiftCSV"], path: "Sources/CSVBenchmark"),
    .executableTarget(name: "WholeProcess", path: "Sources/WholeProcess"),
    .target(name: "AllocationCounter", path: "Sources/AllocationCounter"),
    .executableTarget(
      name: "CELBenchmark",
      dependencies: ["AllocationCounter", .product(name: "CEL", package: "duly")],
      path: "Sources/CELBenchmark"),
  ],
  swiftLanguageModes: [.v6]
)
