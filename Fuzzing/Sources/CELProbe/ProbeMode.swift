/// What the probe does with the text of an input; the input's first byte says which.
enum ProbeMode: UInt8, CaseIterable {
  /// An expression in an environment with facts of all types, checked and evaluated.
  case checked = 0x63  // c
  /// The same without a look at its types.
  case unchecked = 0x75  // u
  /// An expression whose names are looked up in a name space.
  case container = 0x6E  // n
  /// A checked expression whose cost is estimated with the true sizes of its facts.
  case estimate = 0x65  // e
  /// A pattern in the first line, and behind it the text that it is matched against.
  case pattern = 0x72  // r
  /// A text that is read as an instant, a length of time, a number and a time zone.
  case reading = 0x74  // t
  /// Choices from which an expression is written whose parts fit each other.
  case written = 0x77  // w
  /// A format that values of all types are put into.
  case format = 0x66  // f

  /// The mode that a byte stands for: its letter, and for other bytes any, so that each input has one.
  init(_ byte: UInt8) {
    self = ProbeMode(rawValue: byte) ?? Self.allCases[Int(byte) % Self.allCases.count]
  }
}
