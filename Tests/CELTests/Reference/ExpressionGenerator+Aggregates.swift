import CEL

extension ExpressionGenerator {
  /// A list.
  mutating func list(of element: CELType, _ size: Int) -> String {
    if random.happens(15), let special = specialList(of: element, size) { return special }
    switch random.below(13) {
    case 0, 1:
      let parts = (0..<random.below(4)).map { _ in
        random.happens(15) ? "?\(make(.optional(element), size))" : make(element, size)
      }
      return "[\(parts.joined(separator: ", "))]"
    case 2: return "(\(make(.list(element), size)) + \(make(.list(element), size)))"
    case 3:
      let name = name()
      return "\(make(.list(element), size)).filter(\(name), \(make(.bool, size, with: [(name, element)])))"
    case 4, 5: return transformed(element, size)
    case 6:
      let name = name()
      let key = make(random.one(of: ExpressionGenerator.scalars), size, with: [(name, element)])
      return "\(make(.list(element), size)).sortBy(\(name), \(key))"
    case 7: return "\(make(.list(element), size)).slice(\(make(.int, 0)), \(make(.int, 0)))"
    case 8: return "\(make(.list(element), size)).slice(0, \(random.below(3)))"
    case 9: return "\(make(.list(element), size)).\(random.one(of: ["distinct", "reverse"]))()"
    case 10:
      // Only lists of lists can be flattened; their elements are not lists again.
      if case .list = element { return make(.list(element), size) }
      return "\(make(.list(.list(element)), size)).flatten()"
    case 11:
      if case .optional = element { return make(.list(element), size) }
      let optionals = make(.list(.optional(element)), size)
      return random.happens(50) ? "optional.unwrap(\(optionals))" : "\(optionals).unwrapOpt()"
    default:
      return ExpressionGenerator.scalars.contains(element) && element != .money
        ? "\(make(.list(element), size)).sort()" : make(.list(element), size)
    }
  }

  private mutating func specialList(of element: CELType, _ size: Int) -> String? {
    switch element {
    case .int:
      return random.happens(50)
        ? "lists.range(\(random.below(6) - 1))"
        : "\(make(.list(.list(.int)), size)).flatten(\(random.below(4) - 1))"
    case .string:
      let limit = random.happens(40) ? ", \(make(.int, 1))" : ""
      return "\(make(.string, size)).split(\(make(.string, size))\(limit))"
    default: return nil
    }
  }

  /// `map` and `transformList`, with and without a condition.
  private mutating func transformed(_ element: CELType, _ size: Int) -> String {
    let loop = self.loop(size)
    let isPair = random.happens(40)
    let variables = isPair ? [loop.first, loop.second] : [loop.single]
    let names = variables.map(\.name).joined(separator: ", ")
    let condition = random.happens(35) ? "\(make(.bool, size, with: variables)), " : ""
    let body = make(element, size, with: variables)
    return "\(loop.range).\(isPair ? "transformList" : "map")(\(names), \(condition)\(body))"
  }

  /// A map.
  mutating func map(_ key: CELType, _ element: CELType, _ size: Int) -> String {
    switch random.below(5) {
    case 0, 1:
      let parts = (0..<random.below(4)).map { _ in
        random.happens(15)
          ? "?\(make(key, size - 1)): \(make(.optional(element), size))"
          : "\(make(key, size - 1)): \(make(element, size))"
      }
      return "{\(parts.joined(separator: ", "))}"
    case 2, 3:
      let (name, other) = (self.name(), "w")
      let source = random.one(of: ExpressionGenerator.scalars)
      let isList = key == .int && random.happens(60)
      let range = make(isList ? .list(source) : .map(key, source), size)
      let variables = [(name: name, type: key), (name: other, type: source)]
      let condition = random.happens(35) ? "\(make(.bool, size, with: variables)), " : ""
      return "\(range).transformMap(\(name), \(other), \(condition)\(make(element, size, with: variables)))"
    default:
      let loop = self.loop(size)
      let variables = [loop.first, loop.second]
      let entry = "{\(make(key, size, with: variables)): \(make(element, size, with: variables))}"
      let condition = random.happens(35) ? "\(make(.bool, size, with: variables)), " : ""
      return "\(loop.range).transformMapEntry(\(loop.first.name), \(loop.second.name), \(condition)\(entry))"
    }
  }

  /// An optional.
  mutating func optional(of inner: CELType, _ size: Int) -> String {
    switch random.below(12) {
    case 0: return "optional.of(\(make(inner, size)))"
    case 1: return "optional.none()"
    case 2: return "optional.ofNonZeroValue(\(make(inner, size)))"
    case 3: return "\(make(.map(.string, inner), size)).?\(random.one(of: ["a", "b", "region"]))"
    case 4: return "\(make(.list(inner), size))[?\(make(.int, 1))]"
    case 5: return "\(make(.map(.string, inner), size))[?\(quoted(random.one(of: EdgeValues.keys)))]"
    case 6:
      let (name, source) = (self.name(), anyType())
      let range = make(.optional(source), size)
      return "\(range).optMap(\(name), \(make(inner, size, with: [(name, source)])))"
    case 7:
      let (name, source) = (self.name(), anyType())
      let range = make(.optional(source), size)
      return "\(range).optFlatMap(\(name), \(make(.optional(inner), size, with: [(name, source)])))"
    case 8: return "\(make(.optional(inner), size)).or(\(make(.optional(inner), size)))"
    case 9: return "\(make(.list(inner), size)).\(random.one(of: ["first", "last"]))()"
    case 10:
      let map = make(.optional(.map(.string, inner)), size)
      return random.happens(50) ? "\(map).a" : "\(map)[\(quoted(random.one(of: EdgeValues.keys)))]"
    default:
      if inner == .string {
        return random.one(of: [
          "customer.?first_name", "customer.?name", "invoices[?0].payment_url", "customer.fields.?region",
        ])
      }
      return "\(make(.optional(.list(inner)), size))[?\(random.below(3))]"
    }
  }
}
