import Receivables

/// A weekday, a window, a clock time: texts of the calendar and the review.
enum ClockText {
  static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let longWeekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// 1 for `mon` or `monday` to 7; nil for another word.
  static func weekday(_ word: some StringProtocol) -> Int? {
    let word = String(word)
    return (weekdays.firstIndex(of: word) ?? longWeekdays.firstIndex(of: word)).map { $0 + 1 }
  }

  /// `mon-fri`, `mon-wed,fri`, `sun-thu`; else the part that is none.
  static func week(_ text: String) -> Result<WeekdaySet, TimingProblem> {
    var days: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { weekday(trim($0)) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else {
        return .failure(TimingProblem("`\(trim(part))` is no day of the week and no range of them"))
      }
      var day = first
      days.append(day)
      while day != last {
        day = day % 7 + 1
        days.append(day)
      }
    }
    return .success(WeekdaySet(days))
  }

  /// Minutes after midnight of `09:30`, up to `24:00`; nil for another text.
  static func minute(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  static func trim(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return text
  }

  /// The days and the window of a sending time: `mon - fri 09:30 - 16:30` has its blanks around the dashes taken away.
  static func parts(_ text: String) -> (days: String, window: String?) {
    var words: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      let joins = word.hasPrefix("-") || word.hasPrefix(",")
      if let last = words.last, joins || last.hasSuffix("-") || last.hasSuffix(",") {
        words[words.count - 1] = last + word
      } else {
        words.append(word)
      }
    }
    guard let last = words.last, last.utf8.first.map({ (48...57).contains($0) }) ?? false else {
      return (words.joined(separator: " "), nil)
    }
    return (words.dropLast().joined(separator: " "), last)
  }

  private static let germanWeekdays = ["mo", "di", "mi", "do", "fr", "sa", "so"]

  /// Days of the week as they were probably meant: capitals, `to` for a dash, German names; nil where that is not sure.
  static func mendedWeek(_ text: String) -> String? {
    var plain = text.lowercased()
    for (from, to) in [
      (" to ", "-"), (" bis ", "-"), (" - ", "-"), ("–", "-"), (" and ", ","), (" und ", ","),
    ] {
      plain = plain.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
    }
    let parts = plain.split(separator: ",", omittingEmptySubsequences: false).map { part in
      part.split(separator: "-", omittingEmptySubsequences: false).map { end -> String? in
        let word = String(trim(end))
        if let day = weekday(word) ?? weekday(word.prefix(3)) { return weekdays[day - 1] }
        return germanWeekdays.firstIndex(of: word).map { weekdays[$0] }
      }
    }
    guard parts.allSatisfy({ !$0.contains(nil) }) else { return nil }
    let mended = parts.map { $0.compactMap(\.self).joined(separator: "-") }.joined(separator: ",")
    if case .success = week(mended) { return mended }
    return nil
  }

  /// Days and window as they were probably meant; days alone and windows with `.` for `:` among them.
  static func mendedSending(_ text: String) -> String? {
    let (days, window) = parts(text)
    guard let week = days.isEmpty ? "mon-fri" : mendedWeek(days) else { return nil }
    guard let window else { return week }
    let ends = window.split(separator: "-", omittingEmptySubsequences: false).map { end in
      end.utf8.contains(UInt8(ascii: ":")) || end.utf8.contains(UInt8(ascii: ".")) ? String(end) : end + ":00"
    }.map { String($0.map { $0 == "." ? ":" : $0 }) }
    guard ends.count == 2, let from = minute(ends[0]), let until = minute(ends[1]), from < until else {
      return nil
    }
    return week + " " + ends.joined(separator: "-")
  }
}
