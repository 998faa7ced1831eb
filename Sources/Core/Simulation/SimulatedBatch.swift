/// What a batch of customers gave.
package struct SimulatedBatch<Piece: Sendable>: Sendable {
  /// The number of the batch.
  let number: Int
  /// The places of its customers, in order.
  package let places: [Int]
  /// What is kept of each customer, by place; a customer that shares an address with one of another batch can be
  /// here or there.
  package internal(set) var pieces: [Int: Piece] = [:]
  /// The counts over them.
  package internal(set) var summary: PreviewSummary
}

/// Puts batches, as they come from any number of workers, into the order of the customers.
package struct BatchOrder<Piece: Sendable> {
  /// The counts over all batches taken so far.
  package private(set) var summary: PreviewSummary
  private var next = 0
  private var waiting: [Int: SimulatedBatch<Piece>] = [:]
  /// Pieces of customers whose batch has not come yet.
  private var early: [Int: Piece] = [:]

  /// - Parameter summary: A summary of nothing.
  package init(_ summary: PreviewSummary) { self.summary = summary }

  /// Takes a batch.
  ///
  /// - Returns: The pieces that are next in order; none while an earlier batch is missing.
  package mutating func take(_ batch: SimulatedBatch<Piece>) -> [Piece] {
    summary.add(batch.summary)
    waiting[batch.number] = batch
    var pieces: [Piece] = []
    while let batch = waiting.removeValue(forKey: next) {
      next += 1
      early.merge(batch.pieces) { $1 }
      for place in batch.places {
        if let piece = early.removeValue(forKey: place) { pieces.append(piece) }
      }
    }
    return pieces
  }
}
