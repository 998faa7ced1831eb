/// Files of rules without the two snippets that show them: one that triggers the rule, one that does not.
enum RulesWithoutExamples {
  /// The folders in which each file that makes a `Rule` is the page of that rule.
  private static let folders: Set<Substring> = ["Rules", "Checks"]

  static func findings(in source: SourceText) -> [Finding] {
    let folder = source.path.split(separator: "/").dropLast().last ?? ""
    guard folders.contains(folder) else { return [] }
    let rules = source.offsets(of: "Rule(", inCode: true)
    guard let rule = rules.first else { return [] }
    var found: [Finding] = []
    func report(_ offset: Int, _ message: String) {
      found.append(Finding(path: source.path, line: source.line(of: offset), message: message))
    }
    if rules.count > 1 { report(rules[1], "a second rule; each has a file of its own") }
    for label in ["triggering:", "passing:"] {
      guard let offset = source.offsets(of: label, inCode: true).first else {
        report(rule, "no `\(label)` snippet")
        continue
      }
      if literal(after: offset + label.utf8.count, in: source).isEmpty {
        report(offset, "`\(label)` is empty")
      }
    }
    if let offset = source.offsets(of: "name:", inCode: true).first {
      let name = literal(after: offset + "name:".utf8.count, in: source)
      if name.filter({ $0 != "-" }) != source.name.lowercased() {
        report(offset, "rule `\(name)` stands in a file of another name")
      }
    }
    return found
  }

  /// The text of the string that begins next, without the white space around it.
  private static func literal(after start: Int, in source: SourceText) -> String {
    guard let opening = source.code[start...].firstIndex(of: .quote) else { return "" }
    let isMultiline = source.code[opening...].prefix(3).allSatisfy { $0 == .quote }
    let first = opening + (isMultiline ? 3 : 1)
    guard first < source.code.count, let closing = source.code[first...].firstIndex(of: .quote) else {
      return ""
    }
    let text = String(decoding: source.bytes[first..<closing], as: UTF8.self)
    return String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
