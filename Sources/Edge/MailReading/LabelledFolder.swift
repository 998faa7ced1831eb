import PolicySyntax
import PolicyYAML
import Receivables
package import Replies

/// A folder of mails with what had been sent before and, where somebody wrote it down, what each of them says; or one
/// file of labelled replies.
package struct LabelledFolder {
  /// One mail of the folder.
  package struct Entry {
    /// The name of its file; of a reply that stands in a line, the file of the lines and the number of the line.
    package let file: String
    package let path: String
    package let context: ReminderContext
    /// Nil where nobody said.
    package let truth: ReplyTruth?
    /// The mail made of a line, and the number of the line; nil for one that is a file of its own.
    let written: (mail: TakenApartMail, line: Int)?

    /// True for every fifth line: nothing is ever learnt from these, so that they say something about what was learnt.
    package var isHeldOut: Bool { written.map { $0.line % 5 == 0 } ?? false }

    /// The mail, taken apart; nil where the bytes of its file are no mail.
    package func mail() throws(FolderError) -> TakenApartMail? {
      if let written { return written.mail }
      return MailReader.read(try LabelledFolder.bytes(path))
    }
  }

  /// A folder that cannot be used, in a person's words.
  package struct FolderError: Error {
    package let message: String
  }

  /// In order of their names.
  package let entries: [Entry]

  /// Reads `mail/*.eml`, `reminders.jsonl` and, where it is there, `truth.jsonl`; of a file that ends in `.jsonl` its lines.
  package init(_ folder: String) throws(FolderError) {
    if folder.hasSuffix(".jsonl") {
      entries = try Self.replies(folder)
      return
    }
    let names = RuleFolder.names("\(folder)/mail", ending: ".eml")
    guard !names.isEmpty else {
      throw FolderError(message: "`\(folder)/mail` holds no mail: put files that end in .eml there")
    }
    let reminders = try Self.lines("\(folder)/reminders.jsonl")
    let truths = try Self.lines("\(folder)/truth.jsonl")
    entries = names.map { name in
      Entry(
        file: name, path: "\(folder)/mail/\(name)", context: Self.context(reminders[name] ?? truths[name]),
        truth: truths[name].map(ReplyTruth.init), written: nil)
    }
  }

  /// The replies of a file whose lines are those of a `truth.jsonl`, each a mail of plain text made of its `visible_reply`;
  /// with `automatic`, one that a program sent.
  private static func replies(_ path: String) throws(FolderError) -> [Entry] {
    let lines = try bytes(path).split(separator: 10, omittingEmptySubsequences: false)
    var found: [Entry] = []
    for (number, line) in lines.enumerated() where line.contains(where: { $0 > 32 }) {
      let (tree, _) = PolicyYAMLReader.read(withoutPairs(Array(line)), file: FileID(number: 0))
      guard let tree, let text = tree["visible_reply"].text else {
        throw FolderError(message: "\(path):\(number + 1) is no JSON object with a `visible_reply`")
      }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      var headers = [TakenApartMail.Header(name: "From", value: "customer@customer.example")]
      if tree["sent_reminder"].day != nil {
        headers.append(.init(name: "In-Reply-To", value: "<reminder@business.example>"))
      }
      if tree["automatic"].text == "true" {
        headers.append(.init(name: "Auto-Submitted", value: "auto-replied"))
      }
      found.append(
        Entry(
          file: "\(name):\(number + 1)", path: path, context: context(tree), truth: ReplyTruth(tree),
          written: (
            TakenApartMail(headers: headers, parts: [.init(type: "text/plain", text: text)]), number + 1
          )))
    }
    return found
  }

  /// The bytes of a mail.
  package static func bytes(_ path: String) throws(FolderError) -> [UInt8] {
    do throws(SourceError) {
      return try FileReading.read(path, limit: 64 << 20)
    } catch {
      throw FolderError(message: error.message)
    }
  }

  /// The lines of a file of JSON objects by their `file`; none where the file is not there. JSON is YAML.
  private static func lines(_ path: String) throws(FolderError) -> [String: Node] {
    let bytes: [UInt8]
    do throws(SourceError) {
      bytes = try FileReading.read(path, limit: 64 << 20)
    } catch {
      if error.code == .notFound { return [:] }
      throw FolderError(message: error.message)
    }
    var found: [String: Node] = [:]
    for (number, line) in bytes.split(separator: 10).enumerated() where line.contains(where: { $0 > 32 }) {
      let (tree, _) = PolicyYAMLReader.read(withoutPairs(Array(line)), file: FileID(number: 0))
      guard let tree, let name = tree["file"]?.scalar?.text else {
        throw FolderError(message: "\(path):\(number + 1) is no JSON object with a `file`")
      }
      found[name] = tree
    }
    return found
  }

  /// JSON writes signs beyond U+FFFF as two escapes and may write `\/`; YAML knows neither, so they become what they mean.
  private static func withoutPairs(_ line: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    var index = 0
    while index < line.count {
      guard line[index] == UInt8(ascii: "\\"), index + 1 < line.count else {
        bytes.append(line[index])
        index += 1
        continue
      }
      if line[index + 1] == UInt8(ascii: "/") {
        bytes.append(UInt8(ascii: "/"))
        index += 2
      } else if let high = unit(line, index), (0xD800...0xDBFF).contains(high),
        let low = unit(line, index + 6),
        let scalar = Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF)
      {
        bytes += Array(String(Character(scalar)).utf8)
        index += 12
      } else {
        bytes += line[index...index + 1]
        index += 2
      }
    }
    return bytes
  }

  /// The unit of UTF-16 that an escape `\u1234` stands for; nil where there is none.
  private static func unit(_ line: [UInt8], _ index: Int) -> UInt32? {
    guard index + 6 <= line.count, line[index] == UInt8(ascii: "\\"), line[index + 1] == UInt8(ascii: "u")
    else {
      return nil
    }
    return UInt32(String(decoding: line[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }

  private static func context(_ node: Node?) -> ReminderContext {
    let received = node?["received"].day ?? Day(number: 20_000)
    let invoices = (node?["invoices_in_reminder"]?.sequence ?? []).compactMap {
      item -> ReminderContext.Invoice? in
      guard let number = item["number"]?.scalar?.text else { return nil }
      return ReminderContext.Invoice(number: number, hundredths: item["amount"].hundredths)
    }
    return ReminderContext(received: received, reminded: node?["sent_reminder"].day, invoices: invoices)
  }
}

extension Node? {
  /// The day written as text; nil for null and what is no day.
  var day: Day? { (self?.scalar).flatMap { Day(iso: $0.text) } }

  /// The number written, in hundredths.
  var hundredths: Int64? {
    guard let text = self?.scalar?.text else { return nil }
    let halves = text.split(separator: ".")
    guard let whole = halves.first.flatMap({ Int64($0) }) else { return nil }
    guard halves.count == 2 else { return whole * 100 }
    let cents = (halves[1] + "00").prefix(2)
    return Int64(cents).map { whole * 100 + $0 }
  }

  var text: String? {
    guard let scalar = self?.scalar, scalar.resolved != .null else { return nil }
    return scalar.text
  }
}

/// What a person says that a mail says.
package struct ReplyTruth {
  /// Nil where it is not said.
  package let language: String?
  package let primary: String
  package let intents: [String]
  /// Nil where nothing is promised; the days that are as good, none where no day is named.
  package let promise: [Day?]?
  package let promiseAmount: Int64?
  package let returns: [Day?]
  package let stop: Bool
  package let disputes: Bool
  package let disputeReason: String?
  /// Nil where nothing is asked for.
  package let request: String?
  package let visible: [String]
  package let needsPerson: Bool

  init(_ node: Node) {
    let also = node["also"]
    func list(_ key: String) -> [Node] { also?[key]?.sequence ?? [] }
    language = node["language"].text
    primary = node["primary"].text ?? ""
    intents = (node["intents"]?.sequence ?? []).compactMap(\.scalar?.text)
    let promised = node["promise"]
    promise =
      promised?.mapping == nil
      ? nil : [promised?["date"].day] + list("promise_date").map { ($0 as Node?).day }
    promiseAmount = promised?["amount"].hundredths
    returns = [node["out_of_office_until"].day] + list("out_of_office_until").map { ($0 as Node?).day }
    stop = node["stop"].text == "true"
    disputes = node["dispute"]?.mapping != nil
    disputeReason = node["dispute"]?["reason"].text
    request = node["request"].text.flatMap { $0 == "none" ? nil : $0 }
    visible = [node["visible_reply"].text ?? ""] + list("visible_reply").compactMap(\.scalar?.text)
    needsPerson = node["needs_person"].text == "true"
  }
}
