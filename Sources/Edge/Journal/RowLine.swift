import PolicySyntax

/// A row as one line of JSON: names in order, no blanks, absent values null.
///
/// What is hashed is the same line without its hash, so that anybody can follow the chain with an export, a JSON library
/// and a SHA-256.
enum RowLine {
  /// What stands before the first event in the place of a hash.
  static let noHash = String(repeating: "0", count: 64)

  /// The line, without a line end.
  static func text(_ row: JournalRow) -> [UInt8] {
    var json = JSONWriter(capacity: capacity(row.event))
    write(row.seq, row.event, hash: row.hash, &json)
    return json.bytes
  }

  /// The hash of an event that follows the one with the hash `previous`.
  static func hash(after previous: String, _ seq: Int64, _ event: NewRow) -> String {
    var json = JSONWriter(capacity: capacity(event))
    json.verbatim(previous)
    json.endLine()
    write(seq, event, hash: nil, &json)
    return SHA256.hex(of: json.bytes)
  }

  /// Slots as they stand in a line and in storage.
  static func slots(_ slots: [ClaimSlot]) -> String {
    var json = JSONWriter()
    write(slots, &json)
    return json.text
  }

  /// More bytes than nearly every line has.
  private static func capacity(_ event: NewRow) -> Int {
    event.body.utf8.count + 400 + 100 * event.takes.count
  }

  private static func write(
    _ seq: Int64, _ event: NewRow, hash: String?, _ json: inout JSONWriter
  ) {
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
