import Glibc
import Simulation

/// Runs the batches of a simulation side by side, one worker for each core, and gives what they make in the order of
/// the customers: the same bytes with any number of workers.
struct SideBySide: Sendable {
  let simulator: Simulator
  /// How many batches run at once.
  let workers: Int

  /// - Parameter workers: At least 1; left out, one for each core that this process may use.
  init(_ simulator: Simulator, workers: Int = SideBySide.cores) {
    self.simulator = simulator
    self.workers = max(1, workers)
  }

  /// The cores of this machine that are in use.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs all batches.
  ///
  /// - Parameters:
  ///   - progress: Learns of each batch that is done.
  ///   - write: Turns what one customer would receive into bytes or the like; called from any worker.
  ///   - report: Takes the pieces one after the other, in order.
  /// - Returns: The counts over all customers.
  func run<Piece: Sendable>(
    _ progress: Progress, _ write: @escaping @Sendable (CustomerPreview) -> Piece, report: (Piece) -> Void
  ) async -> PreviewSummary {
    var order = BatchOrder<Piece>(simulator.emptySummary)
    let count = simulator.batchCount
    var finished = 0
    await withTaskGroup(of: SimulatedBatch<Piece>.self) { group in
      // A few more than there are workers, so that none waits while a piece is written; not all, for memory.
      var next = min(count, workers == 1 ? 1 : workers + 2)
      for batch in 0..<next {
        group.addTask { [simulator] in simulator.run(batch: batch, write) }
      }
      while let done = await group.next() {
        if next < count {
          group.addTask { [simulator, next] in simulator.run(batch: next, write) }
          next += 1
        }
        for piece in order.take(done) { report(piece) }
        finished += 1
        progress.show(finished, of: count)
      }
    }
    progress.erase()
    return order.summary
  }
}
