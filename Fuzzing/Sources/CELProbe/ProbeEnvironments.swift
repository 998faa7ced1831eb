import CEL

/// The names that the probed expressions may use, one at least of every type.
enum ProbeEnvironments {
  private static let line = ObjectType(
    "line", fields: [Declaration("text", .string), Declaration("note", .nullable(.string))])

  private static let customer = ObjectType(
    "customer",
    fields: [
      Declaration("name", .string), Declaration("first", .nullable(.string)),
      Declaration("tags", .list(.string)), Declaration("balance", .money),
      Declaration("fields", .map(.string, .string)),
    ])

  private static let variables: [Declaration] = [
    Declaration("b", .bool), Declaration("i", .int), Declaration("u", .uint), Declaration("d", .double),
    Declaration("s", .string), Declaration("y", .bytes), Declaration("t", .timestamp),
    Declaration("p", .duration), Declaration("day", .date), Declaration("span", .dateSpan),
    Declaration("m", .money), Declaration("e", .money), Declaration("li", .list(.int)),
    Declaration("ls", .list(.string)), Declaration("ll", .list(.list(.double))),
    Declaration("lo", .list(.object("line"))), Declaration("ms", .map(.string, .int)),
    Declaration("mi", .map(.int, .dyn)), Declaration("ni", .nullable(.int)),
    Declaration("ns", .nullable(.string)), Declaration("nb", .nullable(.bool)),
    Declaration("oi", .optional(.int)), Declaration("oo", .optional(.object("line"))),
    Declaration("x", .dyn), Declaration("k", .type(.dyn)), Declaration("customer", .object("customer")),
    Declaration("gone", .int), Declaration("a.b.c", .int),
  ]

  private static let functions = [
    HostFunction(name: "same", parameters: [.parameter("T")], result: .parameter("T"), id: 0),
    HostFunction(name: "shout", isMember: true, parameters: [.string], result: .string, id: 0),
    HostFunction(name: "pick", parameters: [.int, .string], result: .int, id: 0),
    HostFunction(name: "pick", parameters: [.string, .int], result: .string, id: 0),
    HostFunction(name: "net.none", parameters: [.nullable(.string)], result: .nullable(.string), id: 0),
    HostFunction(name: "fail", parameters: [], result: .bool, id: 1),
  ]

  /// All names as they are.
  static let plain = Environment(
    objects: [line, customer], variables: variables, functions: functions)

  /// The same names and more of them in the name space `a.b`.
  static let inContainer = Environment(
    container: "a.b", objects: [line, customer],
    variables: variables + [
      Declaration("a.b.i", .string), Declaration("a.s", .int), Declaration("a.b.x.z", .int),
      Declaration("a.customer", .object("customer")),
    ], functions: functions)
}
