import Foundation

/// The letters of a simulation's lines, for reading.
enum Letters {
  /// The objects of NDJSON.
  static func rows(_ lines: String) throws -> [[String: Any]] {
    try lines.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// One letter of each segment, tier, tone and language, about one invoice and about several, in order of appearance.
  static func once(eachOf lines: String) throws -> String {
    var seen: Set<String> = []
    var text = ""
    for row in try rows(lines) where row["kind"] as? String == "message" {
      let listed = [row["invoices"], row["also_listed"]].compactMap { ($0 as? [String])?.count }.reduce(0, +)
      let names = ["segment", "tier", "tone", "language"].map { "\(row[$0] ?? "")" }
      let title = (names + [listed > 1 ? "several invoices" : "one invoice"]).joined(separator: " · ")
      guard seen.insert(title).inserted else { continue }
      text +=
        "======== \(title)\nTo: \(row["to"] ?? "")\nSubject: \(row["subject"] ?? "")\n\n\(row["text"] ?? "")\n\n"
    }
    return text
  }
}
