import MailReading
import Receivables
import Replies

/// What is promised of every mail, whatever its bytes are.
public enum MailProbe {
  private static let reader = Result { ReplyReader(rules: try ShippedRules.read(atOnce: true)) }

  private static let context = ReminderContext(
    received: Day(number: 20_516), reminded: Day(number: 20_514),
    invoices: [.init(number: "INV-2041", hundredths: 48_000), .init(number: "2026/57", hundredths: nil)],
    messageIDs: ["1@acme.example"])

  /// The promises that are broken for a mail, in words; none where all are kept.
  public static func brokenPromises(for bytes: [UInt8]) -> [String] {
    guard let mail = MailReader.read(bytes) else { return [] }
    guard case .success(let reader) = reader else { return ["the rules of the program cannot be read"] }
    let understanding = reader.understand(mail, context: context)
    var broken: [String] = []
    func promise(_ isKept: Bool, _ words: String) { if !isKept { broken.append(words) } }
    promise(reader.understand(mail, context: context) == understanding, "a mail is understood the same twice")
    promise(mail.parts.count <= 200 && mail.headers.count <= 500, "a mail is taken apart within the limits")
    promise(
      (understanding.bounce != nil) == (understanding.kind == .bounce), "only a bounce has what a bounce has")
    promise(
      !understanding.intents.isEmpty && understanding.intents.contains(understanding.primary),
      "the primary intent is one of all")
    promise(
      (understanding.promise != nil) == understanding.intents.contains(.promise), "a promise is an intent")
    promise(understanding.stop == understanding.intents.contains(.stop), "a stop is an intent")
    promise(understanding.promise?.date.map { $0 >= context.received } ?? true, "what is promised lies ahead")
    let visible = Array(understanding.visibleReply.utf8)
    for ground in understanding.grounds {
      guard let span = ground.span else { continue }
      promise(
        span.upperBound <= visible.count && visible[span].elementsEqual(ground.words.utf8),
        "the words of a decision stand where they are said to")
    }
    promise(isOneLine(understanding.json(file: "x")), "the JSON form is one line")
    return broken
  }

  private static func isOneLine(_ text: String) -> Bool {
    text.hasPrefix("{") && text.hasSuffix("}") && !text.utf8.contains(10)
  }
}
