internal import Receivables

/// What words say about a day, as far as it can be known before it is clear whether they look ahead or back.
enum DateMeaning: Hashable, Sendable {
  case exact(Day)
  case dayAndMonth(day: Int, month: Int)
  case dayOfMonth(Int)
  case weekday(Int)
  /// A month without a day: its end, its middle (15) or its beginning (1).
  case month(Int, day: Int)
}

/// Turns what was said about days into days, from the day of the mail on.
struct DateClock: Sendable {
  let today: Day
  /// True where the sender writes the month before the day.
  let monthFirst: Bool

  enum Direction { case ahead, back }

  /// The day meant, looking ahead or back. Today counts, but not for a weekday: who means today says so.
  func day(_ meaning: DateMeaning, _ direction: Direction) -> Day? {
    switch meaning {
    case .exact(let day): return day
    case .weekday(let weekday):
      let ahead = (weekday - today.weekday + 7) % 7
      return direction == .ahead ? today + (ahead == 0 ? 7 : ahead) : today + (ahead - 7)
    case .dayOfMonth(let day): return dayOfMonth(day, direction)
    case .dayAndMonth(let day, let month): return inYear(day, month, direction)
    case .month(let month, let day):
      let year = today.civil.year
      let years = direction == .ahead ? [year, year + 1] : [year, year - 1]
      for year in years {
        guard let first = Day(year: year, month: month, day: 1) else { continue }
        let chosen = day >= 31 ? first.endOfMonth : first + (day - 1)
        if direction == .ahead ? chosen >= today : chosen <= today { return chosen }
      }
      return nil
    }
  }

  private func inYear(_ day: Int, _ month: Int, _ direction: Direction) -> Day? {
    let year = today.civil.year
    // 29 February may be four years away.
    let years = direction == .ahead ? Array(year...year + 4) : Array((year - 4...year).reversed())
    for year in years {
      guard let found = Day(year: year, month: month, day: day) else { continue }
      if direction == .ahead ? found >= today : found <= today { return found }
    }
    return nil
  }

  private func dayOfMonth(_ day: Int, _ direction: Direction) -> Day? {
    for distance in 0...12 {
      let first = today - (today.civil.day - 1)
      let month = first.adding(months: direction == .ahead ? distance : -distance)
      guard let found = Day(year: month.civil.year, month: month.civil.month, day: day) else { continue }
      if direction == .ahead ? found >= today : found <= today { return found }
    }
    return nil
  }

  /// True where the words may mean a day from the mail's day on. A day and month long past this year is one behind us.
  func canBeLater(_ meaning: DateMeaning) -> Bool {
    switch meaning {
    case .exact(let day): return day >= today
    case .weekday, .dayOfMonth: return true
    case .dayAndMonth, .month:
      guard let day = day(meaning, .ahead) else { return false }
      return day - today <= 240
    }
  }

  /// True where the words may mean a day up to that of the mail.
  func canBeEarlier(_ meaning: DateMeaning) -> Bool {
    switch meaning {
    case .exact(let day): return day <= today
    case .weekday, .dayOfMonth: return true
    case .dayAndMonth, .month:
      guard let day = day(meaning, .back) else { return false }
      return today - day <= 240
    }
  }

  /// True where the words can only mean a day ahead: the nearest day that fits lies there.
  func looksAhead(_ meaning: DateMeaning) -> Bool {
    switch meaning {
    case .exact(let day): return day > today
    case .weekday, .dayOfMonth: return false
    case .dayAndMonth, .month:
      guard let ahead = day(meaning, .ahead) else { return false }
      guard let back = day(meaning, .back) else { return true }
      return ahead - today < today - back && ahead != today
    }
  }

  /// How many months away a day of the month may be to fit its weekday.
  private static let months = 3

  /// "Friday the 5th", said on 4 August, when the next 5th is a Tuesday: the 5th of September.
  func fitting(_ meaning: DateMeaning, _ weekday: DateMeaning) -> DateMeaning {
    guard case .dayOfMonth(let day) = meaning, case .weekday(let weekday) = weekday else { return meaning }
    let near = [Direction.ahead, .back].compactMap { self.day(meaning, $0) }
    guard !near.contains(where: { $0.weekday == weekday }) else { return meaning }
    let first = today - (today.civil.day - 1)
    for distance in 1...Self.months {
      let month = first.adding(months: distance).civil
      if let found = Day(year: month.year, month: month.month, day: day), found.weekday == weekday {
        return .exact(found)
      }
    }
    return meaning
  }

  /// A date in figures.
  func meaning(of written: WrittenDate) -> DateMeaning? {
    var day = written.first
    var month = written.second
    if written.isISO || second(written) { swap(&day, &month) }
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    guard let year = written.year else { return .dayAndMonth(day: day, month: month) }
    return Day(year: year, month: month, day: day).map(DateMeaning.exact)
  }

  private func second(_ written: WrittenDate) -> Bool {
    if written.first > 12 { return false }
    if written.second > 12 { return true }
    return monthFirst
  }
}
