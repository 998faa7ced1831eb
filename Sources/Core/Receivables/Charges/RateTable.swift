/// Reference rates by the day from which each was in force, as they came with Duly or were read from a file.
package struct RateTable: Hashable, Sendable {
  /// A rate, and the day from which it was in force until the next one.
  package struct Step: Hashable, Sendable {
    package let from: Day
    package let rate: YearlyRate

    package init(from: Day, rate: YearlyRate) {
      self.from = from
      self.rate = rate
    }
  }

  /// As policies write it: `boe-base`, `./ours.yaml`.
  package let name: String
  /// In rising order of days, none twice.
  package let steps: [Step]
  /// The last day for which whoever made the table knew the rate; nil where nobody said. Beyond it the last rate
  /// goes on, and `plan` says so.
  package let until: Day?

  /// A table from steps in any order; of two on one day the later in the list is kept.
  package init(name: String, steps: [Step], until: Day?) {
    self.name = name
    var sorted: [Step] = []
    for (_, step) in steps.enumerated().sorted(by: {
      ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
    }) {
      if sorted.last?.from == step.from { sorted.removeLast() }
      sorted.append(step)
    }
    self.steps = sorted
    self.until = until
  }

  /// The rate in force on a day; nil for a day before the first one.
  /// - Complexity: O(log steps).
  package func rate(on day: Day) -> YearlyRate? {
    place(of: day).map { steps[$0].rate }
  }

  /// The place of the step in force on a day.
  func place(of day: Day) -> Int? {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].from <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
