import PolicySyntax

/// Finds the time that was probably meant where one is written in other words than the language's.
enum TimingSlip {
  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen",
  ]
  private static let vocabulary = [
    "on", "before", "after", "due", "issued", "previous", "end", "of", "day", "days", "business", "week",
    "weeks",
    "month", "months",
  ]
  /// Words that mean one of the language, in any place.
  private static let meanings: [String: [String]] = [
    "working": ["business"], "work": ["business"], "banking": ["business"], "workday": ["business", "day"],
    "workdays": ["business", "days"], "calendar": [], "the": [], "date": [], "from": ["after"],
    "following": ["after"], "past": ["after"], "prior": ["before"], "to": [], "overdue": ["after", "due"],
    "late": ["after", "due"], "last": ["previous"], "invoice": ["issued"], "invoiced": ["issued"],
    "issue": ["issued"], "issuing": ["issued"], "invoicing": ["issued"], "a": ["1"], "an": ["1"],
    "d": ["days"],
  ]

  /// The time to send at; nil where nothing is sure enough to be offered.
  static func mendedTiming(_ text: String) -> String? {
    var words = translated(text)
    if let first = words.first, first.hasPrefix("-"), let side = words.firstIndex(of: "after") {
      words[0] = String(first.dropFirst())
      words[side] = "before"
    }
    if !words.contains("before"), !words.contains("after"), words.first != "on" {
      // A count alone: what a schedule counts from in nine cases of ten.
      if words.count == 1, words[0] == "due" { return "on due" }
      if words.count == 1 { words.append("days") }
      words += ["after", "due"]
    }
    return sure(words) {
      if case .success = Timing.parse($0) { true } else { false }
    }
  }

  /// The count of days; nil where nothing is sure enough to be offered.
  static func mendedSpan(_ text: String) -> String? {
    var words = translated(text)
    if words.count == 1 { words.append("days") }
    return sure(words) {
      if case .success = Timing.parseSpan($0) { true } else { false }
    }
  }

  private static func translated(_ text: String) -> [String] {
    guard text.utf8.count <= 100 else { return [] }
    return text.lowercased().split(separator: " ").flatMap { word -> [String] in
      let word = String(word)
      if vocabulary.contains(word) { return [word] }
      if let number = numbers.firstIndex(of: word) { return ["\(number + 1)"] }
      if let meaning = meanings[word] { return meaning }
      if isNumber(word) || word.hasPrefix("-") { return [word] }
      return [Nearest.name(to: word, among: vocabulary) ?? word]
    }
  }

  /// With the unit in the number of its count, where the result is a time of the language.
  private static func sure(_ words: [String], _ isTime: (String) -> Bool) -> String? {
    var words = words
    guard let count = words.first, isNumber(count) || count == "on" else { return nil }
    let isOne = count == "1"
    for place in words.indices.dropFirst().prefix(2) {
      for unit in ["day", "week", "month"] where words[place] == unit || words[place] == unit + "s" {
        words[place] = isOne ? unit : unit + "s"
      }
    }
    let text = words.joined(separator: " ")
    return isTime(text) ? text : nil
  }

  private static func isNumber(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { (48...57).contains($0) }
  }
}
