import CEL

/// The examples about checking, word for word as they stand in the comments of the sources.
extension DocumentationExamples {
  static let checking: [String: Example] = [
    "issue": issue, "issueKind": issueKind, "issueReplacement": issueReplacement, "issueLabel": issueLabel,
    "expressionLimits": expressionLimits, "environment": environment, "environmentSlot": environmentSlot,
    "environmentWith": environmentWith, "celType": celType, "reference": reference,
    "referenceFallback": referenceFallback, "standardFunction": standardFunction,
    "checkedExpression": checkedExpression, "checkResult": checkResult, "suggestion": suggestion,
    "declaration": declaration, "objectType": objectType, "hostFunction": hostFunction,
    "checkExample": checkExample, "resolveExample": resolveExample,
  ]

  static func issue(print: Print) throws {
    let environment = Environment(variables: [Declaration("count", .int)])
    let result = check(text: "count > '5'", in: environment, expecting: .bool)
    for issue in result.issues {
      print(issue.message)  // int and string cannot be compared
      print(issue.help ?? "")  // write the number without quotes: `5`
    }
  }

  static func issueKind(print: Print) throws {
    let result = check(text: "1 + true", in: Environment(), expecting: nil)
    print(result.issues.map(\.kind.rawValue))  // ["typeMismatch"]
  }

  static func issueReplacement(print: Print) throws {
    let environment = Environment(variables: [Declaration("count", .int)])
    let text = "cuont > 5"
    let issues = check(text: text, in: environment, expecting: .bool).issues
    if let replacement = issues.first?.replacement {
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(replacement.range, with: replacement.text.utf8)
      print(String(decoding: bytes, as: UTF8.self))  // count > 5
    }
  }

  static func issueLabel(print: Print) throws {
    let issues = check(text: "1 > 'a'", in: Environment(), expecting: .bool).issues
    print(issues.flatMap(\.labels).map(\.text))  // ["this is an int", "this is a string"]
  }

  static func expressionLimits(print: Print) throws {
    let long = String(repeating: " ", count: ExpressionLimits.textBytes) + "1"
    print(check(text: long, in: Environment(), expecting: .int).issues.map(\.kind.rawValue))  // ["limit"]
  }

  static func environment(print: Print) throws {
    let environment = Environment(
      objects: [ObjectType("customer", fields: [Declaration("balance", .money)])],
      variables: [Declaration("today", .date), Declaration("customer", .object("customer"))])
    print(environment.slot("customer.balance") ?? -1)  // 1
  }

  static func environmentSlot(print: Print) throws {
    let environment = Environment(variables: [Declaration("today", .date), Declaration("count", .int)])
    print(environment.slots.map { "\($0.name): \($0.type)" })  // ["today: date", "count: int"]
  }

  static func environmentWith(print: Print) throws {
    let environment = Environment(variables: [Declaration("tags", .list(.string))])
    let (extended, slot) = environment.with(variable: "tag", type: .string)
    print(slot)  // 1
    print(check(text: "tag in tags", in: extended, expecting: .bool).issues.count)  // 0
  }

  static func celType(print: Print) throws {
    let tags = CELType.list(.string)
    print(tags)  // list(string)
  }

  static func reference(print: Print) throws {
    let environment = Environment(variables: [Declaration("name", .string)])
    if let expression = check(text: "name.size()", in: environment, expecting: .int).expression {
      print(expression.reference(of: expression.root.id) == .function(.size))  // true
    }
  }

  static func referenceFallback(print: Print) throws {
    let environment = Environment(variables: [Declaration("name", .nullable(.string))])
    if let expression = check(text: "name.or('you')", in: environment, expecting: .string).expression {
      print(expression.reference(of: expression.root.id) == .fallback(.plain))  // true
    }
  }

  static func standardFunction(print: Print) throws {
    print(StandardFunction.abs.rawValue)  // math.abs
  }

  static func checkedExpression(print: Print) throws {
    let environment = Environment(variables: [Declaration("today", .date), Declaration("due", .date)])
    if let expression = check(text: "today - due", in: environment, expecting: nil).expression {
      print(expression.type)  // int
      print(expression.slots.sorted())  // [0, 1]
    }
  }

  static func checkResult(print: Print) throws {
    let result = check(text: "1 +", in: Environment(), expecting: .int)
    print(result.expression == nil)  // true
    print(result.issues.count)  // 1
  }

  static func suggestion(print: Print) throws {
    print(Suggestion.near("blaance", among: ["balance", "overdue"]))  // ["balance"]
  }

  static func declaration(print: Print) throws {
    let phone = Declaration("phone", .nullable(.string))
    print("\(phone.name) is a \(phone.type)")  // phone is a nullable string
  }

  static func objectType(print: Print) throws {
    let item = ObjectType("item", fields: [Declaration("name", .string), Declaration("count", .int)])
    let items = Declaration("items", .list(.object("item")))
    let environment = Environment(objects: [item], variables: [items])
    let text = "items.all(item, item.count > 0)"
    print(check(text: text, in: environment, expecting: .bool).issues.count)  // 0
  }

  static func hostFunction(print: Print) throws {
    let shout = HostFunction(name: "shout", isMember: true, parameters: [.string], result: .string, id: 1)
    let environment = Environment(functions: [shout])
    print(check(text: "'hey'.shout() == 'HEY'", in: environment, expecting: .bool).issues.count)  // 0
  }

  static func checkExample(print: Print) throws {
    let environment = Environment(variables: [Declaration("name", .string)])
    let result = check(text: "name.size() > 3", in: environment, expecting: .bool)
    print(result.issues.map(\.message))  // []
  }

  static func resolveExample(print: Print) throws {
    let free = resolve(text: "x.size() > 3 || true", in: Environment())
    print(free.expression?.isChecked ?? true)  // false
  }
}
