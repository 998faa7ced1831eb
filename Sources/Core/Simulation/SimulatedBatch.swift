/// What a batch of customers gave.
package struct SimulatedBatch<Piece: Sendable>: Sendable {
  /// The number of the batch.
  let number: Int
  /// The places of its customers, in order.
  let places: [Int]
  /// What is kept of each of them; nil for one that shares an address with a customer of an earlier batch, where it is
  /// among `others`.
  var pieces: [Piece?]
  /// What is kept of customers of later batches, by place.
  var others: [Int: Piece] = [:]
  /// The counts over them.
  package internal(set) var summary: PreviewSummary

  /// What is kept of each customer of the batch, and of those of others that came with them, by place.
  package var piecesByPlace: [Int: Piece] {
    var found = others
    for (number, place) in places.enumerated() {
      if let piece = pieces[number] { found[place] = piece }
    }
    return found
  }
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
      if !batch.others.isEmpty { early.merge(batch.others) { $1 } }
      for (number, place) in batch.places.enumerated() {
        if let piece = batch.pieces[number] ?? early.removeValue(forKey: place) { pieces.append(piece) }
      }
    }
    return pieces
  }
}
