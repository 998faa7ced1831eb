/// The exponential of a number that is not positive, by sums and products alone: the same on every machine.
package enum Exponential {
  package static func of(_ number: Double) -> Double {
    guard number > -40 else { return 0 }
    let small = number / 64
    var term = 1.0
    var sum = 1.0
    for count in 1...10 {
      term *= small / Double(count)
      sum += term
    }
    for _ in 0..<6 { sum *= sum }
    return sum
  }
}
