import MailReading
import Receivables
import Replies

/// A labelled reply: what it says, and its signs.
struct Labelled {
  let language: String
  /// What it says, above all and besides.
  let intents: Set<String>
  /// Of what it is known whether it is said.
  let known: Set<String>
  /// Why it objects; nil where it does not.
  let reason: String?
  /// What it asks for; nil where it asks for nothing.
  let request: String?
  /// The days of the promise, of which one is as good as another; none where no day is promised.
  let promised: [Day]
  /// The days of return, of which one is as good as another.
  let returning: [Day]
  let isAutomatic: Bool
  /// True for one that nobody who writes rules has read.
  let isUnread: Bool
  /// How much it counts: what is like what customers write every day counts more than what was written to be hard.
  let weight: Double
  let signs: SignTexts

  /// The replies of a folder that `duly inbox measure` reads, of a file of labelled replies, or of a file of lines of
  /// `language | what it says above all | what else | text`, with `on=YYYY-MM-DD` for the day among what else.
  static func read(_ path: String, _ reader: ReplyReader, _ languages: [LanguageRules]) throws -> [Labelled] {
    guard !path.hasSuffix(".txt") else { return try lines(path, languages) }
    return try LabelledFolder(path).entries.compactMap { try labelled($0, path, reader, languages) }
  }

  /// A reply of a folder; nil for what nothing is to be learnt from.
  private static func labelled(
    _ entry: LabelledFolder.Entry, _ path: String, _ reader: ReplyReader, _ languages: [LanguageRules]
  ) throws -> Labelled? {
    guard !entry.isHeldOut, let truth = entry.truth, let mail = try entry.mail(),
      let rules = languages.first(where: { $0.code == truth.language })
    else { return nil }
    let kind = reader.understand(mail, context: entry.context).kind
    guard kind != .bounce else { return nil }
    let text = truth.visible.first ?? ""
    let received = entry.context.received
    return Labelled(
      language: rules.code, intents: Set(truth.intents), known: Set(Learnt.intents.map(\.rawValue)),
      reason: truth.disputeReason, request: truth.request,
      promised: (truth.promise ?? []).compactMap { $0 }, returning: truth.returns.compactMap { $0 },
      isAutomatic: kind == .auto, isUnread: path.contains("/Unread/"),
      weight: path.contains("/Unread/") || path.contains("/Everyday/") ? 3 : 1,
      signs: SignTexts(
        text, rules: rules, received: received,
        monthFirst: SenderHabits.writesMonthFirst(mail, text, received: received), isAutomatic: kind == .auto,
        invoices: entry.context.invoices))
  }

  /// What a business has to act on first: of a line it is known that nothing before its intent is said.
  private static let order = [
    ["stop"], ["dispute"], ["claims_paid", "promise"], ["out_of_office"], ["request"], ["contact_change"],
    ["question"], ["thanks"], ["spam", "unclear"],
  ]

  private static func lines(_ path: String, _ languages: [LanguageRules]) throws -> [Labelled] {
    let text = String(decoding: try LabelledFolder.bytes(path), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false).map(trimmed)
      guard fields.count == 4, let rules = languages.first(where: { $0.code == fields[0] }) else {
        return nil
      }
      let details = fields[2].split(separator: ",").map(trimmed)
      func days(_ key: String) -> [Day] {
        details.filter { $0.hasPrefix(key) }.flatMap { detail in
          detail.dropFirst(key.count).split(separator: "/").compactMap { Day(iso: String($0)) }
        }
      }
      let intent = fields[1]
      let isAutomatic = details.contains("auto")
      let before = order.prefix { !$0.contains(intent) }.flatMap { $0 }
      return Labelled(
        language: rules.code, intents: [intent],
        known: isAutomatic ? [intent, "out_of_office"] : Set(before + [intent]), reason: nil, request: nil,
        promised: days("promise="), returning: days("back="), isAutomatic: isAutomatic, isUnread: false,
        weight: 0.5,
        signs: SignTexts(
          fields[3], rules: rules, received: days("on=").first ?? Day(number: 20_516),
          monthFirst: details.contains("us"), isAutomatic: isAutomatic,
          invoices: [
            .init(number: "INV-2041", hundredths: 48_000), .init(number: "INV-2057", hundredths: 125_050),
          ]))
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var view = text[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
