extension JournalStore {
  /// Takes the run lock, which this journal has until it is given back, the object is gone or the process ends.
  ///
  /// - Parameters:
  ///   - holder: Who takes it, for the message that others get: `duly execute (process 4711)`.
  ///   - now: The instant, for the same message.
  /// - Throws: `runLockHeld` where another run or this very journal has it; `readOnly`, `system`.
  package func acquireRunLock(holder: String, now: String) throws(JournalError) {
    // Taken again by the same object it would be held twice by the system's count, so it is refused like another's.
    let lock = try RunLock(journal: path, holder: holder, now: now)
    runLock.withLock { $0 = lock }
  }

  /// Gives the run lock back; does nothing where it was not taken.
  package func releaseRunLock() {
    runLock.withLock { lock in
      lock?.release()
      lock = nil
    }
  }
}
