import PolicySyntax
import Receivables
import Schedule
import Simulation

/// Writes what came into the `expect` of tests, for a person to review.
///
/// Only `expect` is touched: an item that still holds stays as it was written, with the comment on its line; all
/// other text of the file stays byte for byte.
package struct PolicyTestRecorder {
  /// What stands in a file afterwards, and which tests were recorded.
  package struct Recording: Sendable {
    package let bytes: [UInt8]
    /// The names of the tests that were changed, in order.
    package let names: [String]
  }

  private let file: SourceFile
  private let plan: Plan
  private var edits: [(range: Range<Int>, text: String)] = []

  private init(_ file: SourceFile, _ plan: Plan) {
    self.file = file
    self.plan = plan
  }

  /// Records tests whose `expect` does not hold, and those that expect nothing yet.
  package static func record(
    _ results: [PolicyTestResult], in file: SourceFile, _ plan: Plan
  ) -> Recording {
    var recorder = PolicyTestRecorder(file, plan)
    var names: [String] = []
    for result in results where !result.expectHolds || !result.test.expectsSomething {
      recorder.record(result)
      names.append(result.test.name)
    }
    var bytes = file.bytes
    for edit in recorder.edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return Recording(bytes: bytes, names: names)
  }

  private mutating func record(_ result: PolicyTestResult) {
    let test = result.test
    let isFlow = file.bytes[Int(test.node.span.start)] == UInt8(ascii: "{")
    let items = self.items(result)
    let entry = test.node.mapping?.first { $0.name == "expect" }
    guard let entry else {
      let indent = column(of: test.node.mapping?.first?.key.span.start ?? test.node.span.start)
      let end = Int(test.node.span.end)
      if isFlow {
        edits.append(((end - 1)..<(end - 1), ", expect: \(flow(items))"))
      } else {
        let place = lineEnd(end)
        edits.append((place..<place, "\n\(spaces(indent))expect:" + block(items, indent + 2)))
      }
      return
    }
    let value = entry.value
    let isList = value.sequence != nil
    if isFlow {
      edits.append((value.span.range, (value.span.range.isEmpty ? " " : "") + flow(items)))
    } else if isList, file.bytes[Int(value.span.start)] != UInt8(ascii: "[") {
      // From the line of the first item to that of the last one.
      let first = lineStart(Int(value.span.start))
      let last = lineEnd(Int(value.span.end))
      let indent = column(of: value.span.start)
      let text = items.isEmpty ? "\(spaces(indent))[]" : String(block(items, indent).dropFirst())
      edits.append((first..<last, text))
    } else {
      let indent = column(of: entry.key.span.start) + 2
      if value.span.range.isEmpty {
        // Behind a comment on the line of the key, if there is one.
        let place = lineEnd(Int(entry.key.span.end))
        edits.append((place..<place, items.isEmpty ? " []" : block(items, indent)))
      } else {
        let text = items.isEmpty ? " []" : block(items, indent)
        edits.append((colonEnd(entry)..<Int(value.span.end), text))
      }
    }
  }

  /// One item of the list: as it stood there, or new.
  private struct Item {
    let text: String
    /// The rest of its line, where it stood there: blanks and a comment.
    var comment = ""
  }

  private func items(_ result: PolicyTestResult) -> [Item] {
    let expected = result.test.expect ?? []
    let messages = result.previews.flatMap { preview in
      preview.messages.map { MessageView(plan: plan, preview: preview, planned: $0) }
    }.sorted { $0.day < $1.day }
    let pairs = Pairing.pairs(expected.count, messages.count) { expected[$0].fits(messages[$1]) }
    return messages.enumerated().map { place, message in
      if let kept = pairs.firstIndex(of: place) {
        let span = expected[kept].span
        let end = lineEnd(Int(span.end))
        let rest = file.text(in: Int(span.end)..<end)
        let isComment = rest.drop { $0 == " " }.first == "#"
        return Item(text: file.text(in: span.range), comment: isComment ? rest : "")
      }
      var keys = ["on: \(message.day)"]
      if result.previews.count > 1 { keys.append("customer: \(quoted(message.text(of: .customer)))") }
      keys.append("tier: \(message.text(of: .tier))")
      keys.append("tone: \(message.text(of: .tone))")
      let numbers = message.message.parts.map { quoted("\(message.preview.parts[$0.place])") }
      keys.append("invoices: [\(numbers.joined(separator: ", "))]")
      return Item(text: "{ \(keys.joined(separator: ", ")) }")
    }
  }

  private func block(_ items: [Item], _ indent: Int) -> String {
    items.map { "\n\(spaces(indent))- \($0.text)\($0.comment)" }.joined()
  }

  private func flow(_ items: [Item]) -> String {
    "[\(items.map(\.text).joined(separator: ", "))]"
  }

  /// In quotes where YAML could read something else.
  private func quoted(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
          || "-_/".unicodeScalars.contains($0)
      } && (text.first?.isLetter ?? false)
      && !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
    return isPlain
      ? text : "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func column(of offset: Int32) -> Int { file.position(at: Int(offset)).column - 1 }

  private func lineStart(_ offset: Int) -> Int { file.lineRange(file.line(at: offset)).lowerBound }

  private func lineEnd(_ offset: Int) -> Int { file.lineRange(file.line(at: offset)).upperBound }

  private func colonEnd(_ entry: Entry) -> Int {
    var place = Int(entry.key.span.end)
    while place < Int(entry.value.span.start), file.bytes[place] != UInt8(ascii: ":") { place += 1 }
    return place + 1
  }
}
