/// How many steps of a `Budget` an expression takes, as far as its text alone tells.
///
///     let environment = Environment(variables: [Declaration("tags", .list(.string))])
///     let condition = check(text: "tags.all(a, tags.all(b, a != b))", in: environment, expecting: .bool)
///     let cost = condition.expression?.estimatedCost { _ in 0...20 }
///     print(cost?.most ?? -1)  // 820
public struct CostEstimate: Hashable, Sendable {
  /// The steps that it takes at least, if it has a value at all: an error can end it sooner.
  public let least: Int
  /// The steps that it takes at most; nil where nothing bounds them but the budget.
  public let most: Int?
}

extension CheckedExpression {
  /// The steps that this expression takes.
  ///
  ///     let environment = Environment(variables: [Declaration("tags", .list(.string))])
  ///     let condition = check(text: "tags.exists(tag, tag == 'vip')", in: environment, expecting: .bool)
  ///     print(condition.expression?.estimatedCost().most ?? -1)  // -1
  ///
  /// - Parameter size: How large the fact of a slot can be: the elements of a list or map, the bytes of a
  ///   text; nil where that is not known.
  ///
  /// Source: the idea of cel-go's cost estimation, with the steps that this evaluator takes.
  public func estimatedCost(size: (Int) -> ClosedRange<Int>? = { _ in nil }) -> CostEstimate {
    withoutActuallyEscaping(size) { size in
      var estimator = CostEstimator(self, sizeOfFact: size)
      let cost = estimator.measure(root).cost
      return CostEstimate(least: cost.least, most: cost.isBounded ? cost.most : nil)
    }
  }
}
