/// What the clocks of one place showed and will show: the changes that a file lists, and the rule after them.
struct ZoneHistory: Hashable, Sendable {
  /// The moment of a change, in seconds since 1970, with the seconds east of UTC from then on.
  struct Change: Hashable, Sendable {
    let seconds: Int64
    let offset: Int
  }

  /// The seconds east of UTC before the first change.
  let first: Int
  /// In ascending order, with no moment twice.
  let changes: [Change]
  /// What holds from the last change on, or always where there is none; nil where that change lasts.
  let rule: ZoneRule?

  /// The seconds east of UTC at a moment in the years 1 to 9999; nil long before and after them.
  ///
  /// Which of the three parts holds when is RFC 8536, section 3.2, "transition times" and 3.3.
  /// - Complexity: O(log n) for n changes.
  func offset(at seconds: Int64) -> Int? {
    guard Self.moments.contains(seconds) else { return nil }
    guard let last = changes.last else { return rule?.offset(at: seconds) ?? first }
    if seconds >= last.seconds { return rule?.offset(at: seconds) ?? last.offset }
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].seconds <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : changes[low - 1].offset
  }

  /// The years 0 to 10,000, so that a year of margin lies on either side of what instants can be.
  private static let moments: ClosedRange<Int64> = -62_167_219_200...253_433_923_199
}
