/// What is said of calls that nothing declares.
extension Checker {
  mutating func reportUnknownFunction(_ node: Expression, _ name: Expression.Name, isMember: Bool) {
    guard case .call(_, let receiver, let arguments) = node.kind else { return }
    if let receiver, let issue = unknownInNameSpace(name, receiver) {
      report(issue)
      return
    }
    let globals = globalNames
    let members = memberNames
    let known = isMember ? members : globals.filter { !$0.contains(".") } + ["has"]
    let near = Suggestion.near(name.text, among: known)
    var issue = Issue(
      range: name.range, kind: .unknownFunction,
      message: isMember
        ? "there is no function `.\(name.text)(…)`" : "there is no function `\(name.text)(…)`",
      expected: near)
    let meant = FunctionSynonyms.meaning(of: name.text)
    if let full = globals.first(where: { $0.hasSuffix(".\(name.text)") }) {
      inNameSpace(&issue, full, node, name, receiver, arguments)
    } else if isMember, globals.contains(name.text) {
      inNameSpace(&issue, name.text, node, name, receiver, arguments)
    } else if !isMember, members.contains(name.text) {
      issue.help = "write it behind its value: `x.\(name.text)(…)`"
      issue.expected = ["x.\(name.text)"]
    } else if let meant, known.contains(meant) || (!isMember && globals.contains(meant)) {
      issue.help = "it is called `\(meant)` here"
      issue.replacement = Issue.Replacement(range: name.range, text: meant)
      issue.expected = [meant]
    } else if let meant {
      issue.help = isMember ? "write `\(meant)(x)`" : "write `x.\(meant)(…)`"
      issue.expected = [meant]
    } else if let advice = FunctionSynonyms.advice(about: name.text) {
      issue.help = advice
    } else if let best = near.first {
      issue.help = "a function with a similar name exists: `\(best)`"
      issue.replacement = Issue.Replacement(range: name.range, text: best)
    }
    report(issue)
  }

  /// Completes the issue of `abs(x)` or `x.abs()`, which is `math.abs(x)`, and of `x.int()`.
  private func inNameSpace(
    _ issue: inout Issue, _ full: String, _ node: Expression, _ name: Expression.Name,
    _ receiver: Expression?,
    _ arguments: [Expression]
  ) {
    issue.expected = [full]
    guard let receiver else {
      issue.help = "its full name is `\(full)`"
      issue.replacement = Issue.Replacement(range: name.range, text: full)
      return
    }
    issue.help = "write `\(full)(\(snippet(receiver)))`"
    guard arguments.isEmpty else { return }
    let value = String(decoding: source[receiver.range], as: UTF8.self)
    issue.replacement = Issue.Replacement(range: node.range, text: "\(full)(\(value))")
  }

  /// The issue of `math.grates(…)`: a function of a name space, or of what nearly is one.
  private func unknownInNameSpace(_ name: Expression.Name, _ receiver: Expression) -> Issue? {
    guard let chain = names.chain(receiver) else { return nil }
    switch names.meaning(of: chain) {
    case .type, nil: break
    case .local, .slot, .scope: return nil
    }
    let full = globalNames.filter { $0.contains(".") } + ["cel.bind"]
    let spaces = Set(full.map(Checker.nameSpace)).sorted()
    guard let space = Suggestion.near(chain.name, among: spaces).first else { return nil }
    let written = "\(chain.name).\(name.text)"
    let meant = FunctionSynonyms.meaning(of: name.text).flatMap { full.contains($0) ? $0 : nil }
    let near = (meant.map { [$0] } ?? []) + Suggestion.near(written, among: full)
    let functions = full.filter { Checker.nameSpace($0) == space }.sorted()
    let range = receiver.range.lowerBound..<name.range.upperBound
    var issue = Issue(
      range: range, kind: .unknownFunction, message: "there is no function `\(written)(…)`",
      expected: near.isEmpty ? functions : near)
    if let best = near.first {
      issue.help = "a function with a similar name exists: `\(best)`"
      issue.replacement = Issue.Replacement(range: range, text: best)
    } else {
      let shown = functions.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
      issue.help = "the functions of `\(space)` are \(shown)" + (functions.count > 5 ? " and others" : "")
    }
    return issue
  }

  private static func nameSpace(_ name: String) -> String {
    name.split(separator: ".").dropLast().joined(separator: ".")
  }

  private var globalNames: [String] {
    let standard = Signature.all.filter { !$0.isMember }.map(\.function.rawValue)
    return Set(standard + environment.functions.filter { !$0.isMember }.map(\.name)).sorted()
  }

  private var memberNames: [String] {
    let standard = Signature.all.filter(\.isMember).map(\.function.rawValue)
    let macros = Comprehension.Kind.allCases.map(\.rawValue).filter { !$0.contains(".") }
    let hosts = environment.functions.filter(\.isMember).map(\.name)
    return Set(standard + hosts + macros + ["or", "orValue", "tagged"]).sorted()
  }
}
