import MailReading
import Receivables
import Replies

/// A labelled reply of a person.
struct Labelled {
  let language: String
  /// What it says above all.
  let primary: String
  /// Why it objects; nil where it does not, or nobody said.
  let reason: String?
  /// What it asks for; nil where it asks for nothing, or nobody said.
  let request: String?
  /// The days of the promise, of which one is as good as another; none where no day is promised, or nobody said.
  let promised: [Day]
  /// True for who is away, whatever else is said; nil where nobody said.
  let isAway: Bool?
  /// The days of return, of which one is as good as another.
  let returning: [Day]
  /// True for what a program wrote: only days of return are learnt from that.
  let isAutomatic: Bool
  let text: String
  let received: Day
  let invoices: [ReminderContext.Invoice]

  /// The replies of a folder that `duly inbox measure` reads, of a file of labelled replies, or of a file of lines of
  /// `language | what it says above all | what else | text`, with `on=YYYY-MM-DD` for the day among what else.
  static func read(_ path: String, _ reader: ReplyReader) throws -> [Labelled] {
    path.hasSuffix(".txt") ? try lines(path) : try entries(path, reader)
  }

  private static func lines(_ path: String) throws -> [Labelled] {
    let text = String(decoding: try LabelledFolder.bytes(path), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false).map(trimmed)
      guard fields.count == 4 else { return nil }
      let details = fields[2].split(separator: ",").map(trimmed)
      let day = details.compactMap { $0.hasPrefix("on=") ? Day(iso: String($0.dropFirst(3))) : nil }
      func days(_ key: String) -> [Day] {
        details.filter { $0.hasPrefix(key) }.flatMap { detail in
          detail.dropFirst(key.count).split(separator: "/").compactMap { Day(iso: String($0)) }
        }
      }
      return Labelled(
        language: fields[0], primary: fields[1], reason: nil, request: nil, promised: days("promise="),
        isAway: fields[1] == "out_of_office" || !days("back=").isEmpty, returning: days("back="),
        isAutomatic: details.contains("auto"), text: fields[3],
        received: day.first ?? Day(number: 20_516),
        invoices: [
          .init(number: "INV-2041", hundredths: 48_000), .init(number: "INV-2057", hundredths: 125_050),
        ])
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var view = text[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }

  private static func entries(_ path: String, _ reader: ReplyReader) throws -> [Labelled] {
    try LabelledFolder(path).entries.compactMap { try labelled($0, reader) }
  }

  /// A reply of a folder; nil for what nothing is to be learnt from.
  static func labelled(_ entry: LabelledFolder.Entry, _ reader: ReplyReader) throws -> Labelled? {
    guard !entry.isHeldOut, let truth = entry.truth, let language = truth.language,
      let mail = try entry.mail()
    else { return nil }
    let kind = reader.understand(mail, context: entry.context).kind
    guard kind != .bounce else { return nil }
    return Labelled(
      language: language, primary: truth.primary, reason: truth.disputeReason, request: truth.request,
      promised: (truth.promise ?? []).compactMap { $0 },
      isAway: truth.intents.contains("out_of_office"), returning: truth.returns.compactMap { $0 },
      isAutomatic: kind == .auto, text: truth.visible.first ?? "", received: entry.context.received,
      invoices: entry.context.invoices)
  }
}
