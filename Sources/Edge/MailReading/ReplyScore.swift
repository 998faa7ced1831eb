import Receivables
package import Replies

/// Counts how often Duly and a person understood the same.
package struct ReplyScore {
  /// How many of how many.
  package struct Share {
    package private(set) var right = 0
    package private(set) var all = 0

    mutating func count(_ isRight: Bool) {
      all += 1
      if isRight { right += 1 }
    }

    /// In per cent with one decimal, as text; `-` where there is nothing to count.
    package var percent: String {
      guard all > 0 else { return "-" }
      let tenths = (right * 1000 + all / 2) / all
      return "\(tenths / 10).\(tenths % 10) %"
    }
  }

  package private(set) var primary = Share()
  /// Of the mails in which either of the two sees a promise.
  package private(set) var promiseDate = Share()
  /// Of the mails in which either of the two sees an absence.
  package private(set) var dayOfReturn = Share()
  package private(set) var visibleReply = Share()
  package private(set) var disputeReason = Share()
  package private(set) var request = Share()
  package private(set) var needsPerson = Share()
  /// A silence that nobody asked for.
  package private(set) var wrongSilence = 0
  /// A dispute or a stop that was not seen.
  package private(set) var missed = 0
  package private(set) var mails = 0

  package var dangerous: Int { wrongSilence + missed }

  package init() {}

  /// Counts one mail.
  /// - Returns: What differs, in short words; empty where nothing does.
  package mutating func count(_ understanding: Understanding, _ truth: ReplyTruth) -> [String] {
    mails += 1
    var differences: [String] = []
    func check(
      _ share: WritableKeyPath<ReplyScore, Share>, _ isRight: Bool, _ words: @autoclosure () -> String
    ) {
      self[keyPath: share].count(isRight)
      if !isRight { differences.append(words()) }
    }
    check(
      \.primary, understanding.primary.rawValue == truth.primary,
      "\(understanding.primary.rawValue) instead of \(truth.primary)")
    if truth.promise != nil || understanding.promise != nil {
      let isRight =
        truth.promise.map { dates in understanding.promise.map { dates.contains($0.date) } ?? false } ?? false
      check(
        \.promiseDate, isRight,
        "promise \(Self.words(understanding.promise.map { [$0.date] })) instead of \(Self.words(truth.promise))"
      )
    }
    if truth.intents.contains("out_of_office") || understanding.intents.contains(.outOfOffice) {
      check(
        \.dayOfReturn, truth.returns.contains(understanding.outOfOfficeUntil),
        "back \(Self.words([understanding.outOfOfficeUntil])) instead of \(Self.words(truth.returns))")
    }
    check(
      \.visibleReply, truth.visible.contains { Self.plain($0) == Self.plain(understanding.visibleReply) },
      "visible reply")
    if truth.disputes || understanding.dispute != nil {
      check(
        \.disputeReason, truth.disputeReason == understanding.dispute?.reason,
        "reason \(understanding.dispute?.reason ?? "none") instead of \(truth.disputeReason ?? "none")")
    }
    if truth.request != nil || understanding.request != nil {
      check(
        \.request, truth.request == understanding.request,
        "request \(understanding.request ?? "none") instead of \(truth.request ?? "none")")
    }
    check(
      \.needsPerson, truth.needsPerson == understanding.needsPerson,
      "needs person: \(understanding.needsPerson)")
    danger(understanding, truth, &differences)
    return differences
  }

  private mutating func danger(
    _ understanding: Understanding, _ truth: ReplyTruth, _ differences: inout [String]
  ) {
    let quiet: Set<String> = ["promise", "claims_paid", "out_of_office", "dispute", "stop"]
    let isQuiet = understanding.intents.contains { quiet.contains($0.rawValue) }
    if isQuiet, !truth.intents.contains(where: quiet.contains) {
      wrongSilence += 1
      differences.append("WRONG SILENCE")
    }
    if truth.disputes && understanding.dispute == nil || truth.stop && !understanding.stop {
      missed += 1
      differences.append("MISSED")
    }
  }

  /// Days in words.
  private static func words(_ days: [Day?]?) -> String {
    guard let days else { return "none" }
    return days.map { $0?.description ?? "open" }.joined(separator: " or ")
  }

  /// Without differences of white space.
  private static func plain(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
