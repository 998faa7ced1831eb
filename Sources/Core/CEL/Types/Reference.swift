/// What a node of an expression refers to.
///
///     let environment = Environment(variables: [Declaration("name", .string)])
///     if let expression = check(text: "name.size()", in: environment, expecting: .int).expression {
///       print(expression.reference(of: expression.root.id) == .function(.size))  // true
///     }
public enum Reference: Hashable, Sendable {
  /// A fact, by its slot.
  case slot(Int)
  /// A macro's variable, by its place among those in force: the outermost is 0.
  case local(Int)
  /// A field of an object, by its place in the declaration.
  case field(Int)
  /// A key of a map, written as a field.
  case key(String)
  /// A type, by the name that it has as a value.
  case type(String)
  /// The first part of a function's name: the `math` of `math.abs(x)`.
  case nameSpace
  /// A function of the language.
  case function(StandardFunction)
  /// A function of the host, by the host's own number.
  case host(Int)
  /// Functions of the host of one name, of which the types of the arguments choose one when it runs.
  case hosts([HostFunction])
  /// `x.or(y)` and `x.orValue(y)`.
  case fallback(Fallback)
  /// A name or function that nothing declares, in an expression that was not checked.
  case unknown(String)

  /// What stands in for a value that is missing.
  ///
  ///     let environment = Environment(variables: [Declaration("name", .nullable(.string))])
  ///     if let expression = check(text: "name.or('you')", in: environment, expecting: .string).expression {
  ///       print(expression.reference(of: expression.root.id) == .fallback(.plain))  // true
  ///     }
  public enum Fallback: Hashable, Sendable {
    /// Of `x.or(y)` with a nullable or a map's key: the plain value `y` (an addition to CEL).
    case plain
    /// Of `x.or(y)` with an optional: the optional `y`.
    case optional
    /// Of `x.orValue(y)`: the plain value `y`, where `x` is an optional.
    case value
    /// Of `x.or(y)` in an expression that was not checked: either of the first two.
    case undecided
  }
}
