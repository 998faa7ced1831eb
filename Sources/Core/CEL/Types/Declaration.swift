/// A field of an object type, or a variable.
///
///     let phone = Declaration("phone", .nullable(.string))
///     print("\(phone.name) is a \(phone.type)")  // phone is a nullable string
public struct Declaration: Hashable, Sendable {
  /// The name, as it is written in expressions.
  public let name: String
  /// The type of its values; `.nullable` where they may be missing.
  public let type: CELType

  /// Declares a name with its type.
  public init(_ name: String, _ type: CELType) {
    self.name = name
    self.type = type
  }
}

/// A type of objects, with its fields in order.
///
///     let item = ObjectType("item", fields: [Declaration("name", .string), Declaration("count", .int)])
///     let items = Declaration("items", .list(.object("item")))
///     let environment = Environment(objects: [item], variables: [items])
///     let text = "items.all(item, item.count > 0)"
///     print(check(text: text, in: environment, expecting: .bool).issues.count)  // 0
public struct ObjectType: Hashable, Sendable {
  /// The name, as in `CELType.object`.
  public let name: String
  /// The fields; a field's place here is its index in `ObjectValue.field(_:)`.
  public let fields: [Declaration]

  /// Declares a type of objects.
  public init(_ name: String, fields: [Declaration]) {
    self.name = name
    self.fields = fields
  }
}

/// A function that the host offers to expressions.
///
///     let shout = HostFunction(name: "shout", isMember: true, parameters: [.string], result: .string, id: 1)
///     let environment = Environment(functions: [shout])
///     print(check(text: "'hey'.shout() == 'HEY'", in: environment, expecting: .bool).issues.count)  // 0
public struct HostFunction: Hashable, Sendable {
  /// The name; points in it are allowed, as in `net.lookup`.
  public let name: String
  /// Whether it is written `receiver.name(…)`; the receiver is then the first parameter.
  public let isMember: Bool
  /// The types of the parameters, the receiver's included; `.parameter("T")` takes any type, always the same.
  public let parameters: [CELType]
  /// The type of the result, in which the parameters' type parameters can occur.
  public let result: CELType
  /// The host's own number, given back in `Facts.call(_:_:)`.
  public let id: Int

  /// Declares a function; several with one name differ in their parameters.
  public init(name: String, isMember: Bool = false, parameters: [CELType], result: CELType, id: Int) {
    self.name = name
    self.isMember = isMember
    self.parameters = parameters
    self.result = result
    self.id = id
  }
}
