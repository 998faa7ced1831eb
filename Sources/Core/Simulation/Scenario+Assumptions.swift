extension Scenario {
  /// What a preview assumes, in whole sentences: the books, the history, the owner, the customers, the events.
  package var assumptions: [String] {
    var sentences = ["Books as of \(snapshot.asOf ?? "\(from)"), \(days) days."]
    sentences.append(
      start == nil
        ? "Starts from an empty history: nothing counts as sent before."
        : "Starts from the journal: what was sent and answered counts.")
    sentences.append(
      ownerIsPresent
        ? "Assumes the review done in time and approvals given on the day."
        : "Assumes the owner absent: what needs an approval waits.")
    if behaviour == .history {
      sentences.append(
        "Assumes each customer pays as late as it has before, by its own payments; one without any never pays. "
          + "An estimate, not a promise.")
    }
    if !events.isEmpty {
      sentences.append(
        "Assumes \(events.count) \(events.count == 1 ? "event" : "events") from the events file.")
    }
    return sentences
  }
}
