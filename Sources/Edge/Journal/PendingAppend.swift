import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Events that are appended and brought to the disk on another thread, while this one goes on to append others.
package final class PendingAppend: Sendable {
  private enum State {
    case begun
    /// Others see the events, and a machine that goes down may lose them.
    case appended([Int64])
    case durable([Int64])
    case failed(JournalError)
  }

  private static let queue = DispatchQueue(label: "duly.journal")
  private let state = Mutex(State.begun)
  private let group = DispatchGroup()

  /// The events' numbers as soon as they are in the journal; nil before, and where they will never be.
  package var numbers: [Int64]? {
    switch state.withLock({ $0 }) {
    case .begun, .failed: nil
    case .appended(let numbers), .durable(let numbers): numbers
    }
  }

  /// Waits until the events are on the disk.
  ///
  /// - Returns: Their numbers.
  /// - Throws: What `append` throws, and then none of them is in the journal; `diskFull` and `system` where they are in it and
  ///   nobody knows whether they are on the disk.
  package func wait() throws(JournalError) -> [Int64] {
    group.wait()
    switch state.withLock({ $0 }) {
    case .begun, .appended: preconditionFailure("the wait is for the end")
    case .durable(let numbers): return numbers
    case .failed(let error): throw error
    }
  }

  fileprivate func begin(_ rows: @escaping @Sendable () -> [NewRow], _ store: JournalStore) {
    Self.queue.async(group: group) {
      do throws(JournalError) {
        let numbers = try store.append(rows(), durably: false) { numbers in
          self.state.withLock { $0 = .appended(numbers) }
        }
        try store.bringToDisk()
        self.state.withLock { $0 = .durable(numbers) }
      } catch {
        self.state.withLock { $0 = .failed(error) }
      }
    }
  }
}

extension JournalStore {
  /// Begins to append events, all of them or nothing, on another thread.
  ///
  /// It keeps others from appending for no longer than it takes to write them, and not while the disk is waited for.
  ///
  /// - Parameter rows: Makes the events, on that thread.
  package func beginAppending(_ rows: @escaping @Sendable () -> [NewRow]) -> PendingAppend {
    let pending = PendingAppend()
    pending.begin(rows, self)
    return pending
  }

  /// Brings all that was appended before the call to the disk.
  ///
  /// In write-ahead mode a transaction is on the disk when its frames in the `-wal` file are, or where SQLite has copied them
  /// to the journal: it flushes the one file before it begins to, and the other before it writes over the first. So the call that
  /// `synchronous = FULL` makes at the end of each transaction, while no other can begin, is made here outside of SQLite's lock.
  /// Source: SQLite, "Write-Ahead Logging", and `PRAGMA synchronous`.
  fileprivate func bringToDisk() throws(JournalError) {
    let descriptor = openedToFlush(path + "-wal")
    guard descriptor >= 0 else { throw .unwritten(path, cause: JournalPlace.systemError()) }
    defer { close(descriptor) }
    guard fdatasync(descriptor) != 0 else { return }
    let isFull = errno == ENOSPC || errno == EDQUOT
    let cause = JournalPlace.systemError()
    throw isFull ? .full(path, cause: cause) : .unwritten(path, cause: cause)
  }
}

// A method would take `JournalStore.open` for the system's.
private func openedToFlush(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
