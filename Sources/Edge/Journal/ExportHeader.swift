import PolicySyntax

/// The first line of an export: how many events follow, and the last one's hash, so that a file cut short shows.
struct ExportHeader {
  /// What says that the file is an export of a journal.
  static let mark = "journal"

  let events: Int64
  /// The format of the lines: the number of the migration that they came from.
  let format: Int
  /// The last event's hash.
  let hash: String

  /// The line, without a line end.
  var text: [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("duly", Self.mark)
      $0.member("events", Int(events))
      $0.member("format", format)
      $0.member("hash", hash)
    }
    return json.bytes
  }
}
