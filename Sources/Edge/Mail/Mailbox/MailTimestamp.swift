/// The dates of mails: `17-Jul-2026 02:44:25 -0700` of IMAP and `Fri, 17 Jul 2026 02:44:25 -0700` of headers.
/// Source: RFC 3501, 9 (`date-time`); RFC 5322, 3.3.
package enum MailTimestamp {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Seconds since 1970; nil where the text is no such date.
  package static func seconds(of text: String) -> Int64? {
    let words = text.utf8.prefix(100).split { $0 == 32 || $0 == 9 }
      .map { String(decoding: $0, as: UTF8.self) }
    var rest = words[...]
    if let first = rest.first, first.hasSuffix(",") { rest.removeFirst() }
    guard let first = rest.first else { return nil }
    var date = first.split(separator: "-").map(String.init)
    if date.count == 3 {
      rest.removeFirst()
    } else {
      date = Array(rest.prefix(3))
      rest = rest.dropFirst(3)
    }
    guard date.count == 3, let day = Int64(date[0]), (1...31).contains(day),
      let month = months.firstIndex(of: date[1].prefix(3).lowercased()), let year = Int64(date[2]),
      (1970...9999).contains(year), let clock = rest.first.flatMap(Self.clock)
    else { return nil }
    return days(year, Int64(month) + 1, day) * 86_400 + clock - offset(rest.dropFirst().first)
  }

  /// `9-Mar-2026`, the day of an instant in UTC, as IMAP's SEARCH takes it.
  static func day(of seconds: Int64) -> String {
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    // Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let place = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * place + 2) / 5 + 1
    let month = place < 10 ? place + 3 : place - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(day)-\(months[Int(month) - 1].capitalizedByHand)-\(year)"
  }

  /// Days since 1970-01-01.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Seconds since midnight of `02:44:25` or `02:44`.
  private static func clock(_ word: String) -> Int64? {
    let numbers = word.split(separator: ":").map { Int64($0) ?? -1 }
    guard (2...3).contains(numbers.count), (0...23).contains(numbers[0]), (0...59).contains(numbers[1]),
      numbers.count == 2 || (0...60).contains(numbers[2])
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  /// Seconds east of UTC of `-0700`; 0 for names of zones, which mean little.
  private static func offset(_ word: String?) -> Int64 {
    guard let word, word.utf8.count == 5, let sign = word.first, sign == "+" || sign == "-",
      let number = Int64(word.dropFirst()), number < 2400
    else { return 0 }
    let seconds = number / 100 * 3600 + number % 100 * 60
    return sign == "-" ? -seconds : seconds
  }
}

extension String {
  fileprivate var capitalizedByHand: String { prefix(1).uppercased() + dropFirst() }
}
