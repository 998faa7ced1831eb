extension TextFunctions {
  /// The text with a part replaced by another: everywhere, or at the first so many places.
  ///
  /// A negative limit is none. An empty part stands before every letter and at the end.
  static func replace(
    in text: String, _ arguments: ArraySlice<Value>, _ budget: inout Budget
  ) throws(EvaluationError) -> String {
    guard arguments.count == 2 || arguments.count == 3 else { throw .typeMismatch }
    let old = try self.text(arguments[arguments.startIndex])
    let new = try self.text(arguments[arguments.startIndex + 1])
    let limit = try limit(arguments.dropFirst(2).first)
    guard limit > 0 else { return text }
    if old.isEmpty { return try spread(new, through: text, limit: limit, &budget) }
    let pieces = try pieces(of: text, between: old, limit: limit, &budget)
    guard pieces.count > 1 else { return text }
    let grown = (pieces.count - 1).multipliedReportingOverflow(by: new.utf8.count)
    guard !grown.overflow else { throw .stepLimit }
    try budget.spend(bytes: grown.partialValue)
    var result = ""
    result.reserveCapacity(text.utf8.count - (pieces.count - 1) * old.utf8.count + grown.partialValue)
    for (place, piece) in pieces.enumerated() {
      if place > 0 { result += new }
      result += slice(text, piece)
    }
    return result
  }

  /// The parts of a text between its separators, or the first so many with the rest of the text as the last.
  ///
  /// A negative limit is none, and zero gives no parts. An empty separator stands between all letters.
  static func split(
    _ text: String, _ arguments: ArraySlice<Value>, _ budget: inout Budget
  ) throws(EvaluationError) -> [Value] {
    guard arguments.count == 1 || arguments.count == 2 else { throw .typeMismatch }
    let separator = try self.text(arguments.first)
    let limit = try limit(arguments.dropFirst().first)
    guard limit > 0 else { return [] }
    if separator.isEmpty { return try letters(of: text, limit: limit, &budget) }
    let pieces = try pieces(of: text, between: separator, limit: limit - 1, &budget)
    return pieces.map { .string(slice(text, $0)) }
  }

  /// The texts of a list one after the other, with a separator between them where one is given.
  ///
  /// Throws `typeMismatch` where an element is no text.
  static func join(
    _ elements: [Value], _ arguments: ArraySlice<Value>, _ budget: inout Budget
  ) throws(EvaluationError) -> String {
    guard arguments.count <= 1 else { throw .typeMismatch }
    let separator = arguments.isEmpty ? "" : try text(arguments.first)
    var length = 0
    for element in elements {
      let part = try text(element).utf8.count + separator.utf8.count
      try budget.spend(bytes: part)
      length += part
    }
    var result = ""
    result.reserveCapacity(length)
    for (place, element) in elements.enumerated() {
      if place > 0 { result += separator }
      result += try text(element)
    }
    return result
  }

  /// How often at most; a limit that is negative or not given is no limit.
  private static func limit(_ value: Value?) throws(EvaluationError) -> Int {
    guard let value else { return .max }
    let limit = try wholeNumber(value)
    return limit < 0 ? .max : Int(clamping: limit)
  }

  private static func spread(
    _ new: String, through text: String, limit: Int, _ budget: inout Budget
  ) throws(EvaluationError) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count < limit {
        try budget.spend(bytes: new.utf8.count)
        result += new
        count += 1
      }
      result.unicodeScalars.append(scalar)
    }
    guard count < limit else { return result }
    try budget.spend(bytes: new.utf8.count)
    return result + new
  }

  private static func letters(
    of text: String, limit: Int, _ budget: inout Budget
  ) throws(EvaluationError) -> [Value] {
    var letters: [Value] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      try budget.spend(1)
      if letters.count == limit - 1 {
        letters.append(.string(String(scalars[index...])))
        break
      }
      letters.append(.string(String(scalars[index])))
      index = scalars.index(after: index)
    }
    return letters
  }
}
