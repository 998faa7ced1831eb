/// Room for what one day of a customer works out, kept from day to day: it holds nothing between them.
struct DecisionDesk {
  var reasons: [SilenceReason?] = []
  var held: [SilenceReason?] = []
  var open: [Int] = []
  var reached: [ReachedStep] = []

  /// Makes it ready for a day of an account of so many parts.
  mutating func clear(for parts: Int) {
    if reasons.count != parts {
      reasons = Array(repeating: nil, count: parts)
      held = reasons
      open.reserveCapacity(parts)
    } else {
      for place in 0..<parts {
        reasons[place] = nil
        held[place] = nil
      }
    }
    if !open.isEmpty { open.removeAll(keepingCapacity: true) }
    if !reached.isEmpty { reached.removeAll(keepingCapacity: true) }
  }
}
