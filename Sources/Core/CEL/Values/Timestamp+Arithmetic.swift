extension Timestamp {
  /// The instant a number of nanoseconds later, or earlier where it is negative; throws `overflow` outside of
  /// the years 1 to 9999.
  func adding(nanoseconds duration: Int64) throws(EvaluationError) -> Timestamp {
    try Timestamp(total: total + Int128(duration))
  }

  /// The instant a number of nanoseconds earlier; throws `overflow` outside of the years 1 to 9999.
  func subtracting(nanoseconds duration: Int64) throws(EvaluationError) -> Timestamp {
    try Timestamp(total: total - Int128(duration))
  }

  /// The nanoseconds from another instant to this one; throws `overflow` beyond about 292 years.
  func nanoseconds(since other: Timestamp) throws(EvaluationError) -> Int64 {
    guard let difference = Int64(exactly: total - other.total) else { throw .overflow }
    return difference
  }

  /// Nanoseconds since 1970-01-01T00:00:00Z; the whole range takes 69 bits.
  private var total: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

  private init(total: Int128) throws(EvaluationError) {
    let (quotient, remainder) = total.quotientAndRemainder(dividingBy: 1_000_000_000)
    let isBelow = remainder < 0
    guard
      let seconds = Int64(exactly: isBelow ? quotient - 1 : quotient),
      let timestamp = Timestamp(
        seconds: seconds, nanoseconds: Int32(isBelow ? remainder + 1_000_000_000 : remainder))
    else { throw .overflow }
    self = timestamp
  }
}
