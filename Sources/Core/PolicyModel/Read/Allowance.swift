import PolicySyntax
import Receivables

/// A rule that may be broken inside a place, because the policy says so there: in an `allow` field or in a comment.
struct Allowance {
  /// The finding has to begin in here.
  let place: Span
  /// What is written for the rule, with its place: a name, or an id such as `DN501`; empty where nothing is written.
  let rule: Located<String>
  /// Whether somebody says why.
  let hasReason: Bool
  /// The last day on which it holds; nil for good.
  let until: Day?
  /// A field without a reason is a form of the language; a comment without one is half a comment.
  let isComment: Bool

  /// Whether a finding is of this rule and in this place, on any day.
  func covers(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity != .error && place.file == diagnostic.span.file
      && (rule.value == diagnostic.rule.name || rule.value == diagnostic.rule.id)
      && (place.range.contains(Int(diagnostic.span.start)) || place.start == diagnostic.span.start)
  }

  /// Whether it holds no more; where nobody knows the day, everything holds.
  func isPast(on today: Day?) -> Bool {
    guard let today, let until else { return false }
    return until < today
  }
}

extension PolicyReader {
  /// Rules that are allowed at a place: a name, a list of names, or names with a reason each, and a day until which it
  /// holds: `{ RULE: reason }`, `{ RULE: { reason: …, until: 2026-12-31 } }`.
  mutating func allowed(_ node: Node?, at place: Span) -> [Located<String>] {
    guard let node else { return [] }
    var names: [Located<String>] = []
    for entry in node.mapping ?? [] {
      let name = Located(entry.name, entry.key.span)
      var (reason, until): (Located<String>?, Day?)
      if entry.value.mapping != nil {
        let title = "what is said of `\(entry.name)`"
        guard let fields = fields(entry.value, .allowance, title: title) else { continue }
        reason = fields["reason"].flatMap { text($0, "the reason") }
        until = fields["until"].flatMap { singleDay($0) }
      } else if entry.value.scalar?.resolved != .null {
        reason = text(entry.value, "the reason why `\(entry.name)` is allowed")
      }
      names.append(name)
      allowances.append(
        Allowance(
          place: place, rule: name, hasReason: reason.map { !$0.value.isEmpty } ?? false, until: until,
          isComment: false))
    }
    guard node.mapping == nil else { return names }
    for item in oneOrMany(node) {
      guard let name = name(item, "a rule that is allowed") else { continue }
      names.append(name)
      allowances.append(Allowance(place: place, rule: name, hasReason: false, until: nil, isComment: false))
    }
    return names
  }

  /// The findings that no allowance silences, and those about allowances themselves.
  func withoutAllowed(_ found: [Diagnostic]) -> [Diagnostic] {
    let allowances = self.allowances + AllowComment.all(in: sources)
    if allowances.isEmpty { return found }
    var isUsed = Array(repeating: false, count: allowances.count)
    var kept = found.filter { diagnostic in
      var isAllowed = false
      for (place, allowance) in allowances.enumerated() where allowance.covers(diagnostic) {
        isUsed[place] = true
        if !allowance.isPast(on: today) { isAllowed = true }
      }
      return !isAllowed
    }
    // While there are errors, not all is looked at that could be found.
    let isWhole = !found.contains { $0.severity == .error }
    for (allowance, isUsed) in zip(allowances, isUsed) {
      let isJudged = isWhole && (sources.books != nil || !RuleCatalogue.needsBooks(allowance.rule.value))
      if let finding = DoubtfulAllow.diagnostic(allowance, isUsed: isUsed || !isJudged, on: today) {
        kept.append(finding)
      }
    }
    return kept
  }
}
