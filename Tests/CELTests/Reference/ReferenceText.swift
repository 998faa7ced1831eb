import CEL
import Foundation

/// The functions of texts, on arrays of code points.
enum ReferenceText {
  typealias Scalars = [Unicode.Scalar]

  static func call(_ function: StandardFunction, _ values: [Value]) throws(ReferenceFailure) -> Value {
    switch (function, values.first) {
    case (.size, .string(let text)): return .int(Int64(text.unicodeScalars.count))
    case (.size, .bytes(let bytes)): return .int(Int64(bytes.count))
    case (.size, .list(let list)): return .int(Int64(list.count))
    case (.size, .map(let map)): return .int(Int64(map.entries.count))
    case (.reverse, .list(let list)): return .list(list.reversed())
    case (.join, .list(let list)):
      var texts: [Scalars] = []
      for element in list { texts.append(try scalars(element)) }
      let separator = values.count > 1 ? try scalars(values[1]) : []
      return text(Scalars(texts.joined(separator: separator)))
    case (.format, .string):
      guard values.count == 2, case .list(let list) = values[1] else { throw ReferenceFailure(.typeMismatch) }
      return text(Scalars(try ReferenceFormat.text(scalars(values[0]), list).unicodeScalars))
    case (_, .string): return try ofText(function, try scalars(values[0]), Array(values.dropFirst()))
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }

  private static func ofText(
    _ function: StandardFunction, _ subject: Scalars, _ rest: [Value]
  ) throws(ReferenceFailure) -> Value {
    switch function {
    case .contains: return .bool(place(of: try scalars(rest[0]), in: subject, from: 0) != nil)
    case .startsWith: return .bool(subject.starts(with: try scalars(rest[0])))
    case .endsWith: return .bool(subject.reversed().starts(with: try scalars(rest[0]).reversed()))
    case .matches:
      let pattern = String(String.UnicodeScalarView(try scalars(rest[0])))
      let text = String(String.UnicodeScalarView(subject))
      // Foundation refuses the empty pattern, which is found everywhere.
      if pattern.isEmpty { return .bool(true) }
      // The patterns of the generator mean the same to RE2 and to this one.
      guard let expression = try? NSRegularExpression(pattern: pattern, options: .useUnixLineSeparators)
      else {
        throw ReferenceFailure(.invalidArgument, .invalidConversion)
      }
      return .bool(expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil)
    case .charAt:
      return text(Scalars(subject[try position(rest[0], in: subject)...].prefix(1)))
    case .substring:
      return text(Scalars(subject[try part(rest, of: subject)]))
    case .indexOf, .lastIndexOf: return try search(function, subject, rest)
    case .lowerAscii: return text(subject.map { ("A"..."Z").contains($0) ? moved($0, by: 32) : $0 })
    case .upperAscii: return text(subject.map { ("a"..."z").contains($0) ? moved($0, by: -32) : $0 })
    case .trim:
      let start = subject.firstIndex { !$0.properties.isWhitespace } ?? subject.count
      let end = subject.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
      return text(Scalars(subject[start..<end]))
    case .reverse: return text(subject.reversed())
    case .quote: return text(quoted(subject))
    case .replace, .split: return try divided(function, subject, rest)
    default: throw ReferenceFailure(.typeMismatch)
    }
  }

  private static func search(
    _ function: StandardFunction, _ subject: Scalars, _ rest: [Value]
  ) throws(ReferenceFailure) -> Value {
    let part = try scalars(rest[0])
    if part.isEmpty {
      guard rest.count > 1 else { return .int(function == .indexOf ? 0 : Int64(subject.count)) }
      // Where nothing is looked for, cel-go gives back the position without looking at it.
      return rest[1]
    }
    guard rest.count > 1 else {
      let found =
        function == .indexOf
        ? place(of: part, in: subject, from: 0) : lastPlace(of: part, in: subject, from: subject.count)
      return .int(Int64(found ?? -1))
    }
    let start = try position(rest[1], in: subject)
    let found =
      function == .indexOf
      ? place(of: part, in: subject, from: start) : lastPlace(of: part, in: subject, from: start)
    return .int(Int64(found ?? -1))
  }

  /// `replace` and `split`: what stands between the places where a part is found.
  private static func divided(
    _ function: StandardFunction, _ subject: Scalars, _ rest: [Value]
  ) throws(ReferenceFailure) -> Value {
    let part = try scalars(rest[0])
    let limitPlace = function == .replace ? 2 : 1
    var limit = Int64.max
    if rest.count > limitPlace {
      guard case .int(let given) = rest[limitPlace] else { throw ReferenceFailure(.typeMismatch) }
      if given >= 0 { limit = given }
    }
    if function == .split {
      if limit == 0 { return .list([]) }
      return .list(pieces(subject, part, cuts: limit - 1).map { text($0) })
    }
    let replacement = try scalars(rest[1])
    guard (subject.count + 1) * (replacement.count + 1) < 100_000 else { throw .tooLarge }
    if part.isEmpty {
      var result: Scalars = []
      for place in 0...subject.count {
        if place < limit { result += replacement }
        if place < subject.count { result.append(subject[place]) }
      }
      return text(result)
    }
    return text(Scalars(pieces(subject, part, cuts: limit).joined(separator: replacement)))
  }

  /// The pieces between a part, with at most so many cuts; an empty part cuts between all code points.
  private static func pieces(_ subject: Scalars, _ part: Scalars, cuts: Int64) -> [Scalars] {
    var pieces: [Scalars] = []
    var rest = subject
    if part.isEmpty {
      if subject.isEmpty { return [] }
      while rest.count > 1, pieces.count < cuts { pieces.append([rest.removeFirst()]) }
      return pieces + [rest]
    }
    while pieces.count < cuts, let found = place(of: part, in: rest, from: 0) {
      pieces.append(Scalars(rest[..<found]))
      rest = Scalars(rest[(found + part.count)...])
    }
    return pieces + [rest]
  }

  private static func place(of part: Scalars, in subject: Scalars, from start: Int) -> Int? {
    (start...max(start, subject.count)).first { subject.dropFirst($0).starts(with: part) }
  }

  private static func lastPlace(of part: Scalars, in subject: Scalars, from start: Int) -> Int? {
    (0...start).last { subject.dropFirst($0).starts(with: part) }
  }

  /// The positions of a part of a text; where several are wrong, which one is told is left open.
  private static func part(_ ends: [Value], of subject: Scalars) throws(ReferenceFailure) -> Range<Int> {
    var positions: [Int64] = []
    for case .int(let end) in ends { positions.append(end) }
    guard positions.count == ends.count else { throw ReferenceFailure(.typeMismatch, .nullValue) }
    let start = positions[0]
    let end = positions.count > 1 ? positions[1] : Int64(subject.count)
    let isInside = start >= 0 && start <= subject.count && end >= 0 && end <= subject.count
    if isInside, start <= end { return Int(start)..<Int(end) }
    var kinds: Set<ReferenceFailure.Kind> = isInside ? [] : [.indexOutOfRange]
    if start > end { kinds.insert(.invalidArgument) }
    throw ReferenceFailure(kinds: kinds)
  }

  /// A position in a text, its end included.
  private static func position(_ value: Value, in subject: Scalars) throws(ReferenceFailure) -> Int {
    guard case .int(let int) = value else { throw ReferenceFailure(.typeMismatch, .nullValue) }
    guard int >= 0, int <= subject.count else { throw ReferenceFailure(.indexOutOfRange) }
    return Int(int)
  }

  private static func quoted(_ subject: Scalars) -> Scalars {
    let escapes: [Unicode.Scalar: String] = [
      "\u{7}": "\\a", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{B}": "\\v",
      "\\": "\\\\", "\"": "\\\"",
    ]
    return ["\""] + subject.flatMap { escapes[$0].map { Scalars($0.unicodeScalars) } ?? [$0] } + ["\""]
  }

  private static func moved(_ scalar: Unicode.Scalar, by distance: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(Int(scalar.value) + distance))
  }

  static func scalars(_ value: Value) throws(ReferenceFailure) -> Scalars {
    guard case .string(let text) = value else { throw ReferenceFailure(.typeMismatch, .nullValue) }
    guard text.utf8.count < 100_000 else { throw .tooLarge }
    return Scalars(text.unicodeScalars)
  }

  private static func text(_ scalars: Scalars) -> Value {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return .string(String(text))
  }
}
