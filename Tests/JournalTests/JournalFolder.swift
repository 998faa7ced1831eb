import Foundation
import GRDB

@testable import Journal

/// A folder for the journals of one test, deleted after it.
final class JournalFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("duly-journal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { print("left behind \(url.path): \(error)") }
  }

  /// The path of a file in it.
  func path(_ name: String = "journal.sqlite") -> String { url.appendingPathComponent(name).path }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  /// A journal in it.
  func open(
    _ name: String = "journal.sqlite", mode: JournalStore.Mode = .create, check: JournalStore.Check = .quick
  ) throws(JournalError) -> JournalStore {
    try JournalStore.open(path(name), mode: mode, check: check)
  }

  /// Changes a journal as somebody would who has SQLite and means harm: past its triggers, which stand again after it.
  func tamper(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path(), configuration: configuration)
    try queue.writeWithoutTransaction { db in
      let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
      try db.execute(sql: sql)
      for trigger in triggers { try db.execute(sql: trigger[1]) }
    }
    try queue.close()
  }
}

/// Events with as little said as a test needs.
enum Sample {
  /// An event that takes and frees nothing.
  static func event(
    _ kind: String = "noted", customer: String? = nil, key: String? = nil, body: String = "{}"
  )
    -> NewRow
  {
    NewRow(
      at: "2026-03-12T09:00:00.000Z", day: "2026-03-12", kind: kind, customer: customer, key: key, body: body)
  }

  /// A claim of the first tier of invoices.
  static func claim(_ key: String, _ invoices: String..., customer: String = "C1") -> NewRow {
    NewRow(
      at: "2026-03-12T09:00:00.000Z", day: "2026-03-12", kind: "claimed", customer: customer, key: key,
      body: #"{"words":"0a1b"}"#, takes: invoices.map { slot($0, customer: customer) })
  }

  /// The end of a claim that gives its slots back.
  static func void(_ key: String) -> NewRow {
    NewRow(
      at: "2026-03-12T09:00:01.000Z", day: "2026-03-12", kind: "voided", customer: "C1", key: key,
      body: #"{"reason":"paid"}"#, frees: true)
  }

  static func slot(_ invoice: String, customer: String = "C1") -> ClaimSlot {
    ClaimSlot(customer: customer, invoice: invoice, instalment: 0, tier: "first")
  }
}

extension JournalStore {
  /// All events.
  func all() throws(JournalError) -> [JournalRow] { try rows() }

  /// The whole export.
  func exported() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try export { bytes += $0 }
    return bytes
  }

  /// Imports lines.
  func importing(_ bytes: [UInt8]) throws(JournalError) {
    var lines = bytes.split(separator: 0x0A).map(Array.init)[...]
    try importLines { () throws(JournalError) in lines.popFirst() }
  }
}
