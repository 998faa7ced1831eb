internal import Receivables

/// Makes one understanding of what the rules found: what is weak gives way, what is said of several invoices is told
/// apart, and what nobody can tell is `unclear`.
struct IntentReader {
  let reading: Reading
  let visible: VisibleReply
  let context: ReminderContext
  let isAutomatic: Bool
  let isBulk: Bool
  let isAnswer: Bool
  let details: AnswerDetails

  init(
    _ reading: Reading, _ visible: VisibleReply, _ context: ReminderContext, isAutomatic: Bool, isBulk: Bool,
    isAnswer: Bool
  ) {
    self.reading = reading
    self.visible = visible
    self.context = context
    self.isAutomatic = isAutomatic
    self.isBulk = isBulk
    self.isAnswer = isAnswer
    details = AnswerDetails(reading, visible, context, isAutomatic: isAutomatic)
  }

  func read(into understanding: inout Understanding) {
    guard !visible.text.isEmpty else {
      // Nothing but our own words: it says nothing.
      understanding.needsPerson = true
      return
    }
    if isBulk, !isAnswer { return spam(&understanding) }
    var findings = strongest(reading.findings.filter { isOwnAbsence($0) && !isOfCopy($0) })
    if let orders = findings.first(where: { $0.meaning == .orders }) {
      // Whoever gives orders to a program is read by a person, whatever else is said.
      ground(&understanding, "unclear", orders)
      findings.removeAll { ![.orders, .stop].contains($0.meaning) && $0.meaning.family != "dispute" }
      understanding.needsPerson = true
    }
    if isAutomatic { findings = findings.filter { holdsForPrograms($0) } }
    guard !isBulk, !isAutomatic || !isSpam, !findings.contains(where: { $0.meaning == .orders }),
      let verdict = Verdict(reading, findings, isAnswer: isAnswer)
    else {
      if isSpam { return spam(&understanding) }
      tell(findings, &understanding)
      settle(findings, &understanding)
      return
    }
    if isAutomatic {
      tell(findings, &understanding)
      absence(verdict, &understanding)
      settle(findings, &understanding)
    } else if verdict.said.contains(.spam) || isSpam && !(isAnswer && verdict.saysMoreThanOffers) {
      spam(&understanding)
    } else {
      tell(verdict.findings, &understanding)
      keep(verdict, &understanding)
      settle(verdict.findings, &understanding)
      let doubted = understanding.intents.filter(verdict.doubted.contains)
      understanding.intents.removeAll(where: verdict.doubted.contains)
      understanding.intents += doubted
      understanding.primary = understanding.intents.first ?? .unclear
      if !verdict.isSure(of: understanding.primary) { understanding.needsPerson = true }
    }
  }

  /// What the findings come to, before it is put in order.
  private func tell(_ findings: [Finding], _ understanding: inout Understanding) {
    outOfOffice(findings, &understanding)
    payments(findings, &understanding)
    disputes(findings, &understanding)
    others(findings, &understanding)
  }

  // MARK: Choosing

  /// Without what counts only where nothing else is said.
  private func strongest(_ findings: [Finding]) -> [Finding] {
    let most =
      findings.filter { $0.meaning != .hostile && $0.meaning != .thanks }.map(\.rule.weight).max() ?? 0
    return findings.filter {
      $0.rule.weight >= 2 || most < 2 || $0.meaning == .thanks || $0.meaning == .hostile
    }
  }

  /// False for what a person says of somebody else's absence: "the director is back on Monday".
  private func isOwnAbsence(_ finding: Finding) -> Bool {
    guard !isAutomatic, finding.meaning.family == "out_of_office",
      let list = reading.rules.grammar.list(named: "me")
    else { return true }
    let heads = reading.rules.grammar.heads[list].terms
    return reading.sentences[finding.sentence].terms.contains { $0.contains(where: heads.contains) }
  }

  /// True for "it never came" beside "could you send the invoice": the invoice did not come, and not the goods.
  private func isOfCopy(_ finding: Finding) -> Bool {
    guard finding.meaning == .dispute("not_received"),
      reading.findings.contains(where: {
        $0.meaning == .request("copy_of_invoice") && abs($0.sentence - finding.sentence) == 1
      }),
      let list = reading.rules.grammar.list(named: "goods")
    else { return false }
    let heads = reading.rules.grammar.heads[list].terms
    return !reading.sentences[finding.sentence].terms.contains { $0.contains(where: heads.contains) }
  }

  /// A program promises nothing: "invoices are paid at the end of the month" is no answer.
  private func holdsForPrograms(_ finding: Finding) -> Bool {
    switch finding.meaning {
    case .promise, .promiseSomeday:
      !details.invoices(of: finding, reach: .sentence).isEmpty && !hasFamily("out_of_office")
    case .question, .thanks, .request: false
    // A portal sends invoices back; that a door does not close is said by people.
    case .dispute(let reason):
      ["purchase_order_missing", "duplicate", "wrong_amount"].contains(reason) && !hasFamily("out_of_office")
    case .claimsPaid: !hasFamily("out_of_office")
    default: true
    }
  }

  private func hasFamily(_ family: String) -> Bool {
    reading.findings.contains { $0.meaning.family == family }
  }

  private var isSpam: Bool {
    let says = !reading.findings("spam").isEmpty
    let answers = ["dispute", "promise", "claims_paid", "stop"].contains(where: hasFamily)
    // "At a trade fair until Wednesday", says a program: nobody wants to sell anything.
    if isAutomatic, !isBulk, hasFamily("out_of_office") { return false }
    return says && (!isAnswer || !answers)
  }

  private func spam(_ understanding: inout Understanding) {
    understanding.primary = .spam
    understanding.intents = [.spam]
    for finding in reading.findings("spam") { ground(&understanding, "spam", finding) }
    // Fraud has no line to unsubscribe by: somebody has to see it.
    let found = reading.findings("spam")
    understanding.needsPerson = !isBulk && (found.isEmpty || found.contains { $0.rule.weight == 3 })
  }

  // MARK: Parts

  private func outOfOffice(_ findings: [Finding], _ understanding: inout Understanding) {
    let away = findings.filter { $0.meaning.family == "out_of_office" }
    guard !away.isEmpty else { return }
    // "It goes out on Friday": what a person says of a day may be about the money.
    let speaksOfMoney = findings.contains {
      ["promise", "claims_paid", "dispute", "request"].contains($0.meaning.family)
    }
    guard isAutomatic || !speaksOfMoney || away.contains(where: { $0.meaning == .away }) else { return }
    understanding.intents.append(.outOfOffice)
    for finding in away { ground(&understanding, "out_of_office", finding) }
    understanding.outOfOfficeUntil = details.dayOfReturn(away)
  }

  private func payments(_ findings: [Finding], _ understanding: inout Understanding) {
    var paid = findings.filter { $0.meaning == .claimsPaid }
    var promised = findings.filter { $0.meaning.family == "promise" }
    // "Paid on the 27th", said on the 17th, is a promise.
    let ahead = paid.filter { finding in
      details.looksAhead(finding)
        && !paid.contains {
          $0.sentence == finding.sentence && details.hasDay($0, .back) && !details.looksAhead($0)
        }
    }
    promised += ahead
    paid.removeAll { finding in
      ahead.contains { $0.sentence == finding.sentence && $0.range == finding.range }
    }
    // What was paid is not also promised in the same breath, unless something sets the two apart.
    promised.removeAll { promise in
      paid.contains { $0.sentence == promise.sentence && $0.range.overlaps(promise.range) }
        && !ahead.contains { $0.range == promise.range && $0.sentence == promise.sentence }
    }
    if let best = details.best(paid, .back) {
      understanding.claimsPaid = details.payment(best, all: paid)
      understanding.intents.append(.claimsPaid)
      for finding in paid { ground(&understanding, "claims_paid", finding) }
    }
    if let best = details.best(promised, .ahead) {
      // "We sent a cheque, it should be there": no promise of another.
      if !paid.isEmpty, details.promise(best, all: promised, paid: paid).date == nil { return }
      understanding.promise = details.promise(best, all: promised, paid: paid)
      let hangs = promised.contains { $0.meaning == .promiseSomeday && abs($0.sentence - best.sentence) < 2 }
      if hangs, !details.hasDayBeside(best, .ahead) {
        understanding.promise?.date = nil
      }
      understanding.intents.append(.promise)
      for finding in promised { ground(&understanding, "promise", finding) }
    }
  }

  private func disputes(_ findings: [Finding], _ understanding: inout Understanding) {
    let disputes = findings.filter { $0.meaning.family == "dispute" }
    guard !disputes.isEmpty else { return }
    understanding.intents.append(.dispute)
    for finding in disputes { ground(&understanding, "dispute", finding) }
    let reasons = disputes.sorted { ($0.rule.weight, -$0.sentence) > ($1.rule.weight, -$1.sentence) }
      .compactMap { finding -> String? in
        if case .dispute(let reason) = finding.meaning { return reason }
        return nil
      }
    let reason = reasons.first { $0 != "other" } ?? "other"
    var numbers: [String] = []
    for finding in disputes {
      for index in details.invoices(of: finding, reach: .part)
      where !numbers.contains(context.invoices[index].number) {
        numbers.append(context.invoices[index].number)
      }
    }
    if numbers.isEmpty {
      let settled = Set(understanding.promise?.invoices ?? []).union(details.paidNumbers(findings))
      numbers = context.invoices.map(\.number).filter { !settled.contains($0) }
      if numbers.isEmpty { numbers = context.invoices.map(\.number) }
    }
    understanding.dispute = Understanding.Dispute(invoices: numbers, reason: reason)
    // The part that nobody objects to.
    if var promise = understanding.promise, promise.invoices.isEmpty, promise.hundredths == nil,
      numbers.count < context.invoices.count
    {
      let rest = context.invoices.filter { !numbers.contains($0.number) }
      promise.invoices = rest.map(\.number)
      promise.hundredths = rest.compactMap(\.hundredths).reduce(0, +)
      understanding.promise = promise
    }
  }

  private func others(_ findings: [Finding], _ understanding: inout Understanding) {
    for finding in findings {
      switch finding.meaning {
      case .stop:
        understanding.stop = true
        add(.stop, &understanding)
        ground(&understanding, "stop", finding)
      case .request(let what):
        if understanding.request == nil || understanding.request == "other" { understanding.request = what }
        add(.request, &understanding)
        ground(&understanding, "request", finding)
      case .contactChange:
        guard let contact = details.contact(finding) else { continue }
        if understanding.contactChange?.email == nil { understanding.contactChange = contact }
        add(.contactChange, &understanding)
        ground(&understanding, "contact_change", finding)
      case .question:
        add(.question, &understanding)
        ground(&understanding, "question", finding)
      case .hostile:
        understanding.isHostile = true
        ground(&understanding, "hostile", finding)
      default: break
      }
    }
    asked(findings, &understanding)
  }

  /// A question that no rule knows is one all the same.
  private func asked(_ findings: [Finding], _ understanding: inout Understanding) {
    guard !isAutomatic, !understanding.intents.contains(.question) else { return }
    for (index, sentence) in reading.sentences.enumerated() where sentence.isQuestion {
      if findings.contains(where: { $0.sentence == index && $0.meaning != .thanks && $0.meaning != .hostile })
      {
        continue
      }
      guard sentence.tokens.filter({ $0.kind == .word }).count >= 2 else { continue }
      add(.question, &understanding)
      understanding.grounds.append(
        .init(
          decision: "question", rule: "grammar/question-mark", words: words(sentence.range),
          span: sentence.range))
      return
    }
  }

  private func settle(_ findings: [Finding], _ understanding: inout Understanding) {
    understanding.intents.removeAll { $0 == .unclear }
    if understanding.intents.isEmpty {
      let isReceipt = findings.contains { $0.meaning == .receipt }
      if let thanks = findings.first(where: { $0.meaning == .thanks }), !isReceipt, !isAutomatic,
        !findings.contains(where: { $0.meaning == .orders })
      {
        add(.thanks, &understanding)
        ground(&understanding, "thanks", thanks)
      } else {
        understanding.intents = [.unclear]
        for finding in findings where finding.meaning == .receipt {
          ground(&understanding, "unclear", finding)
        }
        understanding.needsPerson = understanding.needsPerson || !(isReceipt || isAutomatic)
      }
    }
    order(&understanding)
    let partly = details.isPart(understanding.claimsPaid)
    let needing: Set<Understanding.Intent> = [.stop, .dispute, .request, .question]
    if understanding.intents.contains(where: needing.contains)
      || understanding.isHostile && understanding.promise == nil
    {
      understanding.needsPerson = true
    }
    if understanding.intents.contains(.promise), understanding.promise?.date == nil {
      understanding.needsPerson = true
    }
    if understanding.contactChange != nil, !isAutomatic { understanding.needsPerson = true }
    if partly || reading.isGivenUp { understanding.needsPerson = true }
  }

  /// The gravest first; a promise and a payment in the order in which they are told.
  private func order(_ understanding: inout Understanding) {
    let rank: [Understanding.Intent: Int] = [
      .stop: 0, .dispute: 1, .claimsPaid: 2, .promise: 2, .outOfOffice: isAutomatic ? -1 : 4, .request: 5,
      .contactChange: 6,
      .question: 7, .thanks: 8, .spam: 9, .unclear: 10,
    ]
    let told = understanding.grounds
    func place(_ intent: Understanding.Intent) -> Int {
      told.filter { $0.decision == intent.rawValue }.compactMap { $0.span?.lowerBound }.min() ?? Int.max
    }
    var first: [Understanding.Intent] = []
    for intent in understanding.intents where !first.contains(intent) { first.append(intent) }
    understanding.intents = first.sorted { left, right in
      (rank[left] ?? 9, place(left)) < (rank[right] ?? 9, place(right))
    }
    understanding.primary = understanding.intents.first ?? .unclear
  }

  // MARK: Saying why

  func add(_ intent: Understanding.Intent, _ understanding: inout Understanding) {
    if !understanding.intents.contains(intent) { understanding.intents.append(intent) }
  }

  func ground(_ understanding: inout Understanding, _ decision: String, _ finding: Finding) {
    let bytes = reading.sentences[finding.sentence].bytes(finding.range)
    let rule = "\(reading.rules.code)/\(finding.rule.name)"
    if understanding.grounds.contains(where: {
      $0.decision == decision && $0.span == bytes && $0.rule == rule
    }) {
      return
    }
    understanding.grounds.append(.init(decision: decision, rule: rule, words: words(bytes), span: bytes))
  }

  private func words(_ range: Range<Int>) -> String {
    let utf8 = visible.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: min(range.upperBound, utf8.count))
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
