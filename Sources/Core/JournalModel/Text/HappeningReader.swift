import PolicyModel
import Receivables
import Schedule

/// Reads what `HappeningWriter` wrote.
package struct HappeningReader {
  private let body: JSONValue

  /// The happening of a kind and a body (members that it does not know are left aside); nil where it cannot be read, as in a journal of a later version.
  package static func read(kind: String, _ body: JSONValue) -> Happening? {
    let reader = HappeningReader(body: body)
    return reader.message(kind).map { .message($0) } ?? reader.answer(kind).map { .answer($0) }
      ?? reader.policy(kind).map { .policy($0) } ?? reader.owner(kind).map { .owner($0) }
      ?? reader.books(kind).map { .books($0) } ?? reader.run(kind).map { .run($0) }
      ?? MailHappening(kind: kind, body).map { .mail($0) }
  }

  private func message(_ kind: String) -> MessageHappening? {
    if kind == "claimed" { return claim.map { .claimed($0) } }
    guard let key = body["key"]?.text else { return nil }
    switch kind {
    case "handed-over": return .handedOver(key: key)
    case "voided": return body["reason"]?.text.map { .voided(key: key, reason: $0) }
    case "sent":
      return body["reply"]?.text.map { .sent(key: key, reply: $0, refusedCopies: texts("refused_copies")) }
    case "refused":
      guard let isTemporary = body["temporary"]?.flag, let reply = body["reply"]?.text else { return nil }
      return .refused(
        key: key,
        Refusal(isTemporary: isTemporary, reply: reply, closedAddress: body["closed_address"]?.text))
    case "unknown": return body["reason"]?.text.map { .unknown(key: key, reason: $0) }
    case "resolved": return body["sent"]?.flag.map { .resolved(key: key, wasSent: $0) }
    default: return nil
    }
  }

  private func answer(_ kind: String) -> AnswerHappening? {
    switch kind {
    case "answered":
      guard let word = body["kind"]?.text, let kind = Response.Kind(rawValue: word) else { return nil }
      return .answered(
        GivenAnswer(
          kind: kind, invoices: body["invoice"]?.text.map { [$0] } ?? texts("invoices"),
          promised: day("promised"), returns: day("returns"), words: body["words"]?.text))
    case "address-failed": return body["address"]?.text.map { .addressFailed($0) }
    case "returned":
      guard let address = body["address"]?.text, let isHard = body["hard"]?.flag else { return nil }
      return .returned(key: body["key"]?.text, address: address, isHard: isHard)
    case "paid":
      guard let amount = money("amount"), let leftOpen = parts("left_open") else { return nil }
      return .paid(invoice: body["invoice"]?.text, amount: amount, leftOpen: leftOpen)
    default: return nil
    }
  }

  private func policy(_ kind: String) -> PolicyHappening? {
    let invoice = body["invoice"]?.text
    switch kind {
    case "pause-began": return pause.map { .pauseBegan($0) }
    case "hold-began": return body["reason"]?.text.map { .holdBegan(parts: parts("parts"), reason: $0) }
    case "disputed": return parts("parts").map { .disputed(parts: $0) }
    case "settled": return parts("parts").map { .settled(parts: $0) }
    case "promised":
      guard let named = parts("named"), let granted = parts("granted") else { return nil }
      return .promised(
        named: named, granted: granted, pause: body["pause"].flatMap { HappeningReader(body: $0).pause })
    case "promise-broken": return integer("promise").map { .promiseBroken($0) }
    case "fired":
      return body["rule"]?.text.map { .fired(rule: $0, invoice: invoice, actions: texts("do")) }
    case "lapsed": return body["rule"]?.text.map { .lapsed(rule: $0, invoice: invoice) }
    case "schedule-moved": return body["to"]?.text.map { .scheduleMoved(to: $0) }
    case "schedule-ended": return .scheduleEnded
    case "flagged":
      guard let flag = body["flag"]?.text.flatMap(OwnFlag.init(rawValue:)), let part = part("part") else {
        return nil
      }
      return .flagged(flag, part: part)
    case "response-flagged":
      return body["response"]?.text.flatMap(Response.Kind.init(rawValue:)).map {
        .responseFlagged($0, invoice: invoice)
      }
    case "kept-quiet":
      return body["quiet"]?.list.flatMap { Self.all($0, Self.quiet) }.map { .keptQuiet($0) }
    default: return nil
    }
  }

  private static func quiet(_ value: JSONValue) -> Quiet? {
    value["reason"]?.text.map {
      Quiet(invoice: value["invoice"]?.text, reason: $0, line: value["line"]?.text)
    }
  }

  private func owner(_ kind: String) -> OwnerHappening? {
    let note = body["note"]?.text
    let item = body["item"]?.number
    switch kind {
    case "held": return .held(invoice: body["invoice"]?.text, note: note)
    case "released": return .released(until: day("until"), note: note)
    case "approval-asked": return proposal.map { .approvalAsked($0) }
    case "approval-given": return item.map { .approvalGiven($0) }
    case "approval-lapsed":
      guard let item, let reason = body["reason"]?.text else { return nil }
      return .approvalLapsed(item, reason: reason)
    case "seen": return item.map { .seen($0) }
    case "cleared": return item.map { .cleared($0, until: day("until")) }
    case "noted": return note.map { .noted($0) }
    case "wrote-by-hand": return .wroteByHand(address: body["address"]?.text)
    case "batch-approved": return integer("messages").map { .batchApproved(messages: $0) }
    default: return nil
    }
  }

  private func books(_ kind: String) -> BooksHappening? {
    switch kind {
    case "books-seen":
      guard let customers = integer("customers"), let openParts = integer("open_parts") else { return nil }
      return .seen(
        BooksTotals(
          asOf: body["as_of"]?.text, customers: customers, openParts: openParts, open: amounts("open") ?? []))
    case "balances-seen": return balances.map { .balancesSeen($0) }
    case "vanished":
      guard let part = part("part"), let balance = money("balance") else { return nil }
      return .vanished(part: part, balance: balance)
    case "came-back": return part("part").map { .cameBack(part: $0) }
    case "doubted": return body["what"]?.text.map { .doubted($0) }
    case "collection-failed": return part("part").map { .collectionFailed(part: $0) }
    default: return nil
    }
  }

  private func run(_ kind: String) -> RunHappening? {
    switch kind {
    case "run-began":
      guard let boot = body["boot"]?.text, let process = integer("process") else { return nil }
      return .began(RunStart(boot: boot, process: process))
    case "run-ended":
      guard let planned = integer("planned"), let sent = integer("sent"), let skipped = integer("skipped"),
        let failed = integer("failed"), let unknown = integer("unknown")
      else { return nil }
      return .ended(
        RunOutcome(planned: planned, sent: sent, skipped: skipped, failed: failed, unknown: unknown))
    case "policy-in-force":
      guard let digest = body["digest"]?.text, let name = body["name"]?.text else { return nil }
      return .policyInForce(digest: digest, name: name)
    case "digest-sent":
      guard let address = body["to"]?.text, let items = integer("items") else { return nil }
      return .digestSent(to: address, items: items)
    case "review-overdue": return body["item"]?.number.map { .reviewOverdue(item: $0) }
    case "backup-told": return body["to"]?.text.map { .backupTold(to: $0) }
    case "owner-told":
      guard let notice = body["about"]?.text.flatMap(OwnerNotice.init(rawValue:)) else { return nil }
      return .ownerTold(notice, items: body["items"]?.list?.compactMap(\.number) ?? [])
    case "forewarned": return .forewarned(keys: texts("messages"))
    default: return nil
    }
  }
}

// Values by their name; nil where there is none or it is of another form.
extension HappeningReader {
  private func day(_ name: String) -> Day? { body[name]?.text.flatMap { Day(iso: $0) } }
  private func integer(_ name: String) -> Int? { body[name]?.number.flatMap { Int(exactly: $0) } }
  private func texts(_ name: String) -> [String] { body[name]?.list?.compactMap(\.text) ?? [] }
  private func money(_ name: String) -> Money? { body[name]?.text.flatMap(Self.money) }
  private func part(_ name: String) -> ReceivableID? { body[name].flatMap(Self.part) }

  private func amounts(_ name: String) -> [Money]? {
    body[name]?.list.flatMap { Self.all($0) { $0.text.flatMap(Self.money) } }
  }

  private func parts(_ name: String) -> [ReceivableID]? {
    body[name]?.list.flatMap { Self.all($0, Self.part) }
  }

  /// All of them, or nil where one cannot be read.
  private static func all<Item>(_ list: [JSONValue], _ read: (JSONValue) -> Item?) -> [Item]? {
    let found = list.compactMap(read)
    return found.count == list.count ? found : nil
  }

  private static func money(_ text: String) -> Money? {
    // Half of a long journal are amounts: nothing is copied but the code.
    guard let blank = text.utf8.lastIndex(of: 0x20),
      let currency = Currency(code: String(text[text.utf8.index(after: blank)...]))
    else { return nil }
    return Money(text[..<blank], currency)
  }

  private static func part(_ value: JSONValue) -> ReceivableID? {
    if let number = value.text { return ReceivableID(number: number) }
    guard let pair = value.list, pair.count == 2, let number = pair[0].text,
      let instalment = pair[1].number.flatMap({ Int(exactly: $0) })
    else { return nil }
    return ReceivableID(number: number, instalment: instalment)
  }

  private var pause: PauseGiven? {
    guard let first = day("first"), let last = day("last"),
      let response = body["response"]?.text.flatMap(Response.Kind.init(rawValue:))
    else { return nil }
    return PauseGiven(parts: parts("parts"), first: first, last: last, response: response)
  }

  private var balances: SeenBalances? {
    guard let list = body["parts"]?.list else { return nil }
    let parts = Self.all(list) { item -> SeenBalances.Part? in
      guard let pair = item.list, pair.count == 2, let id = Self.part(pair[0]),
        let balance = pair[1].text.flatMap(Self.money)
      else { return nil }
      return SeenBalances.Part(id: id, balance: balance)
    }
    return parts.map { SeenBalances(parts: $0, credits: amounts("credits") ?? []) }
  }

  private var claimedParts: [Claim.Part]? {
    body["parts"]?.list.flatMap { Self.all($0) { HappeningReader(body: $0).claimedPart } }
  }

  private var claimedPart: Claim.Part? {
    guard let id = part("part"), let tier = body["tier"]?.text, let level = integer("level"),
      let position = integer("position"), let balance = money("balance")
    else { return nil }
    return Claim.Part(
      id: id, tier: tier, level: level, position: position, deadline: day("deadline"), balance: balance,
      charges: amounts("charges"))
  }

  private var claim: Claim? {
    guard let key = body["key"]?.text,
      let purpose = body["purpose"]?.text.flatMap(Claim.Purpose.init(rawValue:)),
      let schedule = body["schedule"]?.text, let tone = body["tone"]?.text,
      let language = body["language"]?.text, let channel = body["channel"]?.text, let to = body["to"]?.text,
      let parts = claimedParts, let total = money("total"), let subject = body["subject"]?.text,
      let words = body["words"]?.text
    else { return nil }
    return Claim(
      key: key, purpose: purpose, schedule: schedule, tone: tone, language: language, channel: channel,
      to: to,
      copies: texts("copies"), parts: parts, alsoListed: self.parts("also_listed") ?? [], total: total,
      subject: subject, words: words, approval: body["approval"]?.number)
  }

  private var proposal: Proposal? {
    guard let content = body["content"]?.text, let parts = claimedParts, let total = money("total"),
      let tone = body["tone"]?.text, let to = body["to"]?.text, let subject = body["subject"]?.text,
      let text = body["text"]?.text
    else { return nil }
    return Proposal(
      content: content, parts: parts, alsoListed: self.parts("also_listed") ?? [], total: total, tone: tone,
      to: to, subject: subject, text: text)
  }
}
