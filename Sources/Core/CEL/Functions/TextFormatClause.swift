/// One place of a format that a value is put into: `%s`, `%d`, `%.2f`.
struct TextFormatClause: Equatable {
  /// What the value becomes; the raw value is the ASCII letter of the clause.
  enum Form: UInt8 {
    /// `%s`.
    case text = 0x73
    /// `%d`.
    case decimal = 0x64
    /// `%f`.
    case fixed = 0x66
    /// `%e`.
    case scientific = 0x65
    /// `%b`.
    case binary = 0x62
    /// `%o`.
    case octal = 0x6F
    /// `%x`.
    case hexadecimal = 0x78
    /// `%X`.
    case upperHexadecimal = 0x58

    /// The letter of the clause.
    var letter: Character { Character(Unicode.Scalar(rawValue)) }
  }

  /// What the value becomes.
  let form: Form
  /// The places behind the point, from 0 to `maximumPlaces`; only `%f` and `%e` look at them.
  let places: Int

  /// The most places that may be asked for; cel-go bounds them too, and a double has at most 1074.
  static let maximumPlaces = 1000
  private static let defaultPlaces = 6

  /// Reads what follows a percent sign and takes it off the rest of the format.
  ///
  /// Throws `invalidArgument` where that is no clause.
  init(_ rest: inout Substring.UTF8View) throws(EvaluationError) {
    places = try Self.places(&rest)
    guard let letter = Substring(rest).unicodeScalars.first else {
      throw .invalidArgument("the format ends within a clause")
    }
    guard let byte = rest.popFirst(), let form = Form(rawValue: byte) else {
      throw .invalidArgument("the format has no clause `%\(letter)`")
    }
    self.form = form
  }

  /// Reads `.2`; six places where there is no point.
  private static func places(_ rest: inout Substring.UTF8View) throws(EvaluationError) -> Int {
    guard rest.first == UInt8(ascii: ".") else { return defaultPlaces }
    rest = rest.dropFirst()
    var places: Int?
    while let letter = rest.first, letter >= UInt8(ascii: "0"), letter <= UInt8(ascii: "9") {
      let number = (places ?? 0) * 10 + Int(letter - UInt8(ascii: "0"))
      guard number <= maximumPlaces else {
        throw .invalidArgument("the format asks for more than \(maximumPlaces) places behind the point")
      }
      places = number
      rest = rest.dropFirst()
    }
    guard let places else { throw .invalidArgument("the format has a point without a number of places") }
    return places
  }
}
