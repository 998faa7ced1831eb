/// Finds what a person probably meant: by few slips of the finger first, then by meaning.
package enum Nearest {
  /// The candidate closest to a word, or nil where none is close enough to be offered.
  ///
  /// Close enough are: the same letters in other case or with `-` for `_`; at most a third of the word's letters
  /// slipped (one for words of three letters); or a word of the same meaning in the table.
  ///
  /// - Parameters:
  ///   - word: What was written.
  ///   - candidates: What could have been written; the first of equals wins.
  /// - Complexity: O(candidates × length²); words are cut to 64 letters.
  package static func name(to word: String, among candidates: [String]) -> String? {
    let wanted = folded(word)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = folded(candidate)
      let allowed = max(1, min(wanted.count, other.count) / 3)
      let distance = distance(wanted, other, limit: allowed)
      if distance <= allowed, wanted.count > 1 || distance == 0, distance < best?.distance ?? Int.max {
        best = (candidate, distance)
      }
    }
    if let best { return best.candidate }
    return byMeaning(word, among: candidates)
  }

  /// A list of names for a message: in backticks, cut to five and the count of the rest.
  package static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
  }

  /// How many letters have to be added, dropped, changed or swapped with their neighbour.
  package static func distance(from first: String, to second: String) -> Int {
    distance(Array(first.unicodeScalars), Array(second.unicodeScalars), limit: Int.max)
  }

  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar], limit: Int) -> Int {
    guard abs(first.count - second.count) <= limit else { return abs(first.count - second.count) }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }

  private static func folded(_ word: String) -> [Unicode.Scalar] {
    word.unicodeScalars.prefix(64).map { scalar in
      if scalar == "-" || scalar == " " { return "_" }
      return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }
  }

  private static func byMeaning(_ word: String, among candidates: [String]) -> String? {
    let wanted = String(String.UnicodeScalarView(folded(word)))
    for group in meanings where group.contains(wanted) {
      if let match = candidates.first(where: { group.contains($0) }) { return match }
    }
    return nil
  }

  /// Words that people use for one another, from what other tools and languages call these things.
  private static let meanings: [[String]] = [
    ["when", "if", "condition", "filter", "match", "where", "rule", "expression"],
    ["send", "after", "delay", "days", "wait", "day", "offset", "at"],
    ["tier", "step", "stage", "reminder", "level_name"],
    ["schedule", "ladder", "sequence", "plan", "cadence"],
    ["schedules", "ladders", "sequences", "plans", "tiers", "steps"],
    ["segments", "groups", "audiences", "rules", "filters"],
    ["tone", "style", "voice", "mood"],
    ["tones", "templates", "messages", "letters", "styles"],
    ["body", "text", "message", "content", "template"],
    ["subject", "title", "headline"],
    ["policy", "name", "id", "title"],
    ["duly", "version"],
    ["email", "mail", "address", "e_mail"],
    ["reply_to", "replyto", "answer_to"],
    ["timezone", "time_zone", "tz", "zone"],
    ["currency", "base_currency"],
    ["language", "locale", "lang"],
    ["business", "company", "seller", "organisation", "organization"],
    ["holidays", "public_holidays", "bank_holidays"],
    ["send", "window", "hours", "office_hours"],
    ["week", "weekdays", "business_days", "workdays"],
    ["when_closed", "roll", "adjust", "on_closed"],
    ["approval", "approve", "needs_approval", "review", "confirm"],
    ["hold", "stop", "block", "pause", "suspend"],
    ["pause", "wait", "quiet", "snooze", "hold"],
    ["flag", "alert", "warn", "mark"],
    ["notify", "tell", "inform", "alert"],
    ["do", "action", "actions", "then"],
    ["note", "comment", "reason", "description"],
    ["min_gap", "gap", "interval", "spacing"],
    ["at_most", "cap", "max", "maximum", "limit"],
    ["per_run", "max_per_run", "batch"],
    ["min_balance", "minimum", "threshold", "min_amount"],
    ["charges", "fees", "interest"],
    ["interest", "late_fee", "penalty"],
    ["recipients", "contacts", "roles"],
    ["escalations", "alerts", "exceptions"],
    ["include", "import", "imports", "includes"],
    ["owner", "manager", "responsible"],
    ["friendly", "soft", "gentle", "polite"],
    ["plain", "neutral", "normal"],
    ["firm", "hard", "strict"],
  ]
}
