/// The fields of a delivery report, recipient by recipient.
///
/// Source: RFC 3464, sections 2.2 and 2.3; real servers leave out and misspell much of it.
struct DeliveryReport: Sendable {
  /// What the report says of one recipient.
  struct Recipient: Sendable {
    var address: String?
    var action = ""
    var status: String?
    var diagnostic = ""
  }

  private(set) var recipients: [Recipient] = []

  /// Reads the text of a part `message/delivery-status`; at most 50 recipients.
  init(_ text: String) {
    var current = Recipient()
    var hasFields = false
    func isUseful(_ recipient: Recipient) -> Bool {
      recipient.address != nil || recipient.status != nil || !recipient.diagnostic.isEmpty
    }
    for (name, value) in Self.fields(text) {
      let name = name.lowercased()
      let content = value.split(separator: ";", maxSplits: 1).last.map { String($0).trimmed } ?? ""
      switch name {
      case "final-recipient", "original-recipient", "x-actual-recipient":
        if name == "final-recipient", current.address != nil, hasFields {
          recipients.append(current)
          current = Recipient()
          hasFields = false
        }
        let address = MailAddress.find(in: content)
        if name == "final-recipient" || current.address == nil {
          current.address = address ?? current.address
        }
      case "action":
        current.action = value.lowercased().trimmed
        hasFields = true
      case "status":
        current.status = SMTPCodes.status(in: value) ?? current.status
        // `5.2.1 (mailbox disabled)`: the remark may say more than the code.
        if let remark = value.firstIndex(of: "(") {
          current.diagnostic = String(value[remark...]) + current.diagnostic
        }
        hasFields = true
      case "diagnostic-code", "x-diagnostic-code", "x-smtp-diagnostic", "x-notes-reason":
        current.diagnostic += (current.diagnostic.isEmpty ? "" : "\n") + content
        hasFields = true
      case "":  // An empty line ends what is said of a recipient.
        if hasFields, isUseful(current), recipients.count < 50 {
          recipients.append(current)
          current = Recipient()
          hasFields = false
        }
      default: break
      }
    }
    if isUseful(current) { recipients.append(current) }
  }

  /// The recipient whose mail failed, or else is late, or else the first.
  var failed: Recipient? {
    recipients.first { $0.action.hasPrefix("fail") }
      ?? recipients.first {
        $0.action.hasPrefix("delayed") || $0.action.hasPrefix("expired") || $0.action.isEmpty
      }
      ?? recipients.first
  }

  private static func fields(_ text: String) -> [(String, String)] {
    var fields: [(String, String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(4000) {
      let line = line.last == "\r" ? line.dropLast() : line
      if let first = line.first, first == " " || first == "\t", let last = fields.indices.last,
        !fields[last].0.isEmpty
      {
        if fields[last].1.utf8.count < 4000 { fields[last].1 += " " + String(line).trimmed }
        continue
      }
      guard let colon = line.firstIndex(of: ":"), !line.isEmpty else {
        if line.allSatisfy(\.isWhitespace) { fields.append(("", "")) }
        continue
      }
      fields.append((String(line[..<colon]).trimmed, String(line[line.index(after: colon)...]).trimmed))
    }
    return fields
  }
}

/// Finds addresses in text.
enum MailAddress {
  /// The first address of a text; nil where there is none.
  static func find(in text: some StringProtocol) -> String? { all(in: text, most: 1).first }

  /// The addresses of a text, in order, without doubles.
  static func all(in text: some StringProtocol, most: Int) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var index = 0
    while index < bytes.count, found.count < most {
      guard bytes[index] == UInt8(ascii: "@") else {
        index += 1
        continue
      }
      var start = index
      while start > 0, isLocal(bytes[start - 1]), index - start < 100 { start -= 1 }
      var end = index + 1
      while end < bytes.count, isDomain(bytes[end]), end - index < 200 { end += 1 }
      while end > index + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") {
        end -= 1
      }
      if start < index, end > index + 3, bytes[index + 1..<end].contains(UInt8(ascii: ".")) {
        let address = String(decoding: bytes[start..<end], as: UTF8.self)
        if !found.contains(address) { found.append(address) }
      }
      index = max(end, index + 1)
    }
    return found
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}

/// Finds the codes of RFC 3463 and of SMTP in text.
enum SMTPCodes {
  /// The first status code such as `5.1.1`; nil where there is none. Figures of addresses of networks are none.
  static func status(in text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    var index = 0
    while index + 4 < bytes.count {
      defer { index += 1 }
      guard [50, 52, 53].contains(bytes[index]), bytes[index + 1] == UInt8(ascii: "."),
        index == 0 || !isPart(bytes[index - 1]) || isBehindReply(bytes, index)
      else { continue }
      var end = index + 2
      var figures = 0
      while end < bytes.count, bytes[end].isDigit, figures < 3 { (end, figures) = (end + 1, figures + 1) }
      guard figures > 0, end < bytes.count, bytes[end] == UInt8(ascii: ".") else { continue }
      end += 1
      figures = 0
      while end < bytes.count, bytes[end].isDigit, figures < 4 { (end, figures) = (end + 1, figures + 1) }
      guard (1...3).contains(figures) else { continue }
      if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1].isDigit { continue }
      if end < bytes.count, bytes[end].isLetter { continue }
      return String(decoding: bytes[index..<end], as: UTF8.self)
    }
    return nil
  }

  /// `550-5.1.1`: the first line of several.
  private static func isBehindReply(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= 4 && bytes[index - 1] == UInt8(ascii: "-") && bytes[index - 4..<index - 1].allSatisfy(\.isDigit)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// The first reply code of a refusal, 4xx or 5xx, that stands by itself.
  static func reply(in text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    var index = 0
    while index + 2 < bytes.count {
      defer { index += 1 }
      guard bytes[index] == 52 || bytes[index] == 53, (48...53).contains(bytes[index + 1]),
        bytes[index + 2].isDigit
      else { continue }
      if index > 0,
        isPart(bytes[index - 1]) || bytes[index - 1] == UInt8(ascii: "/")
          || bytes[index - 1] == UInt8(ascii: ":")
      {
        continue
      }
      guard
        index + 3 >= bytes.count || bytes[index + 3] == 32 || bytes[index + 3] == UInt8(ascii: "-")
          || bytes[index + 3] == 10
      else { continue }
      return String(decoding: bytes[index..<index + 3], as: UTF8.self)
    }
    return nil
  }
}
