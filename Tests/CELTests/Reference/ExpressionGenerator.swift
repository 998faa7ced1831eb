import CEL

/// Makes the text of random expressions that fit a type, over the names of `AgreementNames`.
struct ExpressionGenerator {
  var random: RandomNumbers
  /// The macros' variables in force, the innermost last.
  private var locals: [(name: String, type: CELType)] = []

  init(seed: UInt64) { random = RandomNumbers(seed: seed) }

  /// The types that elements, keys' values and variables have.
  static let scalars: [CELType] = [
    .bool, .int, .int, .uint, .double, .string, .string, .bytes, .date, .dateSpan, .money, .timestamp,
    .duration,
  ]

  /// A type for a whole expression or for a variable of a macro.
  mutating func anyType() -> CELType {
    let scalar = random.one(of: ExpressionGenerator.scalars)
    switch random.below(12) {
    case 0: return .list(scalar)
    case 1: return .list(.list(.int))
    case 2: return .map(random.one(of: [.string, .int, .bool, .uint]), scalar)
    case 3: return .optional(scalar)
    case 4: return .list(.optional(scalar))
    default: return scalar
    }
  }

  /// An expression of a type, whose parts nest at most so deep.
  mutating func make(_ type: CELType, _ size: Int) -> String {
    if size <= 0 || random.happens(12) { return leaf(type) }
    if random.happens(18) { return wrapped(type, size - 1) }
    let size = size - 1 - random.below(2)
    switch type {
    case .bool: return condition(size)
    case .int: return int(size)
    case .uint: return uint(size)
    case .double: return double(size)
    case .money: return money(size)
    case .date: return date(size)
    case .dateSpan: return span(size)
    case .timestamp: return instant(size)
    case .duration: return duration(size)
    case .string: return text(size)
    case .bytes: return bytes(size)
    case .list(let element): return list(of: element, size)
    case .map(let key, let element): return map(key, element, size)
    case .optional(let inner): return optional(of: inner, size)
    default: return leaf(type)
    }
  }

  /// An expression of a type in which a variable has a name.
  mutating func make(_ type: CELType, _ size: Int, with variables: [(name: String, type: CELType)]) -> String
  {
    locals += variables
    defer { locals.removeLast(variables.count) }
    return make(type, size)
  }

  /// A name for a variable; it may hide another one, or a fact.
  mutating func name(except other: String? = nil) -> String {
    let name = random.one(of: ["x", "y", "z", "v", "n", "text"])
    return name == other ? name + "2" : name
  }

  /// A fact, a variable or a literal of a type.
  mutating func leaf(_ type: CELType) -> String {
    let names = self.names(of: type)
    if !names.isEmpty, random.happens(60) { return random.one(of: names) }
    switch type {
    case .list(let element):
      return random.happens(30)
        ? "[]" : "[\((0...random.below(3)).map { _ in leaf(element) }.joined(separator: ", "))]"
    case .map(let key, let element):
      return random.happens(30) ? "{}" : "{\(leaf(key)): \(leaf(element))}"
    case .optional(let inner):
      return random.happens(30) ? "optional.none()" : "optional.of(\(leaf(inner)))"
    case .object: return "invoices[0]"
    case .date: return names.isEmpty ? "invoices[0].due" : random.one(of: names)
    default: return literal(type)
    }
  }

  /// The names in force whose type is the one given.
  func names(of type: CELType) -> [String] {
    var all: [String] = []
    for (place, local) in locals.enumerated() where local.type == type {
      if !locals[(place + 1)...].contains(where: { $0.name == local.name }) { all.append(local.name) }
    }
    for variable in AgreementNames.variables where variable.type == type {
      if !locals.contains(where: { $0.name == variable.name }) { all.append(variable.name) }
    }
    for local in locals where local.type == .object("invoice") {
      guard locals.last(where: { $0.name == local.name })?.type == local.type else { continue }
      all += AgreementNames.invoice.filter { $0.type == type }.map { "\(local.name).\($0.name)" }
    }
    return all
  }

  /// A form that stands around an expression of any type.
  private mutating func wrapped(_ type: CELType, _ size: Int) -> String {
    switch random.below(12) {
    case 0: return "(\(make(.bool, size)) ? \(make(type, size)) : \(make(type, size)))"
    case 1:
      let (variable, kind) = (name(), anyType())
      let value = make(kind, size - 1)
      return "cel.bind(\(variable), \(value), \(make(type, size, with: [(variable, kind)])))"
    case 2: return "\(make(.optional(type), size)).orValue(\(make(type, size)))"
    case 3: return "optional.of(\(make(type, size))).value()"
    case 4: return "\(make(.list(type), size))[\(make(.int, 1))]"
    case 5: return "[\(make(type, size)), \(make(type, size))][\(random.below(3))]"
    case 6:
      let key = quoted(random.one(of: EdgeValues.keys))
      return "{\"a\": \(make(type, size)), \"é\": \(make(type, size))}[\(key)]"
    case 7:
      return
        "\(make(.map(.string, type), size)).\(random.one(of: ["a", "b", "region"])).or(\(make(type, size)))"
    case 8: return "dyn(\(make(type, size)))"
    case 9, 10: return nullable(type, size) ?? make(type, size)
    default: return random.happens(15) ? "dyn(\(make(anyType(), size)))" : make(type, size)
    }
  }

  /// A value that may be missing, with a fallback or a test.
  private mutating func nullable(_ type: CELType, _ size: Int) -> String? {
    let names = self.names(of: .nullable(type))
    guard !names.isEmpty else { return nil }
    let name = random.one(of: names)
    switch random.below(4) {
    case 0: return "(has(\(name)) ? \(name) : \(make(type, size)))"
    case 1: return "(\(name) == null ? \(make(type, size)) : \(name))"
    case 2 where type == .money || type == .double:
      return "\(name).or(\(type == .money ? bareAmount() : "\(random.below(9))"))"
    default: return "\(name).or(\(make(type, size)))"
    }
  }
}
