import CEL

/// The examples about trees, word for word as they stand in the comments of the sources.
extension DocumentationExamples {
  static let trees: [String: Example] = [
    "unaryOperator": unaryOperator, "binaryOperator": binaryOperator, "literal": literal,
    "expression": expression, "expressionName": expressionName, "expressionElement": expressionElement,
    "expressionEntry": expressionEntry, "expressionKind": expressionKind, "comprehension": comprehension,
    "comprehensionKind": comprehensionKind,
  ]

  static func unaryOperator(print: Print) throws {
    print(UnaryOperator.not.rawValue)  // !
  }

  static func binaryOperator(print: Print) throws {
    print(BinaryOperator.lessOrEqual.rawValue)  // <=
  }

  static func literal(print: Print) throws {
    if let root = resolve(text: "4.990", in: Environment()).expression?.root {
      print(root.literal?.decimal ?? 0)  // 4.99
    }
  }

  static func expression(print: Print) throws {
    if let root = resolve(text: "size(tags) > 2", in: Environment()).expression?.root {
      print(root.range)  // 0..<14
      print(root.children.count)  // 2
    }
  }

  static func expressionName(print: Print) throws {
    let root = resolve(text: "invoice.due", in: Environment()).expression?.root
    if case .select(_, let name)? = root?.kind {
      print("\(name.text) \(name.range)")  // due 8..<11
    }
  }

  static func expressionElement(print: Print) throws {
    let root = resolve(text: "[1, ?x]", in: Environment()).expression?.root
    if case .list(let elements)? = root?.kind {
      print(elements.map(\.isOptional))  // [false, true]
    }
  }

  static func expressionEntry(print: Print) throws {
    let root = resolve(text: "{'a': 1}", in: Environment()).expression?.root
    if case .map(let entries)? = root?.kind {
      print(entries.map { $0.key.literal == .string("a") })  // [true]
    }
  }

  static func expressionKind(print: Print) throws {
    let root = resolve(text: "a || b", in: Environment()).expression?.root
    if case .binary(let sign, _, _)? = root?.kind {
      print(sign.rawValue)  // ||
    }
  }

  static func comprehension(print: Print) throws {
    let root = resolve(text: "tags.exists(tag, tag == 'vip')", in: Environment()).expression?.root
    if case .comprehension(let loop)? = root?.kind {
      print(loop.variables.map(\.text))  // ["tag"]
    }
  }

  static func comprehensionKind(print: Print) throws {
    print(Comprehension.Kind.existsOne.rawValue)  // exists_one
  }
}
