extension CostEstimator {
  /// What a call of a function of the language costs.
  mutating func call(_ node: Expression, _ function: StandardFunction) -> Measure {
    let nodes = node.children.filter { expression.reference(of: $0.id) != .nameSpace }
    let parts = nodes.map { measure($0) }
    var cost = CostBounds(0)
    for part in parts { cost += part.cost }
    let size = parts.first?.size ?? CostBounds(0)
    let own = effort(function, nodes, size)
    return Measure(cost: cost + own, size: resultSize(function, nodes, size))
  }

  /// The steps of the function itself, for a first argument of a size.
  private func effort(
    _ function: StandardFunction, _ nodes: [Expression], _ size: CostBounds
  ) -> CostBounds {
    switch function {
    case .size:
      switch nodes.first.map({ expression.type(of: $0.id) }) {
      case .string: return CostBounds(1) + size.ofText
      case .dyn, .parameter, nil: return (CostBounds(1) + size.ofText).orNothing
      default: return CostBounds(0)
      }
    case .startsWith, .endsWith, .first, .last: return CostBounds(0)
    case .contains, .matches: return .unbounded
    case .range:
      guard case .int(let count) = nodes.first?.literal, let count = Int(exactly: count) else {
        return .unbounded
      }
      return CostBounds(max(0, count))
    case .reverse:
      if case .list = nodes.first.map({ expression.type(of: $0.id) }) { return size }
      return (size + size.ofText + CostBounds(1)).orNothing
    case .lowerAscii, .upperAscii, .trim, .charAt: return size.ofText
    case .sort: return CostEstimator.sorting(size)
    default:
      // Conversions, dates and numbers look at one value; what else there is depends on the values.
      switch function.family {
      case .number, .time, .date: return CostBounds(0, function == .greatest || function == .least ? .max : 0)
      case .conversion: return CostBounds(0, size.ofText.most)
      default: return .unbounded
      }
    }
  }

  private func resultSize(
    _ function: StandardFunction, _ nodes: [Expression], _ size: CostBounds
  ) -> CostBounds {
    switch function {
    case .range:
      guard case .int(let count) = nodes.first?.literal, let count = Int(exactly: count) else {
        return .unbounded
      }
      return CostBounds(max(0, count))
    case .sort, .lowerAscii, .upperAscii, .reverse, .dyn: return size
    case .distinct, .slice, .substring, .trim, .unwrapOpt, .optionalUnwrap: return size.orNothing
    default: return .unbounded
    }
  }
}
