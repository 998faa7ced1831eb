/// The names that an expression may use, each with its type and its slot.
///
/// A variable of an object type is a *scope*: it has no slot itself, each of its fields has one, in order of
/// declaration (`customer.balance`). Any other variable has one slot; its name may have points. Slots are
/// numbered from 0 in order.
///
///     let environment = Environment(
///       objects: [ObjectType("customer", fields: [Declaration("balance", .money)])],
///       variables: [Declaration("today", .date), Declaration("customer", .object("customer"))])
///     print(environment.slot("customer.balance") ?? -1)  // 1
public struct Environment: Sendable {
  /// One numbered fact.
  ///
  ///     let environment = Environment(variables: [Declaration("today", .date), Declaration("count", .int)])
  ///     print(environment.slots.map { "\($0.name): \($0.type)" })  // ["today: date", "count: int"]
  public struct Slot: Hashable, Sendable {
    /// The full name: `today`, `customer.balance`.
    public let name: String
    /// The type of the fact's values, as declared.
    public let type: CELType
  }

  /// All facts in order of their slots: what `Facts.fact(_:)` is asked for.
  public private(set) var slots: [Slot] = []
  /// The functions of the host, beside those of the language; the language's own come first.
  public let functions: [HostFunction]
  /// The name space in which names are looked up first, such as `com.example`; empty for none.
  public let container: String
  private let objects: [String: ObjectType]
  private var places: [String: Int] = [:]
  private var scopes: [String: String] = [:]

  /// Declares all names. A later variable hides an earlier one of the same name.
  ///
  /// - Parameters:
  ///   - container: The name space of the expression: in `a.b` the name `c` means `a.b.c`, else `a.c`, else
  ///     `c`. Source: the language definition, "Name Resolution".
  ///   - objects: The types that variables and fields can have as `.object(name)`.
  ///   - variables: The names in order; those of object type become scopes.
  ///   - functions: What the host offers beside the functions of the language.
  public init(
    container: String = "", objects: [ObjectType] = [], variables: [Declaration] = [],
    functions: [HostFunction] = []
  ) {
    self.container = container
    self.objects = Dictionary(objects.map { ($0.name, $0) }) { _, last in last }
    self.functions = functions
    for variable in variables { declare(variable.name, variable.type, within: []) }
  }

  /// The slot of a full name, such as `customer.balance`; nil where there is none.
  public func slot(_ name: String) -> Int? { places[name] }

  /// This environment with one more variable, which hides others of its name and of names that begin with it
  /// and a point, and the variable's slot.
  ///
  /// A variable of object type is here one value, an element of a list, and no scope.
  ///
  ///     let environment = Environment(variables: [Declaration("tags", .list(.string))])
  ///     let (extended, slot) = environment.with(variable: "tag", type: .string)
  ///     print(slot)  // 1
  ///     print(check(text: "tag in tags", in: extended, expecting: .bool).issues.count)  // 0
  public func with(variable: String, type: CELType) -> (environment: Environment, slot: Int) {
    var extended = self
    extended.hide(variable)
    extended.places = extended.places.filter { !$0.key.hasPrefix(variable + ".") }
    let slot = extended.addSlot(variable, type)
    return (extended, slot)
  }

  /// The full names that a name can mean, in the order in which they are tried.
  func candidates(for name: String, isRoot: Bool) -> [String] {
    guard !isRoot, !container.isEmpty else { return [name] }
    var spaces = container.split(separator: ".")
    var all: [String] = []
    while !spaces.isEmpty {
      all.append(spaces.joined(separator: ".") + "." + name)
      spaces.removeLast()
    }
    return all + [name]
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

  /// Forgets a name, and with a scope all that stands in it.
  private mutating func hide(_ name: String) {
    places[name] = nil
    guard let objectName = scopes.removeValue(forKey: name) else { return }
    for field in objects[objectName]?.fields ?? [] { hide("\(name).\(field.name)") }
  }
}
