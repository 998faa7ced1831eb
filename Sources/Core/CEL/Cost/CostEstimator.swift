/// Adds up what the parts of an expression cost, from the leaves to the root.
struct CostEstimator {
  /// What a node costs, and how large its value is: the elements of a list or map, the bytes of a text.
  struct Measure {
    var cost: CostBounds
    var size: CostBounds
  }

  let expression: CheckedExpression
  private let sizeOfFact: (Int) -> ClosedRange<Int>?
  /// The sizes of the macros' variables in force.
  private var locals: [CostBounds] = []

  init(_ expression: CheckedExpression, sizeOfFact: @escaping (Int) -> ClosedRange<Int>?) {
    self.expression = expression
    self.sizeOfFact = sizeOfFact
  }

  /// What a node costs, with all below it.
  mutating func measure(_ node: Expression) -> Measure {
    switch expression.reference(of: node.id) {
    case .slot(let slot):
      let size = sizeOfFact(slot).map { CostBounds($0.lowerBound, $0.upperBound) }
      return Measure(cost: CostBounds(0), size: size ?? .unbounded)
    case .local(let place):
      return Measure(
        cost: CostBounds(0), size: locals.indices.contains(place) ? locals[place] : .unbounded)
    case .function(let function): return call(node, function)
    case .fallback:
      let parts = node.children.map { measure($0) }
      guard parts.count == 2 else { break }
      return Measure(cost: parts[0].cost + parts[1].cost.orNothing, size: parts[0].size.or(parts[1].size))
    case .type, .field, .key, .nameSpace, .host, .hosts, .unknown, nil: break
    }
    switch node.kind {
    case .literal(let literal): return Measure(cost: CostBounds(0), size: size(of: literal))
    case .binary(let operation, let left, let right): return binary(operation, left, right)
    case .conditional(let condition, let yes, let no):
      let (condition, yes, no) = (measure(condition), measure(yes), measure(no))
      return Measure(cost: condition.cost + yes.cost.or(no.cost), size: yes.size.or(no.size))
    case .list(let elements):
      return Measure(
        cost: sum(node), size: CostBounds(elements.count { !$0.isOptional }, elements.count))
    case .map(let entries):
      return Measure(cost: sum(node), size: CostBounds(entries.count { !$0.isOptional }, entries.count))
    case .comprehension(let loop): return comprehension(loop)
    case .identifier, .select, .optionalSelect, .presence, .index, .optionalIndex, .call, .unary:
      return Measure(cost: sum(node), size: .unbounded)
    }
  }

  private mutating func sum(_ node: Expression) -> CostBounds {
    var cost = CostBounds(0)
    for child in node.children { cost += measure(child).cost }
    return cost
  }

  private func size(of literal: Literal) -> CostBounds {
    switch literal {
    case .string(let text): CostBounds(text.utf8.count)
    case .bytes(let bytes): CostBounds(bytes.count)
    case .null, .bool, .int, .uint, .double: CostBounds(1)
    }
  }

  private mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Measure {
    let (first, second) = (measure(left), measure(right))
    let both = first.cost + second.cost
    let plain = CostBounds(1)
    switch operation {
    case .and, .or:
      // Either side can decide by itself: the right where the left fails at once, too.
      return Measure(
        cost: CostBounds(min(first.cost.least, second.cost.least), both.most), size: plain)
    case .equal, .notEqual:
      return Measure(
        cost: both + equality(expression.type(of: left.id), first.size, second.size), size: plain)
    case .in:
      guard case .list(let element) = expression.type(of: right.id) else {
        return Measure(
          cost: both + (expression.type(of: right.id).isOpen ? .unbounded : CostBounds(0)), size: plain)
      }
      let each = equality(element, first.size, .unbounded)
      return Measure(cost: both + (each * second.size).orNothing, size: plain)
    case .add:
      let size = first.size + second.size
      switch expression.type(of: left.id) {
      case .list: return Measure(cost: both + size, size: size)
      case .string, .bytes: return Measure(cost: both + CostBounds(0, size.ofText.most), size: size)
      case .dyn, .parameter: return Measure(cost: both + size.orNothing, size: size)
      default: return Measure(cost: both, size: plain)
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .subtract, .multiply, .divide, .remainder:
      return Measure(cost: both, size: plain)
    }
  }

  /// What one comparison for equality costs: one step for each element that is looked at.
  private func equality(_ type: CELType, _ left: CostBounds, _ right: CostBounds) -> CostBounds {
    switch type {
    case .list(let element):
      guard element.parts.isEmpty, !element.isOpen else { return CostBounds(1, .max) }
      return CostBounds(1) + CostBounds(0, min(left.most, right.most))
    case .map, .optional, .dyn, .parameter, .abstract, .object, .nullable: return CostBounds(0, .max)
    default: return CostBounds(0, 1)
    }
  }

  private mutating func comprehension(_ loop: Comprehension) -> Measure {
    let range = measure(loop.range)
    switch loop.kind {
    case .bind:
      let body = within([range.size]) { $0.measure(loop.body) }
      return Measure(cost: range.cost + body.cost, size: body.size)
    case .optMap, .optFlatMap:
      let body = within([.unbounded]) { $0.measure(loop.body) }
      return Measure(cost: range.cost + body.cost.orNothing, size: body.size)
    default: break
    }
    let names = Array(repeating: CostBounds.unbounded, count: loop.variables.count)
    let (condition, body) = within(names) { estimator in
      (loop.condition.map { estimator.measure($0).cost }, estimator.measure(loop.body).cost)
    }
    var each = CostBounds(1) + (condition ?? CostBounds(0))
    each += condition == nil ? body : body.orNothing
    var rounds = range.size
    if loop.kind == .all || loop.kind == .exists { rounds.least = min(1, rounds.least) }
    var cost = range.cost + each * rounds
    let size = loop.kind == .filter || condition != nil ? range.size.orNothing : range.size
    switch loop.kind {
    case .all, .exists, .existsOne:
      // A map's keys are copied first.
      cost += keys(loop, range.size)
      return Measure(cost: cost, size: CostBounds(1))
    case .sortBy: return Measure(cost: cost + CostEstimator.sorting(range.size), size: size)
    case .transformMapEntry: return Measure(cost: cost + .unbounded, size: .unbounded)
    default: return Measure(cost: cost + keys(loop, range.size), size: size)
    }
  }

  private func keys(_ loop: Comprehension, _ size: CostBounds) -> CostBounds {
    switch expression.type(of: loop.range.id) {
    case .map: size
    case .dyn, .parameter: size.orNothing
    default: CostBounds(0)
    }
  }

  /// What putting elements into order costs at most: a step for each in each of the passes of a merge sort.
  static func sorting(_ size: CostBounds) -> CostBounds {
    guard size.isBounded else { return CostBounds(size.least, .max) }
    // The elements may be texts, which are charged by their length: that is not known here.
    return CostBounds(size.least, .max)
  }

  private mutating func within<Result>(
    _ sizes: [CostBounds], _ body: (inout CostEstimator) -> Result
  ) -> Result {
    locals += sizes
    defer { locals.removeLast(sizes.count) }
    return body(&self)
  }
}
