import CEL

/// The program of the page's part for Swift programmers, word for word.
enum CELPageProgram {
  static func run(print: (Any) -> Void) throws {
    // The facts that an expression may read, each with its type. Each gets a number, its slot.
    let environment = Environment(
      objects: [
        ObjectType(
          "order", fields: [Declaration("country", .string), Declaration("weight", .nullable(.double))])
      ],
      variables: [Declaration("order", .object("order"))])

    // Where the values come from, by slot. A fact is asked for only when it is needed.
    final class Order: Facts {
      let values: [Value]

      init(country: String, weight: Double?) {
        values = [.string(country), weight.map(Value.double) ?? .null]
      }

      func fact(_ slot: Int) -> Value { values[slot] }
    }

    // Check once, when the expression is written down.
    let rule = "order.country in ['GB', 'IE'] && order.weight.or(0.0) <= 2.5"
    let result = check(text: rule, in: environment, expecting: .bool)
    print(result.issues.count)  // 0

    // Compile once, run for every order.
    if let expression = result.expression {
      let program = Program(expression)
      print(try program.evaluateBool(Order(country: "IE", weight: 1.2)))  // true
      print(try program.evaluateBool(Order(country: "IE", weight: nil)))  // true
      print(try program.evaluateBool(Order(country: "FR", weight: 1.2)))  // false
    }

    // A mistake is told with its place (`issue.range`), in the words of the person who wrote it.
    for issue in check(text: "order.weight <= 2.5", in: environment, expecting: .bool).issues {
      print(issue.message)  // `order.weight` is a nullable double: it may be missing
    }
  }
}
