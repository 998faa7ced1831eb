import CEL

extension ExpressionGenerator {
  /// A bool.
  mutating func condition(_ size: Int) -> String {
    switch random.below(16) {
    case 0, 1: return "(\(make(.bool, size)) && \(make(.bool, size)))"
    case 2, 3: return "(\(make(.bool, size)) || \(make(.bool, size)))"
    case 4: return "!\(make(.bool, size))"
    case 5: return equality(size)
    case 6, 7: return ordering(size)
    case 8: return membership(size)
    case 9, 10: return quantifier(size)
    case 11:
      if random.happens(30) {
        let pattern = random.happens(85) ? quoted(random.one(of: EdgeValues.patterns)) : make(.string, 0)
        return "\(make(.string, size)).matches(\(pattern))"
      }
      let function = random.one(of: ["contains", "startsWith", "endsWith"])
      return "\(make(.string, size)).\(function)(\(make(.string, size)))"
    case 12: return presence(size)
    case 13:
      let function = random.one(of: ["isNaN", "isInf", "isFinite"])
      return "math.\(function)(\(make(.double, size)))"
    case 14:
      return random.happens(50)
        ? "bool(\(make(random.one(of: [.string, .bool]), size)))"
        : "customer.tagged(\(make(.string, size)))"
    default: return typeTest(size)
    }
  }

  private mutating func equality(_ size: Int) -> String {
    let type = anyType()
    let operation = random.one(of: ["==", "!="])
    if random.happens(25) {
      return "(\(make(quantity(), size)) \(operation) \(make(quantity(), size)))"
    }
    if random.happens(8) {
      // A list in which some amounts have no rate and others differ.
      return "([\(make(.money, 1)), \(make(.money, 1))] \(operation) prices.slice(0, 2))"
    }
    if random.happens(10) { return "(dyn(\(make(type, size))) \(operation) \(make(anyType(), size)))" }
    return "(\(make(type, size)) \(operation) \(make(type, size)))"
  }

  private mutating func ordering(_ size: Int) -> String {
    let operation = random.one(of: ["<", "<=", ">", ">="])
    if random.happens(40) { return "(\(make(quantity(), size)) \(operation) \(make(quantity(), size)))" }
    if random.happens(10) {
      let numbers = [CELType.int, .uint, .double].map { make($0, size) }.joined(separator: ", ")
      let extreme = "math.\(random.one(of: ["greatest", "least"]))(\(numbers))"
      return "(\(extreme) \(operation) \(make(quantity(), size)))"
    }
    let type = random.one(of: ExpressionGenerator.scalars)
    return "(\(make(type, size)) \(operation) \(make(type, size)))"
  }

  /// A type whose values compare with all numbers and money.
  private mutating func quantity() -> CELType { random.one(of: [.int, .uint, .double, .money]) }

  private mutating func membership(_ size: Int) -> String {
    let type = random.one(of: ExpressionGenerator.scalars)
    if random.happens(30) {
      let key: CELType = random.one(of: [.int, .uint, .string, .bool])
      return "(\(make(key, size)) in \(make(.map(key, type), size)))"
    }
    let element: CELType = random.happens(15) ? .double : type
    return "(\(make(element == type ? type : .int, size)) in \(make(.list(element), size)))"
  }

  private mutating func quantifier(_ size: Int) -> String {
    let macro = random.one(of: ["all", "exists", "exists_one", "existsOne"])
    let loop = self.loop(size)
    if random.happens(40) {
      return "\(loop.range).\(macro)(\(loop.first.name), \(loop.second.name), "
        + "\(make(.bool, size, with: [loop.first, loop.second])))"
    }
    return "\(loop.range).\(macro)(\(loop.single.name), \(make(.bool, size, with: [loop.single])))"
  }

  private mutating func presence(_ size: Int) -> String {
    switch random.below(6) {
    case 0: return "\(make(.optional(random.one(of: ExpressionGenerator.scalars)), size)).hasValue()"
    case 1:
      let map = make(.map(.string, random.one(of: ExpressionGenerator.scalars)), size)
      return "has(\(map).\(random.one(of: ["a", "b", "region"])))"
    case 2:
      let type = random.one(of: ExpressionGenerator.scalars)
      let names = self.names(of: .nullable(type))
      guard let name = names.first else { return make(.bool, size) }
      let other = make(.bool, size)
      return random.one(of: [
        "(has(\(name)) && \(other))", "(\(name) != null)", "(null == \(name) || \(other))",
      ])
    case 3: return "has(customer.\(random.one(of: ["first_name", "name", "fields.region", "fields.a"])))"
    case 4: return "has(\(make(.object("invoice"), 0)).\(random.one(of: ["payment_url", "number"])))"
    default: return "optional.ofNonZeroValue(\(make(anyType(), size))).hasValue()"
    }
  }

  private mutating func typeTest(_ size: Int) -> String {
    let names = [
      "bool", "int", "uint", "double", "string", "bytes", "list", "map", "type", "null_type", "date", "money",
      "date_span", "optional_type",
    ]
    return "(type(\(make(anyType(), size))) == \(random.one(of: names)))"
  }

  /// A list or map for a loop, with what one name, or each of two, stands for.
  mutating func loop(
    _ size: Int
  ) -> (
    range: String, single: (name: String, type: CELType), first: (name: String, type: CELType),
    second: (name: String, type: CELType)
  ) {
    let name = name()
    let other = self.name(except: name)
    let element = random.one(of: ExpressionGenerator.scalars)
    if random.happens(12) {
      let object = CELType.object("invoice")
      return ("invoices", (name, object), (name, .int), (other, object))
    }
    if random.happens(30) {
      let key: CELType = random.one(of: [.string, .int, .bool, .uint])
      return (make(.map(key, element), size), (name, key), (name, key), (other, element))
    }
    return (make(.list(element), size), (name, element), (name, .int), (other, element))
  }
}
