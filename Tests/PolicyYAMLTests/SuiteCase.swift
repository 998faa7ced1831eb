import Foundation
import PolicySyntax
import PolicyYAML

/// One case of the YAML test suite, read from its folder by our own reader.
struct SuiteCase {
  let name: String
  let yaml: [UInt8]
  /// The expected events without what does not concern us (stream, flow or block style); nil for text that is no YAML.
  let events: [String]?

  enum Failure: Error {
    case unreadable(String)
  }

  /// The suite lies beside the repository, in `shared/data`; nil where it does not.
  static var folder: URL? {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    folder.appendPathComponent("shared/data/yaml-test-suite/src")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  static func all(in folder: URL) throws -> [SuiteCase] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.hasSuffix(".yaml") }.flatMap { name in
      try read(Array(Data(contentsOf: folder.appendingPathComponent(name))), name: String(name.dropLast(5)))
    }
  }

  private static func read(_ bytes: [UInt8], name: String) throws -> [SuiteCase] {
    let (tree, diagnostics) = PolicyYAMLReader.read(bytes, file: FileID(number: 0))
    guard let items = tree?.sequence else {
      throw Failure.unreadable("\(name): \(diagnostics.map(\.message))")
    }
    var last = ""
    return items.enumerated().compactMap { index, item in
      guard let yaml = item["yaml"]?.scalar?.text, item["skip"] == nil else { return nil }
      let fails = item["fail"]?.scalar?.resolved == .bool(true)
      last = item["tree"]?.scalar?.text ?? last
      let events = last.split(separator: "\n").map { normal(visible(String($0).trimmed)) }
      return SuiteCase(
        name: items.count == 1 ? name : "\(name):\(index + 1)", yaml: Array(visible(yaml).utf8),
        events: fails ? nil : events.filter { !$0.hasSuffix("STR") })
    }
  }

  /// The suite writes what cannot be seen with signs of its own.
  private static func visible(_ text: String) -> String {
    var text = text.replacingOccurrences(of: "␣", with: " ")
    text = text.replacingOccurrences(of: "—*»", with: "\t", options: .regularExpression)
    for (sign, meaning) in [("←", "\r"), ("⇔", "\u{FEFF}"), ("↵", ""), ("∎\n", ""), ("∎", "")] {
      text = text.replacingOccurrences(of: sign, with: meaning)
    }
    return text
  }

  private static func normal(_ line: String) -> String {
    if line.hasPrefix("=") { return line }
    if line.hasPrefix("+DOC") { return "+DOC" }
    if line.hasPrefix("-DOC") { return "-DOC" }
    return line.replacingOccurrences(of: " []", with: "").replacingOccurrences(of: " {}", with: "")
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " })
  }
}

/// Events as the suite writes them.
enum SuiteEvents {
  /// What libyaml itself says, anchors and tags included; nil where it gives up.
  static func ofLibrary(_ bytes: [UInt8]) -> [String]? {
    let base = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let parser = YAMLParser(bytes[base...])
    var lines: [String] = []
    while true {
      do {
        let event = try parser.next()
        let properties =
          (event.anchor.map { " &\($0)" } ?? "") + (event.tag.map { " <\($0)>" } ?? "")
        switch event.kind {
        case .streamStart: break
        case .streamEnd: return lines
        case .documentStart: lines.append("+DOC")
        case .documentEnd: lines.append("-DOC")
        case .alias(let name): lines.append("=ALI *\(name)")
        case .scalar(let text, let style): lines.append("=VAL\(properties) \(written(text, style))")
        case .sequenceStart: lines.append("+SEQ\(properties)")
        case .sequenceEnd: lines.append("-SEQ")
        case .mappingStart: lines.append("+MAP\(properties)")
        case .mappingEnd: lines.append("-MAP")
        }
      } catch {
        return nil
      }
    }
  }

  /// What our tree says: aliases by their place, no anchors.
  static func ofTree(_ node: Node, _ bytes: [UInt8]) -> [String] {
    ["+DOC"] + lines(node, bytes) + ["-DOC"]
  }

  private static func lines(_ node: Node, _ bytes: [UInt8]) -> [String] {
    if node.definition != nil { return ["=ALI \(String(decoding: bytes[node.span.range], as: UTF8.self))"] }
    switch node.content {
    case .scalar(let scalar): return ["=VAL \(written(scalar.text, scalar.style))"]
    case .sequence(let items): return ["+SEQ"] + items.flatMap { lines($0, bytes) } + ["-SEQ"]
    case .mapping(let entries):
      return ["+MAP"] + entries.flatMap { lines($0.key, bytes) + lines($0.value, bytes) } + ["-MAP"]
    }
  }

  static func withoutAnchors(_ lines: [String]) -> [String] {
    lines.map { $0.replacingOccurrences(of: "^(....) &[^ ]+", with: "$1", options: .regularExpression) }
  }

  private static func written(_ text: String, _ style: Scalar.Style) -> String {
    let sign =
      switch style {
      case .plain: ":"
      case .singleQuoted: "'"
      case .doubleQuoted: "\""
      case .literal: "|"
      case .folded: ">"
      }
    var written = text.replacingOccurrences(of: "\\", with: "\\\\")
    for (character, escape) in [("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r"), ("\u{8}", "\\b"), ("\0", "\\0")]
    {
      written = written.replacingOccurrences(of: character, with: escape)
    }
    return sign + written
  }
}
