/// An order of so many things in which they are shuffled anew for each round; the same on every machine.
struct Shuffled {
  private(set) var order: [Int]
  private var random: UInt64 = 8

  init(_ count: Int) { order = Array(0..<count) }

  mutating func next() -> [Int] {
    for index in order.indices.reversed() where index > 0 {
      // Source: Knuth's MMIX generator.
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(index, Int(random >> 33) % (index + 1))
    }
    return order
  }
}
