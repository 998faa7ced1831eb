import Journal
import JournalModel
import Receivables

/// A journal that a run or a command has open: the store, and the fold of all its events.
///
/// Not to be shared: whoever has it appends through it, and it learns of what others append by `refresh`.
package final class JournalSession {
  private let store: JournalStore?
  package private(set) var state = JournalState()
  /// Whom events are about that others have appended since the journal was opened; nil among them for what is about no one
  /// customer. Whatever was decided before may not hold any more.
  private(set) var touched: Set<CustomerID?> = []
  /// The number of the last event that is known to be on the disk.
  private(set) var durableNumber: Int64 = 0

  /// Events that are being appended on another thread.
  private struct Pending {
    let events: [JournalEvent]
    let append: PendingAppend
    var isTakenIn = false
  }

  private var pending: Pending?

  /// Reads all events.
  ///
  /// - Throws: `JournalError`; `UnreadableEvent` where a later version wrote one.
  /// - Complexity: O(events).
  package init(_ store: JournalStore) throws {
    self.store = store
    try refresh()
    touched = []
  }

  /// A journal without events and without a place: what a dry run begins with where there is none yet.
  package init() { store = nil }

  /// What tells this journal from every other; nil for one without a place, or without events.
  package func beginning() throws -> String? { try store?.beginning() }

  /// Calls `body` with each event of a journal and its number, in order.
  ///
  /// - Throws: `JournalError`; `UnreadableEvent` where a later version wrote one.
  package static func forEachEvent(of store: JournalStore, _ body: (JournalEvent, Int64) -> Void) throws {
    var unreadable: Int64?
    try store.forEachRow(after: 0) { row in
      guard let event = JournalEvent(JournalEvent.Row(row)) else {
        unreadable = row.seq
        return false
      }
      body(event, row.seq)
      return true
    }
    if let unreadable { throw UnreadableEvent(number: unreadable) }
  }

  /// Takes in what others have appended since.
  package func refresh() throws {
    takeInPending()
    var unreadable: Int64?
    try store?.forEachRow(after: state.lastNumber, withSlots: false) { row in
      guard let event = JournalEvent(JournalEvent.Row(row)) else {
        unreadable = row.seq
        return false
      }
      state.apply(event, number: row.seq)
      touched.insert(event.customer)
      return true
    }
    if let unreadable { throw UnreadableEvent(number: unreadable) }
  }

  /// Appends events and takes them in: all of them, or none.
  ///
  /// - Parameters:
  ///   - isDurable: False where the events may be lost if the machine, and not only the process, goes down.
  ///   - onlyIfCurrent: True appends nothing where others have appended what was not taken in yet.
  /// - Returns: Their numbers.
  /// - Throws: `JournalError`, of these `hasGoneOn` only with `onlyIfCurrent`.
  @discardableResult
  package func append(
    _ events: [JournalEvent], isDurable: Bool = true, onlyIfCurrent: Bool = false
  ) throws -> [Int64] {
    if events.isEmpty { return [] }
    guard let store else { return assume(events) }
    let numbers = try write(events, to: store, isDurable, onlyIfCurrent)
    if isDurable { durableNumber = max(durableNumber, numbers.last ?? 0) }
    // Somebody else may have appended in between: all is taken in in the order of the journal.
    takeInPending()
    if numbers.first == state.lastNumber + 1 {
      for (event, number) in zip(events, numbers) { state.apply(event, number: number) }
    } else {
      try refresh()
    }
    return numbers
  }

  private func write(
    _ events: [JournalEvent], to store: JournalStore, _ isDurable: Bool, _ onlyIfCurrent: Bool
  ) throws -> [Int64] {
    let rows = events.map(NewRow.init)
    while true {
      takeInPending()
      let last = state.lastNumber
      do {
        return try store.append(rows, durably: isDurable, after: onlyIfCurrent ? last : nil)
      } catch {
        takeInPending()
        // Where it is only the other thread that has appended meanwhile, nobody else has.
        guard error.code == .hasGoneOn, state.lastNumber != last else { throw error }
      }
    }
  }

  /// Begins to append events on another thread, all of them or none.
  ///
  /// They are taken in in the order of the journal, with whatever is appended or read next. What was begun is ended before more is
  /// begun.
  func beginAppending(_ events: [JournalEvent]) {
    precondition(pending == nil, "one thing at a time is appended on the other thread")
    guard let store, !events.isEmpty else {
      _ = assume(events)
      return
    }
    pending = Pending(events: events, append: store.beginAppending { events.map(NewRow.init) })
  }

  /// Waits until the events that were begun to be appended are on the disk, and takes them in.
  ///
  /// - Throws: `JournalError`: they are not in the journal, or nobody knows whether they are on the disk.
  func endAppending() throws {
    guard let append = pending?.append else { return }
    defer { pending = nil }
    let numbers = try append.wait()
    takeInPending()
    // Where others have appended in between, all is read.
    if pending?.isTakenIn == false { try refresh() }
    durableNumber = max(durableNumber, numbers.last ?? 0)
  }

  /// Takes in what was appended on the other thread, where it follows what was taken in last.
  private func takeInPending() {
    guard let begun = pending, !begun.isTakenIn, let numbers = begun.append.numbers, let first = numbers.first
    else { return }
    if first == state.lastNumber + 1 {
      for (event, number) in zip(begun.events, numbers) { state.apply(event, number: number) }
    }
    pending?.isTakenIn = first <= state.lastNumber
  }

  /// Takes in events without appending them: what a dry run assumes.
  func assume(_ events: [JournalEvent]) -> [Int64] {
    events.map { event in
      let number = state.lastNumber + 1
      state.apply(event, number: number)
      return number
    }
  }
}

/// An event that this version cannot read.
package struct UnreadableEvent: Error, CustomStringConvertible {
  package let number: Int64

  package var description: String {
    "event \(number) of the journal cannot be read: it was written by a later version of Duly; use that one"
  }
}

extension JournalEvent.Row {
  fileprivate init(_ row: JournalRow) {
    self.init(
      at: row.at, day: row.day, kind: row.kind, customer: row.customer, key: row.key, body: row.body)
  }
}

extension NewRow {
  /// A claim takes a slot for each invoice and tier; what did not leave gives them back.
  fileprivate init(_ event: JournalEvent) {
    let row = event.row
    var slots: [ClaimSlot] = []
    if case .message(.claimed(let claim)) = event.what, let customer = event.customer {
      slots = claim.parts.map {
        ClaimSlot(
          customer: customer.text, invoice: $0.id.number, instalment: $0.id.instalment, tier: $0.tier)
      }
    }
    self.init(
      at: row.at, day: row.day, kind: row.kind, customer: row.customer, key: row.key, body: row.body,
      takes: slots, frees: event.what.freesItsTiers)
  }
}
