import PolicySyntax

/// A row as one line of JSON: names in order, no blanks, absent values null.
///
/// What is hashed is the same line without its hash, so that anybody can follow the chain with an export, a JSON library
/// and a SHA-256.
enum RowLine {
  /// What stands before the first event in the place of a hash.
  static let noHash = String(repeating: "0", count: 64)

  /// The line, without a line end.
  static func text(_ row: JournalRow) -> [UInt8] { write(row.seq, row.event, hash: row.hash) }

  /// The hash of an event that follows the one with the hash `previous`.
  static func hash(after previous: String, _ seq: Int64, _ event: NewRow) -> String {
    SHA256.hex(of: Array(previous.utf8) + [0x0A] + write(seq, event, hash: nil))
  }

  /// Slots as they stand in a line and in storage.
  static func slots(_ slots: [ClaimSlot]) -> String {
    var json = JSONWriter()
    write(slots, &json)
    return json.text
  }

  private static func write(_ seq: Int64, _ event: NewRow, hash: String?) -> [UInt8] {
    var json = JSONWriter(capacity: event.body.utf8.count + 320)
    json.object { json in
      json.member("at", event.at)
      json.member("body") { $0.verbatim(event.body) }
      json.member("customer", event.customer)
      json.member("day", event.day)
      json.member("frees", event.frees)
      if let hash { json.member("hash", hash) }
      json.member("key", event.key)
      json.member("kind", event.kind)
      json.member("seq", Int(seq))
      json.member("takes") { write(event.takes, &$0) }
    }
    return json.bytes
  }

  private static func write(_ slots: [ClaimSlot], _ json: inout JSONWriter) {
    json.array(of: slots) { json, slot in
      json.object {
        $0.member("customer", slot.customer)
        $0.member("instalment", slot.instalment)
        $0.member("invoice", slot.invoice)
        $0.member("tier", slot.tier)
      }
    }
  }
}
