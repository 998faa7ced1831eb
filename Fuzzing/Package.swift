// swift-tools-version: 6.1
import PackageDescription

// Random inputs for the expression language and for mails. A package of its own, so that nothing of it is a dependency of
// Duly; what is asked of each input are Duly's targets `CELProbe` and `MailProbe`, which its tests run too. Run it with `scripts/fuzz`.

let package = Package(
  name: "duly-fuzzing",
  dependencies: [.package(name: "duly", path: "..")],
  targets: [
    .target(name: "FuzzerDriver", path: "Sources/FuzzerDriver"),
    .executableTarget(
      name: "CELFuzz", dependencies: ["FuzzerDriver", .product(name: "CELProbe", package: "duly")],
      path: "Sources/CELFuzz"),
    .executableTarget(
      name: "MailFuzz", dependencies: ["FuzzerDriver", .product(name: "MailProbe", package: "duly")],
      path: "Sources/MailFuzz"),
  ],
  swiftLanguageModes: [.v6]
)
