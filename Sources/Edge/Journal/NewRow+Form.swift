extension NewRow {
  /// What keeps an event from being stored, in words that stand after "an event"; nil where nothing does.
  var mistakeOfForm: String? {
    if !Self.fits(at, "0000-00-00T00:00:00.000Z") {
      return "has an instant that is not 2026-03-12T09:00:00.000Z in form"
    }
    if !Self.fits(day, "0000-00-00") { return "has a day that is not written YYYY-MM-DD" }
    if !kind.utf8.allSatisfy(Self.isOfKind) || !Self.isName(kind) {
      return "has a kind that is not of small letters, digits and hyphens"
    }
    if let customer, !Self.isName(customer) { return "has a customer's id that cannot be stored" }
    if let key, !Self.isName(key) { return "has a key that cannot be stored" }
    if key == nil, frees || !takes.isEmpty { return "takes or frees slots without a key" }
    if body.utf8.count > JournalLimits.bodyBytes {
      return "has a body of more than \(JournalLimits.bodyBytes) bytes"
    }
    if let mistake = CanonicalJSON.mistake(in: body) { return "has a body that \(mistake)" }
    return mistakeOfSlots
  }

  private var mistakeOfSlots: String? {
    if takes.count > JournalLimits.slots { return "takes more than \(JournalLimits.slots) slots" }
    for slot in takes {
      guard slot.instalment >= 0, [slot.customer, slot.invoice, slot.tier].allSatisfy(Self.isName) else {
        return "takes a slot that cannot be stored"
      }
    }
    return zip(takes, takes.dropFirst()).contains { $0 == $1 } ? "takes a slot twice" : nil
  }

  /// SQLite's text ends at a zero byte, so no name has one.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= JournalLimits.nameBytes && !text.utf8.contains(0)
  }

  private static func isOfKind(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || isDigit(byte) || byte == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// True if a text has the pattern's length, a digit for each zero, and else the same characters.
  private static func fits(_ text: String, _ pattern: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
    return text.utf8.count == wanted.count
      && zip(text.utf8, wanted).allSatisfy { $1 == UInt8(ascii: "0") ? isDigit($0) : $0 == $1 }
  }
}
