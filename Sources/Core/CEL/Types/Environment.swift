/// A field of an object type, or a variable.
public struct Declaration: Hashable, Sendable {
  /// The name, as it is written in expressions.
  public let name: String
  /// Its type.
  public let type: CELType

  /// Declares a name with its type.
  public init(_ name: String, _ type: CELType) {
    self.name = name
    self.type = type
  }
}

/// A type of objects, with its fields in order.
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
public struct HostFunction: Hashable, Sendable {
  /// The name.
  public let name: String
  /// Whether it is written `receiver.name(…)`; the receiver is then the first parameter.
  public let isMember: Bool
  /// The types of the parameters, the receiver's included.
  public let parameters: [CELType]
  /// The type of the result.
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

/// The names that an expression may use, each with its type and its slot.
///
/// A variable of an object type is a *scope*: it has no slot itself, each of its fields has one, in order of
/// declaration (`customer.balance`). Any other variable has one slot. Slots are numbered from 0 in order.
public struct Environment: Sendable {
  /// One numbered fact.
  public struct Slot: Hashable, Sendable {
    /// The full name: `today`, `customer.balance`.
    public let name: String
    /// The type of the fact.
    public let type: CELType
  }

  /// All facts, by slot number.
  public private(set) var slots: [Slot] = []
  /// The host's functions.
  public let functions: [HostFunction]
  private let objects: [String: ObjectType]
  private var places: [String: Int] = [:]
  private var scopes: [String: String] = [:]

  /// Declares all names. A later variable hides an earlier one of the same name.
  public init(
    objects: [ObjectType] = [], variables: [Declaration] = [], functions: [HostFunction] = []
  ) {
    self.objects = Dictionary(objects.map { ($0.name, $0) }) { _, last in last }
    self.functions = functions
    for variable in variables { declare(variable.name, variable.type, within: []) }
  }

  /// The slot of a full name, such as `customer.balance`; nil where there is none.
  public func slot(_ name: String) -> Int? { places[name] }

  /// This environment with one more variable, which hides others of its name, and the variable's slot.
  ///
  /// A variable of object type is here one value, an element of a list, and no scope.
  public func with(variable: String, type: CELType) -> (environment: Environment, slot: Int) {
    var extended = self
    extended.hide(variable)
    let slot = extended.addSlot(variable, type)
    return (extended, slot)
  }

  /// The object type of a scope; nil where the name is none.
  func scope(_ name: String) -> ObjectType? { scopes[name].flatMap { objects[$0] } }

  /// The declaration of an object type.
  func object(_ name: String) -> ObjectType? { objects[name] }

  /// The plain variables and scopes, sorted: what a name can be.
  var variableNames: [String] {
    let plain = places.keys.filter { name in
      guard let point = name.lastIndex(of: ".") else { return true }
      return scopes[String(name[..<point])] == nil
    }
    return (plain + scopes.keys).sorted()
  }

  /// The scopes that have a field of this name, sorted.
  func scopes(withField field: String) -> [String] {
    scopes.keys.filter { places["\($0).\(field)"] != nil }.sorted()
  }

  private mutating func declare(_ name: String, _ type: CELType, within outer: [String]) {
    hide(name)
    guard case .object(let objectName) = type, let object = objects[objectName], !outer.contains(objectName)
    else {
      _ = addSlot(name, type)
      return
    }
    scopes[name] = objectName
    for field in object.fields { declare("\(name).\(field.name)", field.type, within: outer + [objectName]) }
  }

  private mutating func addSlot(_ name: String, _ type: CELType) -> Int {
    places[name] = slots.count
    slots.append(Slot(name: name, type: type))
    return slots.count - 1
  }

  private mutating func hide(_ name: String) {
    let fields = name + "."
    places = places.filter { $0.key != name && !$0.key.hasPrefix(fields) }
    scopes = scopes.filter { $0.key != name && !$0.key.hasPrefix(fields) }
  }
}
