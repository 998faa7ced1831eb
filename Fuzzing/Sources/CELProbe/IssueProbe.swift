import CEL

/// What is promised of the issues of an expression: there are some or a tree, and their places are real.
enum IssueProbe {
  /// The promises that the result of a reading breaks.
  static func brokenPromises(of result: CheckResult, _ text: String, _ stage: String) -> [String] {
    let hasBoth = (result.expression == nil) == result.issues.isEmpty
    return (hasBoth ? ["`\(stage)` gives an expression and issues, or neither"] : [])
      + brokenPromises(of: result.issues, text)
  }

  /// The promises that the issues of a text break.
  static func brokenPromises(of issues: [Issue], _ text: String) -> [String] {
    var broken: [String] = []
    let starts = issues.map(\.range.lowerBound)
    if zip(starts, starts.dropFirst()).contains(where: >) { broken.append("the issues are not in order") }
    for issue in issues {
      if issue.message.isEmpty || issue.expected.count > 5 { broken.append("the words are wrong: \(issue)") }
      var places = [issue.range] + issue.labels.map(\.range)
      if let replacement = issue.replacement { places.append(replacement.range) }
      if !places.allSatisfy({ isPlace($0, in: text) }) {
        broken.append("a place is not in the text: \(issue)")
      }
    }
    return broken
  }

  /// Whether a range lies in the text and cuts no character of it in two.
  private static func isPlace(_ range: Range<Int>, in text: String) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= text.utf8.count else { return false }
    return [range.lowerBound, range.upperBound].allSatisfy { offset in
      let place = text.utf8.index(text.startIndex, offsetBy: offset)
      return place.samePosition(in: text.unicodeScalars) != nil
    }
  }
}
