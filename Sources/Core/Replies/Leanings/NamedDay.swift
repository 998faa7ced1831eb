internal import Receivables

/// A day ahead that a reply names, with the signs that say whether it is the one on which somebody pays: what stands around
/// it, and which of several it is.
struct NamedDay {
  let day: Day
  /// Each sign once.
  let signs: [LeaningSign]

  /// How many tokens around a day belong to it.
  private static let near = 8

  /// The days ahead of a reply, in order.
  static func all(in reading: Reading) -> [NamedDay] {
    let found = reading.sentences.enumerated().flatMap { index, sentence in
      sentence.dates.compactMap { date in
        reading.clock.canBeLater(date.meaning) && !reading.isBehindSince(date, index)
          ? reading.clock.day(date.meaning, .ahead).map { (sentence: index, date: date, day: $0) } : nil
      }
    }
    guard !found.isEmpty else { return [] }
    let pieces = reading.sentences.indices.map { LeaningPiece.all(of: $0, in: reading) }
    let days = found.map(\.day)
    let priced = found.filter { isPriced($0.date, $0.sentence, reading) }.map(\.day)
    return found.enumerated().map { number, item in
      var signs = SignList()
      for text in around(item.date, item.sentence, pieces, reading) { signs.add(item.sentence, text) }
      for text in shape(item.date, item.sentence, reading) { signs.add(item.sentence, text) }
      for text in told(item.date, item.sentence, reading) { signs.add(item.sentence, text) }
      let place = number == found.count - 1 ? "last" : number == 0 ? "first" : "between"
      signs.add(item.sentence, Set(days).count == 1 ? "only" : place)
      let order = item.day == days.max() ? "latest" : item.day == days.min() ? "earliest" : "neither"
      signs.add(item.sentence, order)
      // Of instalments the first is promised.
      if Set(priced).count > 1, priced.contains(item.day) { signs.add(item.sentence, "instalment ", order) }
      return NamedDay(day: item.day, signs: signs.all)
    }
  }

  /// True for a day beside an amount that was not paid already.
  private static func isPriced(_ date: Sentence.DateFound, _ index: Int, _ reading: Reading) -> Bool {
    let sentence = reading.sentences[index]
    let clause = sentence.clause(around: date.range)
    let isPaid = reading.findings.contains {
      $0.sentence == index && $0.meaning == .claimsPaid && $0.range.overlaps(clause)
    }
    return !isPaid && !Amounts.all(in: clause, of: sentence).isEmpty
  }

  /// The themes of the clause, before and behind the day, of the sentence, of the last and of the next.
  private static func around(
    _ date: Sentence.DateFound, _ index: Int, _ pieces: [[LeaningPiece]], _ reading: Reading
  ) -> [String] {
    let clause = reading.sentences[index].clause(around: date.range)
    var texts: [String] = []
    for piece in pieces[index] where !date.range.contains(piece.place) {
      for name in reading.rules.learnt.vocabulary.names(of: piece) {
        texts.append("sentence " + name)
        if clause.contains(piece.place) { texts.append("clause " + name) }
        if (date.range.lowerBound - near..<date.range.lowerBound).contains(piece.place) {
          texts.append("before " + name)
        }
        if (date.range.upperBound..<date.range.upperBound + near).contains(piece.place) {
          texts.append("behind " + name)
        }
      }
    }
    if index > 0 {
      texts += pieces[index - 1].flatMap { reading.rules.learnt.vocabulary.names(of: $0) }.prefix(12).map {
        "last " + $0
      }
    }
    if index + 1 < pieces.count {
      texts += pieces[index + 1].flatMap { reading.rules.learnt.vocabulary.names(of: $0) }.prefix(6).map {
        "next " + $0
      }
    }
    return texts
  }

  /// What rules found around a day: in its words, in its clause, in its sentence, and before and behind that.
  private static func told(_ date: Sentence.DateFound, _ index: Int, _ reading: Reading) -> [String] {
    let clause = reading.sentences[index].clause(around: date.range)
    return reading.findings.flatMap { finding -> [String] in
      guard finding.sentence == index else {
        return [(finding.sentence < index ? "told before " : "told behind ") + finding.meaning.family]
      }
      let family =
        switch finding.meaning {
        case .returns: "returns"
        case .awayUntil: "until"
        default: finding.meaning.family
        }
      var texts = ["told " + family]
      if finding.range.overlaps(clause) { texts.append("told beside " + family) }
      if finding.range.overlaps(date.range) { texts.append("told with " + family) }
      return texts
    }
  }

  /// What the day is like, and its sentence.
  private static func shape(_ date: Sentence.DateFound, _ index: Int, _ reading: Reading) -> [String] {
    let sentence = reading.sentences[index]
    let kind =
      switch date.meaning {
      case .exact: "exact"
      case .dayAndMonth: "day and month"
      case .dayOfMonth: "day of month"
      case .weekday: "weekday"
      case .month: "month"
      }
    let ahead = reading.clock.day(date.meaning, .ahead).map { $0 - reading.clock.today } ?? 0
    let isLast = !sentence.dates.contains {
      $0.range.lowerBound > date.range.lowerBound && reading.clock.canBeLater($0.meaning)
    }
    return [
      "kind " + kind, "since \(reading.isBehindSince(date, index))", "by \(reading.isBehindBy(date, index))",
      "ahead \([0, 7, 31, 62].firstIndex { ahead <= $0 } ?? 4)", "last of sentence \(isLast)",
      "question \(sentence.isQuestion)", "last sentence \(index == reading.sentences.count - 1)",
      "maybe behind \(reading.clock.canBeEarlier(date.meaning))",
    ]
  }
}

/// The likeliest of the days that a reply names: on which somebody pays, or is back.
struct LikelyDay {
  /// Nil where the reply names no day.
  let day: Day?
  /// How likely it is one at all: log-odds.
  let lead: Double

  /// What a reply without a day has for a lead.
  private static let none = -4.0
  /// A day that is no likelier is none.
  private static let least = -3.0
  private static let most = 9.0

  /// - Parameter table: Learnt for such days; without one no day is likely.
  init(of days: [NamedDay], _ table: Leanings) {
    let leads = table.isEmpty ? [] : days.map { table.scores($0.signs)[0] }
    let lead = leads.max() ?? Self.none
    day = leads.firstIndex(of: lead).map { days[$0].day }
    self.lead = min(max(lead, -Self.most), Self.most)
  }

  /// The day, where it is likely enough to be one.
  var settled: Day? { lead > Self.least ? day : nil }
}
