/// A macro that gives names to values and works out an expression with them: a loop over a list or a map, a
/// step on an optional, or `cel.bind`.
///
///     let root = resolve(text: "tags.exists(tag, tag == 'vip')", in: Environment()).expression?.root
///     if case .comprehension(let loop)? = root?.kind {
///       print(loop.variables.map(\.text))  // ["tag"]
///     }
public struct Comprehension: Sendable {
  /// Which macro, by the name it is called with.
  ///
  ///     print(Comprehension.Kind.existsOne.rawValue)  // exists_one
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Whether the body holds for every element.
    case all
    /// Whether it holds for at least one.
    case exists
    /// Whether it holds for exactly one; with two names also written `existsOne`.
    case existsOne = "exists_one"
    /// The list of what the body makes of each element.
    case map
    /// The list of the elements for which it holds.
    case filter
    /// The list of what the body makes of each index or key with its value.
    case transformList
    /// The map of what the body makes of each value, under its own index or key.
    case transformMap
    /// The map of the entries that the body, itself a map, makes of each index or key with its value.
    case transformMapEntry
    /// The elements in rising order of what the body makes of them.
    case sortBy
    /// The optional of what the body makes of the value in an optional.
    case optMap
    /// The optional that the body makes of the value in an optional.
    case optFlatMap
    /// The value of the body, in which a name stands for the range.
    case bind = "cel.bind"
  }

  /// Which macro this is, by the name it was called with; `existsOne` counts as `exists_one`.
  public let kind: Kind
  /// The list, the map, the optional or the value that the names are given to.
  public let range: Expression
  /// One name, of the element or key; or two, of the index or key and of the value.
  public let variables: [Expression.Name]
  /// Which elements take part; nil for all.
  public let condition: Expression?
  /// The predicate, or what the macro makes of an element.
  public let body: Expression

  /// Whether the macro takes this many names and this many expressions behind them.
  static func takes(_ kind: Kind, names: Int, expressions: Int) -> Bool {
    switch kind {
    case .all, .exists, .existsOne: names <= 2 && expressions == 1
    case .map: names == 1 && expressions <= 2
    case .filter, .sortBy, .optMap, .optFlatMap: names == 1 && expressions == 1
    case .transformList, .transformMap, .transformMapEntry: names == 2 && expressions <= 2
    case .bind: names == 1 && expressions == 2
    }
  }
}
