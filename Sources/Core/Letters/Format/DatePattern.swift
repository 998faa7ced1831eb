/// How a language writes a day, such as `EEEE, d MMMM y`.
///
/// Letters as in CLDR: `d`, `dd` day; `M`, `MM` month; `MMMM` its name; `y` year; `EEEE` weekday. Beside the name of a
/// month, `d` is the day with the ordinal that some languages give the first. Other characters, and what stands
/// between apostrophes, stand for themselves. Source: Unicode Technical Standard 35, part 4.
struct DatePattern: Sendable {
  /// A part of a pattern.
  enum Piece: Hashable, Sendable {
    case day, paddedDay, ordinalDay
    case month, paddedMonth, monthName
    case year, weekday
    case text([UInt8])
  }

  let pieces: [Piece]

  init(_ pattern: String) {
    var pieces: [Piece] = []
    var text: [UInt8] = []
    var letters = Array(pattern.utf8)[...]
    var isQuoted = false
    func field(_ letter: UInt8, _ count: Int) -> Piece? {
      switch (letter, count) {
      case (UInt8(ascii: "d"), 1): .day
      case (UInt8(ascii: "d"), _): .paddedDay
      case (UInt8(ascii: "M"), 1): .month
      case (UInt8(ascii: "M"), 2): .paddedMonth
      case (UInt8(ascii: "M"), _): .monthName
      case (UInt8(ascii: "y"), _): .year
      case (UInt8(ascii: "E"), _): .weekday
      default: nil
      }
    }
    while let letter = letters.first {
      let run = letters.prefix { $0 == letter }.count
      if letter == UInt8(ascii: "'") {
        isQuoted.toggle()
        letters.removeFirst()
      } else if !isQuoted, let piece = field(letter, run) {
        if !text.isEmpty { pieces.append(.text(text)) }
        text = []
        pieces.append(piece)
        letters.removeFirst(run)
      } else {
        text.append(letter)
        letters.removeFirst()
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    self.pieces = pieces.contains(.monthName) ? pieces.map { $0 == .day ? .ordinalDay : $0 } : pieces
  }
}

/// The ways in which `date(d, STYLE)` writes a day.
package enum DateStyle: String, Hashable, Sendable, CaseIterable {
  /// `2 March 2026`: what `date(d)` writes; CLDR's long form.
  case medium
  /// With the weekday; CLDR's full form.
  case long
  /// In digits, as the language writes them; CLDR's short form with the whole year.
  case short
  /// `2026-03-02`, in every language.
  case iso
}
