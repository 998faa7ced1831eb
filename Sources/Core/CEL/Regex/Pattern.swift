/// A regular expression as it was read: nodes in an array, each behind the nodes that it is made of.
///
/// Nodes name each other by their places, so that no depth of nesting costs stack, not even to free them.
struct Pattern {
  /// A part of a regular expression.
  enum Node {
    /// Nothing, which is always found.
    case empty
    /// One scalar of the set at this place.
    case scalar(Int)
    case assertion(Assertion)
    case sequence([Int])
    case choice([Int])
    /// A part some times over; without end where there is no maximum.
    case repetition(Int, minimum: Int, maximum: Int?)
  }

  /// What must hold between two scalars; words are ASCII's letters, digits and `_`, as in RE2.
  enum Assertion: Hashable, Sendable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
  }

  /// How many bytes of UTF-8 were read.
  let length: Int
  /// The last one is the whole.
  private(set) var nodes: [Node] = []
  private(set) var sets: [ScalarSet] = []
  private var places: [ScalarSet: Int] = [:]
  /// For each node, the greatest product of the counts of repetitions nested in it.
  private var products: [Int] = []

  init(length: Int) { self.length = length }

  /// Adds a node made of those before it, and gives its place.
  mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    products.append(product(of: node))
    return nodes.count - 1
  }

  /// The place of a set, which is kept once.
  mutating func place(of set: ScalarSet) -> Int {
    if let place = places[set] { return place }
    sets.append(set)
    places[set] = sets.count - 1
    return sets.count - 1
  }

  /// Whether RE2 allows a node's repetitions: nested ones multiply, and what is left out counts for nothing.
  func allowsRepetitions(of node: Int) -> Bool { products[node] <= PatternLimits.repetitions }

  private func product(of node: Node) -> Int {
    switch node {
    case .empty, .scalar, .assertion: 1
    case .sequence(let parts), .choice(let parts): parts.reduce(1) { max($0, products[$1]) }
    case .repetition(_, _, maximum: 0): 1
    // A product that is too high ends the reading, so none of this is above 1,000 times 1,000.
    case .repetition(let part, let minimum, let maximum): max(1, maximum ?? minimum) * products[part]
    }
  }
}
