import Foundation

/// The files of the repository, read once.
enum SourceTree {
  /// The root of the repository, found from this file's own place.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// All Swift files in `Sources`, in order of their paths.
  static let sources = swiftFiles(in: "Sources")

  /// All Swift files in `Tests`, in order of their paths.
  static let tests = swiftFiles(in: "Tests")

  /// A file's text; nil if it cannot be read.
  static func text(_ path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path) else {
      return nil
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func swiftFiles(in folder: String) -> [SourceText] {
    let start = root.appendingPathComponent(folder).resolvingSymlinksInPath().path
    guard let paths = FileManager.default.enumerator(atPath: start) else { return [] }
    var found: [SourceText] = []
    for case let path as String in paths where path.hasSuffix(".swift") {
      guard let data = FileManager.default.contents(atPath: "\(start)/\(path)") else { continue }
      found.append(SourceText(path: "\(folder)/\(path)", bytes: [UInt8](data)))
    }
    return found.sorted { $0.path < $1.path }
  }
}
