/// Whether sums contradict each other, found by taking one variable after another out of them.
///
/// Two sums with a variable of opposite sign make one without it. Sound: where a sum without variables fails, no
/// values of the variables, whole or not, make all sums hold. Source: Fourier and Motzkin's method.
enum Elimination {
  /// Beyond so many sums nothing is said.
  static let sumLimit = 400

  private struct Row {
    var factors: [Int: Whole]
    var bound: Whole
  }

  static func isContradiction(_ sums: [Sum], _ domains: [Domain]) -> Bool {
    var rows = sums.map { sum in
      Row(
        factors: Dictionary(sum.terms.map { ($0.variable, $0.factor) }) { first, _ in first },
        bound: sum.bound)
    }
    var variables: [Int] = []
    for term in sums.flatMap(\.terms) where !variables.contains(term.variable) {
      variables.append(term.variable)
    }
    for variable in variables {
      rows.append(Row(factors: [variable: 1], bound: domains[variable].high))
      rows.append(Row(factors: [variable: -1], bound: -domains[variable].low))
    }
    // A variable that stands for a sum is younger than what it sums, and leaves with its definition: it goes first.
    for variable in variables.sorted(by: >) {
      var above: [Row] = []
      var below: [Row] = []
      var rest: [Row] = []
      for row in rows {
        let factor = row.factors[variable] ?? 0
        if factor > 0 { above.append(row) } else if factor < 0 { below.append(row) } else { rest.append(row) }
      }
      guard above.count * below.count + rest.count <= sumLimit else { return false }
      for up in above {
        for down in below {
          guard let row = joined(up, down, without: variable) else { return false }
          if row.factors.isEmpty {
            if row.bound < 0 { return true }
          } else {
            rest.append(row)
          }
        }
      }
      rows = rest
    }
    return false
  }

  /// Nil where the numbers grow too large.
  private static func joined(_ up: Row, _ down: Row, without variable: Int) -> Row? {
    guard let first = up.factors[variable], let second = down.factors[variable] else { return nil }
    guard let left = scaled(up, by: -second), let right = scaled(down, by: first) else { return nil }
    var factors = left.factors
    for (other, factor) in right.factors {
      let (sum, overflow) = (factors[other] ?? 0).addingReportingOverflow(factor)
      guard !overflow else { return nil }
      factors[other] = sum == 0 ? nil : sum
    }
    let (bound, overflow) = left.bound.addingReportingOverflow(right.bound)
    guard !overflow else { return nil }
    var row = Row(factors: factors, bound: bound)
    let divisor = row.factors.values.reduce(0) { Linear.greatestCommonDivisor($0, $1) }
    if divisor > 1 {
      row.factors = row.factors.mapValues { $0 / divisor }
      // The sum is whole, so the bound may be rounded down.
      row.bound = Linear.floorDivision(row.bound, divisor)
    }
    return row
  }

  private static func scaled(_ row: Row, by factor: Whole) -> Row? {
    var result = row
    for (variable, value) in row.factors {
      let (product, overflow) = value.multipliedReportingOverflow(by: factor)
      guard !overflow else { return nil }
      result.factors[variable] = product
    }
    let (bound, overflow) = row.bound.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    result.bound = bound
    return result
  }
}
