/// The numbers of signs, moved by gradient steps whose size shrinks with what a sign has been moved already. The same
/// texts give the same numbers, to the last figure.
///
/// Source: Duchi, Hazan, Singer: Adaptive Subgradient Methods, 2011.
struct AdaptiveSteps {
  private(set) var numbers: [Double]
  private var moved: [Double]
  private var sums: [Double]
  private var kept = 0.0
  private let step: Double

  init(count: Int, step: Double) {
    numbers = Array(repeating: 0, count: count)
    sums = numbers
    moved = Array(repeating: 1e-8, count: count)
    self.step = step
  }

  /// Goes one step down a slope.
  mutating func descend(_ index: Int, _ slope: Double) {
    moved[index] += slope * slope
    numbers[index] -= step * slope / moved[index].squareRoot()
  }

  /// Takes the numbers as they are into what comes out in the end.
  mutating func keep() {
    for index in numbers.indices { sums[index] += numbers[index] }
    kept += 1
  }

  /// What was kept, on the average: where the last steps led by chance matters less.
  ///
  /// Source: Polyak, Juditsky: Acceleration of Stochastic Approximation by Averaging, 1992.
  var average: [Double] { kept == 0 ? numbers : sums.map { $0 / kept } }
}
