internal import Receivables

/// Finds the day, the amount, the invoices and the reference that belong to what a rule found.
struct AnswerDetails {
  enum Reach { case clause, sentence, part }

  let reading: Reading
  let visible: VisibleReply
  let context: ReminderContext
  let isAutomatic: Bool
  private let quoted: [[Int]]

  init(_ reading: Reading, _ visible: VisibleReply, _ context: ReminderContext, isAutomatic: Bool) {
    self.isAutomatic = isAutomatic
    self.reading = reading
    self.visible = visible
    self.context = context
    let names = InvoiceNames(context.invoices)
    quoted = visible.parts.map { part in
      var found: [Int] = []
      for case let index? in names.find(in: Tokenizer.tokens(of: part.quoted)) where !found.contains(index) {
        found.append(index)
      }
      return found
    }
  }

  private var clock: DateClock { reading.clock }

  // MARK: Invoices

  /// The invoices of the context that the words around a finding name, by their index.
  func invoices(of finding: Finding, reach: Reach) -> [Int] {
    let sentence = reading.sentences[finding.sentence]
    func named(_ range: Range<Int>) -> [Int] {
      var found: [Int] = []
      for case let index? in sentence.invoices[range] where !found.contains(index) { found.append(index) }
      return found
    }
    let inClause = named(sentence.clause(around: finding.range))
    if !inClause.isEmpty || reach == .clause { return inClause }
    let inSentence = named(sentence.tokens.indices)
    if !inSentence.isEmpty || reach == .sentence { return inSentence }
    // What is quoted right above is what is spoken of.
    if quoted.indices.contains(sentence.part), !quoted[sentence.part].isEmpty,
      quoted[sentence.part].count < context.invoices.count || quoted[sentence.part].count == 1
    {
      return quoted[sentence.part]
    }
    // "Invoice 5 is wrong. The hours were never agreed."
    if finding.sentence > 0, reading.sentences[finding.sentence - 1].part == sentence.part {
      var found: [Int] = []
      for case let index? in reading.sentences[finding.sentence - 1].invoices where !found.contains(index) {
        found.append(index)
      }
      if found.count == 1 { return found }
    }
    return []
  }

  func paidNumbers(_ findings: [Finding]) -> [String] {
    findings.filter { $0.meaning == .claimsPaid || $0.meaning.family == "promise" }.flatMap {
      invoices(of: $0, reach: .part)
    }.map { context.invoices[$0].number }
  }

  private func sum(_ indices: [Int]) -> Int64? {
    guard !indices.isEmpty, indices.count < context.invoices.count else { return nil }
    var sum: Int64 = 0
    for index in indices {
      guard let amount = context.invoices[index].hundredths else { return nil }
      sum += amount
    }
    return sum
  }

  // MARK: Days

  /// The finding that says most: with a day among its words, then with a day near it, then the first.
  func best(_ findings: [Finding], _ direction: DateClock.Direction) -> Finding? {
    func rank(_ finding: Finding) -> Int {
      if let date = dateIn(finding, direction) {
        // "Approved today, and paid on the 27th": what lies further ahead is what is promised.
        if direction == .ahead, clock.day(date.meaning, .ahead) == clock.today { return 2 }
        // "Money is due in late May, and you will have it on Friday the 29th": the day says more than the month.
        if case .month = date.meaning { return 1 }
        // "My back pay comes on the 24th. You'll be squared away before the month is out."
        if isOfIncome(date, reading.sentences[finding.sentence]) { return 1 }
        return 0
      }
      return dateNear(finding, direction) != nil ? 3 : 4
    }
    var best: (finding: Finding, rank: Int)?
    for finding in findings {
      let rank = rank(finding)
      if best.map({ rank < $0.rank }) ?? true { best = (finding, rank) }
    }
    return best?.finding
  }

  private func fits(_ meaning: DateMeaning, _ direction: DateClock.Direction) -> Bool {
    direction == .ahead ? clock.canBeLater(meaning) : clock.canBeEarlier(meaning)
  }

  private func dateIn(_ finding: Finding, _ direction: DateClock.Direction) -> Sentence.DateFound? {
    let sentence = reading.sentences[finding.sentence]
    let within = sentence.dates.filter { date in
      finding.range.overlaps(date.range) && fits(date.meaning, direction) && !isOfAnother(date, in: finding)
    }
    // "Approved today, in your account on the 15th".
    guard direction == .ahead else { return within.first }
    return within.first { clock.day($0.meaning, .ahead) != clock.today } ?? within.first
  }

  /// True where a day in that direction is among the words of a finding.
  func hasDay(_ finding: Finding, _ direction: DateClock.Direction) -> Bool {
    dateIn(finding, direction) != nil
  }

  /// True where a day in that direction stands in the sentence of a finding.
  func hasDayBeside(_ finding: Finding, _ direction: DateClock.Direction) -> Bool {
    reading.sentences[finding.sentence].dates.contains {
      fits($0.meaning, direction) && !isOfAnother($0, in: finding)
    }
  }

  /// The day next to a finding in its sentence, or a sentence beside it that is nothing but a day.
  private func dateNear(_ finding: Finding, _ direction: DateClock.Direction) -> Sentence.DateFound? {
    let sentence = reading.sentences[finding.sentence]
    let near = sentence.dates.filter { fits($0.meaning, direction) && !isOfAnother($0, in: finding) }
    func distance(_ date: Sentence.DateFound) -> Int {
      date.range.lowerBound >= finding.range.upperBound
        ? date.range.lowerBound - finding.range.upperBound
        : 2 * (finding.range.lowerBound - date.range.upperBound)
    }
    if let nearest = near.min(by: { distance($0) < distance($1) }) { return nearest }
    for neighbour in [finding.sentence + 1, finding.sentence - 1]
    where reading.sentences.indices.contains(neighbour) {
      let other = reading.sentences[neighbour]
      guard other.part == sentence.part, other.tokens.count <= 9,
        !reading.findings.contains(where: {
          $0.sentence == neighbour && $0.meaning != .thanks && $0.meaning.family != finding.meaning.family
        })
      else { continue }
      if let date = other.dates.first(where: { fits($0.meaning, direction) }) { return date }
    }
    return nil
  }

  /// True where the day belongs to what another rule found in the same sentence, or says since when or when due.
  private func isOfAnother(_ date: Sentence.DateFound, in finding: Finding) -> Bool {
    if reading.isBehindSince(date, finding.sentence) { return true }
    if finding.range.overlaps(date.range) { return false }
    // What a person does on the day of return is done on that day.
    let apart: Set<String> =
      isAutomatic
      ? ["claims_paid", "promise", "out_of_office", "dispute"] : ["claims_paid", "promise", "dispute"]
    return reading.findings.contains { other in
      other.sentence == finding.sentence && other.meaning.family != finding.meaning.family
        && other.range.overlaps(date.range) && apart.contains(other.meaning.family)
    }
  }

  /// True where something said to be done carries a day that can only lie ahead.
  func looksAhead(_ finding: Finding) -> Bool {
    guard let date = dateIn(finding, .ahead) ?? dateNear(finding, .ahead) else { return false }
    let sentence = reading.sentences[finding.sentence]
    if sentence.dates.contains(where: { $0.range == date.range }), reading.isBehindBy(date, finding.sentence),
      !sentence.dates.contains(where: { finding.range.overlaps($0.range) && $0.range != date.range })
    {
      return true
    }
    let clause = sentence.clause(around: finding.range)
    if sentence.dates.contains(where: { clause.overlaps($0.range) && fits($0.meaning, .back) }) {
      return false
    }
    return clock.looksAhead(date.meaning)
  }

  // MARK: What was said

  func promise(_ finding: Finding, all: [Finding], paid: [Finding]) -> Understanding.Promise {
    var promise = Understanding.Promise()
    let date = (dateIn(finding, .ahead) ?? dateNear(finding, .ahead)).map { whatFollows($0, finding) }
    promise.date = date.flatMap { clock.day($0.meaning, .ahead) }
    if let day = promise.date, day < clock.today { promise.date = nil }
    if let day = promise.date { promise.date = arrival(after: day, finding, all) }
    for other in all where other.sentence != finding.sentence || other.range != finding.range {
      if let later = dateIn(other, .ahead).flatMap({ clock.day($0.meaning, .ahead) }),
        later > promise.date ?? later, !promise.later.contains(later)
      {
        promise.later.append(later)
      }
    }
    let mine = invoices(of: finding, reach: .part)
    if mine.count < context.invoices.count { promise.invoices = mine.map { context.invoices[$0].number } }
    let sentence = reading.sentences[finding.sentence]
    promise.hundredths = amount(sentence, finding, others: paid) ?? sum(mine)
    if promise.hundredths == nil, promise.invoices.isEmpty, !paid.isEmpty {
      // Some were paid: the promise is about the rest.
      let settled = Set(paid.flatMap { invoices(of: $0, reach: .part) })
      if !settled.isEmpty, settled.count < context.invoices.count {
        let rest = context.invoices.indices.filter { !settled.contains($0) }
        promise.invoices = rest.map { context.invoices[$0].number }
        promise.hundredths = sum(rest)
      }
    }
    return promise
  }

  /// "Monday is a holiday, so on Tuesday", "at the start of March, on the 2nd": the day that is settled on.
  private func whatFollows(_ date: Sentence.DateFound, _ finding: Finding) -> Sentence.DateFound {
    let sentence = reading.sentences[finding.sentence]
    let others = sentence.dates.filter {
      $0.range.lowerBound >= date.range.upperBound && fits($0.meaning, .ahead)
        && !isOfAnother($0, in: finding)
    }
    if case .month = date.meaning {
      for other in others { if case .dayOfMonth = other.meaning { return other } }
    }
    // "My pension comes on the 15th, and by the 20th you have it all."
    if isOfIncome(date, sentence),
      let other = others.first(where: { !sentence.clause(around: date.range).overlaps($0.range) })
    {
      return other
    }
    guard let list = reading.rules.grammar.list(named: "so") else { return date }
    let heads = reading.rules.grammar.heads[list].terms
    let settled = others.first { other in
      let before = max(date.range.upperBound, other.range.lowerBound - 5)..<other.range.lowerBound
      return before.contains { sentence.terms[$0].contains(where: heads.contains) }
    }
    return settled ?? date
  }

  /// True for a day of the sentence on which the writer is paid; false for one of another sentence.
  private func isOfIncome(_ date: Sentence.DateFound, _ sentence: Sentence) -> Bool {
    guard let list = reading.rules.grammar.list(named: "income"),
      sentence.dates.contains(where: { $0.range == date.range && $0.meaning == date.meaning })
    else { return false }
    let heads = reading.rules.grammar.heads[list].terms
    return sentence.clause(around: date.range).contains { sentence.terms[$0].contains(where: heads.contains) }
  }

  /// "I will do it over the weekend, so you have it on Monday": the day on which it arrives, unless these are instalments.
  private func arrival(after day: Day, _ finding: Finding, _ all: [Finding]) -> Day {
    let sentence = reading.sentences[finding.sentence]
    guard Amounts.all(in: sentence.tokens.indices, of: sentence).isEmpty,
      !sentence.invoices.contains(where: { $0 != nil })
    else { return day }
    let others = all.filter { $0.sentence == finding.sentence && $0.rule.isArrival }
    let later = others.compactMap { dateIn($0, .ahead).flatMap { clock.day($0.meaning, .ahead) } }
    return later.filter { (1...7).contains($0 - day) }.min() ?? day
  }

  func payment(_ finding: Finding, all: [Finding]) -> Understanding.Payment {
    var payment = Understanding.Payment()
    let date = dateIn(finding, .back) ?? dateNear(finding, .back)
    payment.date = date.flatMap { clock.day($0.meaning, .back) }
    let sentence = reading.sentences[finding.sentence]
    payment.hundredths =
      amount(sentence, finding, others: []) ?? anyAmount(all) ?? sum(invoices(of: finding, reach: .part))
    payment.reference = PaymentReference.find(reading, near: all.map(\.sentence))
    return payment
  }

  private func amount(_ sentence: Sentence, _ finding: Finding, others: [Finding]) -> Int64? {
    let inClause = Amounts.all(in: sentence.clause(around: finding.range), of: sentence)
    let inSentence = Amounts.all(in: sentence.tokens.indices, of: sentence)
    let isShared = others.contains { $0.sentence == finding.sentence }
    if let first = inClause.first, !isShared || inClause.count == 1 { return first }
    return isShared ? nil : inSentence.first
  }

  private func anyAmount(_ findings: [Finding]) -> Int64? {
    for finding in findings {
      let sentence = reading.sentences[finding.sentence]
      if let amount = Amounts.all(in: sentence.tokens.indices, of: sentence).first { return amount }
    }
    // A remittance advice has its total on a line of its own.
    let amounts = reading.sentences.flatMap { Amounts.all(in: $0.tokens.indices, of: $0) }
    return Set(amounts).count == 1 ? amounts.first : nil
  }

  /// True for a payment of less than what was asked for.
  func isPart(_ payment: Understanding.Payment?) -> Bool {
    guard let paid = payment?.hundredths, let total = context.total else { return false }
    return paid < total && !context.invoices.contains { $0.hundredths == paid }
  }

  /// The day of return where one is named, otherwise the last day of absence.
  func dayOfReturn(_ findings: [Finding]) -> Day? {
    let untils = absences(findings, .awayUntil)
    let until = untils.compactMap { clock.day($0, .ahead) }.max()
    let lastDay = untils.filter { if case .weekday = $0 { false } else { true } }.compactMap {
      clock.day($0, .ahead)
    }.max()
    let back = absences(findings, .returns).compactMap { meaning -> Day? in
      guard let day = clock.day(meaning, .ahead) else { return nil }
      // "Away until Wednesday 4 March, back on Thursday": the Thursday after that.
      guard case .weekday = meaning, let lastDay, day <= lastDay else { return day }
      return day + 7 * ((lastDay - day) / 7 + 1)
    }
    if let back = back.max() { return back }
    if let until { return dayRightAfter(until) ?? until }
    for finding in findings {
      let sentence = reading.sentences[finding.sentence]
      let ahead = sentence.dates.filter {
        clock.canBeLater($0.meaning) && !reading.isBehindSince($0, finding.sentence)
      }
      if let day = ahead.compactMap({ clock.day($0.meaning, .ahead) }).max() { return day }
    }
    return nil
  }

  /// The days that findings of a meaning hold.
  private func absences(_ findings: [Finding], _ meaning: Meaning) -> [DateMeaning] {
    let all = findings.filter { $0.meaning == meaning }
    // "From the 2nd to the 13th": the finding that takes in both ends knows more than the one that sees the first.
    let whole = all.filter { finding in
      meaning == .returns
        || !all.contains {
          $0.sentence == finding.sentence && $0.range.overlaps(finding.range)
            && $0.range.count > finding.range.count
        }
    }
    let days = whole.compactMap { finding in
      reading.sentences[finding.sentence].dates.last { finding.range.overlaps($0.range) }?.meaning
    }
    // "Back on the 5th. Invoices will be dealt with in January": the day says more than the month.
    let exact = days.filter { if case .month = $0 { false } else { true } }
    return exact.isEmpty ? days : exact
  }

  /// "Closed from the 3rd to the 21st. On the 24th we are at your disposal": a day right after the last one.
  private func dayRightAfter(_ until: Day) -> Day? {
    guard isAutomatic else { return nil }
    for sentence in reading.sentences {
      for date in sentence.dates {
        if case .month = date.meaning { continue }
        guard let day = clock.day(date.meaning, .ahead), (1...5).contains(day - until) else { continue }
        return day
      }
    }
    return nil
  }

  /// The person or address to write to; nil where the words name neither.
  func contact(_ finding: Finding) -> Understanding.Contact? {
    var contact = Understanding.Contact()
    let near = [finding.sentence, finding.sentence + 1, finding.sentence - 1].filter(
      reading.sentences.indices.contains)
    for index in near {
      guard let token = reading.sentences[index].tokens.first(where: { $0.kind == .email }) else { continue }
      contact.email = token.text
      break
    }
    contact.name = ContactName.find(reading.sentences[finding.sentence], after: finding.range, visible.text)
    return contact
  }
}
