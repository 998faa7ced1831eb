package import Receivables

/// Understands a mail: a bounce before an automatic answer, an automatic answer before a person.
package struct ReplyReader: Sendable {
  private let rules: ReplyRules
  private let layouts: ReplyLayouts
  private let subjects: Beginnings

  /// A reader by some rules; made once for many mails.
  package init(rules: ReplyRules) {
    self.rules = rules
    layouts = ReplyLayouts(rules.languages)
    subjects = Beginnings(rules.languages.flatMap(\.layout.automaticSubjects))
  }

  /// What a mail says, as far as the rules know. Whatever they do not know is `unclear` and needs a person.
  ///
  /// - Complexity: bounded by the limits of `Tokenizer`, `ReplyCutter` and `Matcher`, whatever the mail holds.
  package func understand(_ mail: TakenApartMail, context: ReminderContext) -> Understanding {
    let visible = visibleReply(of: mail)
    if let (bounce, grounds) = BounceReader(mail, rules: rules.bounces)?.read() {
      var understanding = Understanding(kind: .bounce)
      understanding.bounce = bounce
      understanding.grounds = grounds
      understanding.visibleReply = visible.text
      understanding.needsPerson = bounce.weight != .none
      return understanding
    }
    let bulk = AutomaticAnswer.bulkSign(mail)
    let sign = AutomaticAnswer.sign(mail, subjects: subjects)
    var understanding = Understanding(kind: sign == nil && bulk == nil ? .person : .auto)
    understanding.visibleReply = visible.text
    if let sign { understanding.grounds.append(.init(decision: "auto", rule: "head/automatic", words: sign)) }
    if let bulk { understanding.grounds.append(.init(decision: "auto", rule: "head/bulk", words: bulk)) }
    let clock = DateClock(
      today: context.received,
      monthFirst: SenderHabits.writesMonthFirst(mail, visible.text, received: context.received))
    let readings = LanguageGuess.order(visible.text, rules.languages, hint: context.language).map { index in
      Reading(
        visible, rules: rules.languages[index].rules, clock: clock, invoices: InvoiceNames(context.invoices),
        isAutomatic: sign != nil)
    }
    // The likelier language wins where both understood as much.
    guard let best = readings.max(by: { $0.weight < $1.weight }), let first = readings.first else {
      return understanding
    }
    let reading = first.weight >= best.weight ? first : best
    understanding.language = reading.rules.code
    let answers = Answers(mail, context)
    IntentReader(
      reading, visible, context, isAutomatic: sign != nil, isBulk: bulk != nil, isAnswer: answers.isAnswer
    )
    .read(into: &understanding)
    return understanding
  }

  /// What the sender wrote.
  package func visibleReply(of mail: TakenApartMail) -> VisibleReply {
    VisibleReply(MailText.text(of: mail), layouts: [layouts], sender: mail.header("From") ?? "")
  }
}

/// Chooses the text of a mail.
enum MailText {
  /// Plain text, unless it is empty or the HTML hides words that the plain text shows.
  static func text(of mail: TakenApartMail) -> String {
    let shown = mail.parts.filter { !$0.isEnclosed && $0.attachment == nil }
    let plain = shown.filter { $0.type == "text/plain" }.compactMap(\.text)
    let html = shown.filter { $0.type == "text/html" }.compactMap(\.text)
    let text = plain.joined(separator: "\n").replacingReturns
    guard let first = html.first else { return text }
    let isPlainEmpty = text.allSatisfy(\.isWhitespace)
    guard isPlainEmpty || hides(first) else { return text }
    let converted = HTMLText(first)
    if isPlainEmpty || converted.hiddenBytes > 8 {
      return ([converted.text] + html.dropFirst().map { HTMLText($0).text }).joined(separator: "\n")
    }
    return text
  }

  /// A look that costs little before the whole is read: most HTML hides nothing.
  private static func hides(_ html: String) -> Bool {
    let small = html.utf8.prefix(200_000).map(\.small)
    return marks.first(in: small) != nil
  }

  private static let marks = PhraseTable([
    "display:none", "display: none", "visibility:", "font-size:0", "font-size: 0", "font-size:1px",
    "font-size: 1px", "color:#fff", "color: #fff", "color:white",
    "color: white", "color=\"#fff", "color=\"white", "rgb(255", "opacity:0", "opacity: 0", "max-height:0",
    "max-height: 0", "mso-hide", "text-indent:-", "left:-", " hidden", "height:0", "height: 0", "width:0",
    "clip:", "transparent", "#fefefe",
  ])
}

extension String {
  /// With LF for CR LF and CR.
  var replacingReturns: String {
    guard utf8.contains(13) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var last: UInt8 = 0
    for byte in utf8 {
      if byte == 13 { bytes.append(10) } else if byte != 10 || last != 13 { bytes.append(byte) }
      last = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Whether a mail answers a reminder of ours.
struct Answers {
  let isAnswer: Bool

  init(_ mail: TakenApartMail, _ context: ReminderContext) {
    let references = (mail.header("In-Reply-To") ?? "") + " " + (mail.header("References") ?? "")
    let subject = mail.header("Subject") ?? ""
    isAnswer =
      context.messageIDs.contains { !$0.isEmpty && references.holds($0) } || context.reminded != nil
      || mail.has("In-Reply-To")
      || context.invoices.contains { $0.number.utf8.count > 2 && subject.holds($0.number) }
  }
}

/// How the sender is used to write dates.
package enum SenderHabits {
  /// True for a sender who writes the month before the day, as in the United States: by the dates that can be read in one
  /// way only, the zone of the mail's clock, the sign of the currency; where these say nothing, a date with a stroke and no
  /// year that would be far away is read in the way in which it is near.
  package static func writesMonthFirst(_ mail: TakenApartMail, _ text: String, received: Day) -> Bool {
    if text.holds("£") || text.holds("€") { return false }
    let written = Tokenizer.tokens(of: text).compactMap { token -> WrittenDate? in
      guard case .date(let date) = token.kind, !date.isISO, token.text.utf8.contains(UInt8(ascii: "/")) else {
        return nil
      }
      return date
    }
    if written.contains(where: { $0.first > 12 }) { return false }
    if written.contains(where: { $0.second > 12 }) { return true }
    let date = mail.header("Date") ?? ""
    let zone = date.split(separator: " ").last { $0.hasPrefix("-") || $0.hasPrefix("+") } ?? ""
    if let hours = Int(zone.prefix(3)), hours != 0 { return (-10 ... -4).contains(hours) }
    if text.utf8.contains(UInt8(ascii: "$")) { return true }
    return written.contains { $0.year == nil && isFar($0, false, received) && !isFar($0, true, received) }
  }

  /// In days: nobody writes a day and a month without the year of a day that is further away.
  private static let far = 45

  private static func isFar(_ date: WrittenDate, _ monthFirst: Bool, _ received: Day) -> Bool {
    let clock = DateClock(today: received, monthFirst: monthFirst)
    guard let meaning = clock.meaning(of: date) else { return true }
    let days = [DateClock.Direction.ahead, .back].compactMap { clock.day(meaning, $0) }
    return days.allSatisfy { abs($0 - received) > far }
  }
}
