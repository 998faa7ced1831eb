/// The slots that live claims have, as the events say.
struct TakenSlots {
  /// Each slot's claim, by its key.
  private(set) var keys: [ClaimSlot: String] = [:]
  private var slots: [String: Set<ClaimSlot>] = [:]

  /// Gives back and takes what an event says.
  ///
  /// - Returns: How many of the slots that it takes were taken already, nil where none was.
  mutating func apply(_ event: NewRow) -> Int? {
    guard let key = event.key else { return nil }
    if event.frees {
      for slot in slots.removeValue(forKey: key) ?? [] { keys[slot] = nil }
    }
    var refused = 0
    for slot in event.takes {
      if keys[slot] != nil {
        refused += 1
      } else {
        keys[slot] = key
        slots[key, default: []].insert(slot)
      }
    }
    return refused == 0 ? nil : refused
  }
}
