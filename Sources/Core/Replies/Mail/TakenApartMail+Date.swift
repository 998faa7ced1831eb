package import Receivables

extension TakenApartMail {
  /// The day on the mail's `Date:` line, on the sender's calendar as written there; nil where the line is missing or
  /// holds no day.
  ///
  /// Source: RFC 5322, section 3.3, with the years of two and three figures of section 4.3.
  package var writtenOn: Day? {
    guard let line = header("Date") else { return nil }
    let words = line.split { " ,\t-".contains($0) }.prefix(5).map(String.init)
    // The weekday may be missing: the day is the first number.
    guard let place = words.firstIndex(where: { $0.utf8.allSatisfy(\.isDigit) }), place + 2 < words.count,
      let day = Int(words[place]), words[place].utf8.count <= 2,
      let month = Self.months.firstIndex(of: words[place + 1].lowercased().prefix(3).description),
      let year = Int(words[place + 2]), (0...9999).contains(year)
    else { return nil }
    let whole = year >= 1000 ? year : year >= 50 ? year + 1900 : year + 2000
    return Day(year: whole, month: month + 1, day: day)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
