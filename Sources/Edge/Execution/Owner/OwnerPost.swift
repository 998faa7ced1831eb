import Journal
import JournalModel
import Mail
import PolicyModel
import Receivables
import Schedule

/// Sends letters to the owner, and notes in the journal what they have been told.
///
/// A letter is noted after it was taken by the mail server: one that is killed in between is sent again, with the same
/// Message-ID. The owner rather hears twice than not at all; customers are another matter.
package struct OwnerPost {
  private let settings: RunSettings
  private let session: JournalSession
  private let dispatcher: any Dispatcher
  private let writer: OwnerLetterWriter

  /// - Parameter name: A customer as people call it.
  package init(
    _ settings: RunSettings, _ session: JournalSession, _ dispatcher: any Dispatcher,
    name: @escaping (CustomerID) -> String
  ) {
    self.settings = settings
    self.session = session
    self.dispatcher = dispatcher
    writer = OwnerLetterWriter(settings.plan, name: name)
  }

  /// What became of a letter.
  package enum Outcome: Sendable, Equatable {
    /// Nothing was to be told.
    case nothing
    case sent(OwnerLetter, to: String)
    /// Said as `the digest`, and why it did not leave.
    case failed(String, reason: String)
  }

  private var owner: Party { settings.plan.business.owner ?? settings.plan.business.sender }
  private var waiting: [ReviewBoard.Entry] { ReviewBoard(session.state).entries }

  /// The digest, now; nothing where nothing waits.
  package func sendDigest() async throws -> Outcome {
    let entries = waiting
    if entries.isEmpty { return .nothing }
    return try await send(writer.digest(entries), "the digest", to: owner) { address in
      [.digestSent(to: address, items: entries.count)]
    }
  }

  /// The digest, where its hour has come since the last one.
  func sendDigestIfDue() async throws -> Outcome {
    guard let review = settings.plan.review,
      let since = session.state.lastDigest?.at ?? session.state.beganAt,
      let hour = review.lastHour(before: settings.now(), settings.local), since < hour
    else { return .nothing }
    return try await sendDigest()
  }

  /// Rules with `notify` of which the owner has not heard.
  func sendNotice() async throws -> Outcome {
    let entries = waiting.filter(\.item.wantsNotice)
    if entries.isEmpty { return .nothing }
    return try await send(writer.notice(entries), "the letter about rules that fired", to: owner) { _ in
      [.ownerTold(.fired, items: entries.map(\.item.number))]
    }
  }

  /// What nobody looked at in time: to whoever stands in, with a copy to the owner; once for what became overdue, and once a
  /// day at most.
  func sendOverdue() async throws -> Outcome {
    let today = settings.local(settings.now()).day
    guard session.state.hasUntoldOverdue, session.state.backupToldOn != today else { return .nothing }
    let entries = waiting.filter { $0.item.isOverdue && !$0.item.isSeen }
    if entries.isEmpty { return .nothing }
    let backup = settings.plan.business.backup
    return try await send(
      writer.overdue(entries, to: backup), "the letter about what nobody has looked at", to: backup ?? owner,
      copy: backup == nil ? nil : owner
    ) { address in [.backupTold(to: address)] }
  }

  /// What leaves on the next days; each message is told once.
  func sendForewarning(_ upcoming: [Upcoming]) async throws -> Outcome {
    let known = session.state.forewarned
    let new = upcoming.filter { !known.contains($0.key) }
    if new.isEmpty { return .nothing }
    return try await send(writer.forewarning(new), "the list of what leaves next", to: owner) { _ in
      [.forewarned(keys: upcoming.map(\.key))]
    }
  }

  /// Why a run sent nothing and waits for a person: once a day.
  func sendStop(_ stop: RunStop, policyChanged: Bool) async throws -> Outcome {
    let today = settings.local(settings.now()).day
    guard stop.needsPerson, session.state.ownerToldOn[.stopped] != today else { return .nothing }
    return try await send(
      writer.stopped(stop, policyChanged: policyChanged), "the letter about the run", to: owner
    ) { _ in [.ownerTold(.stopped, items: [])] }
  }

  private func send(
    _ letter: OwnerLetter, _ title: String, to party: Party, copy: Party? = nil,
    then happenings: (String) -> [RunHappening]
  ) async throws -> Outcome {
    let now = settings.now()
    let day = settings.local(now).day
    let sender = settings.plan.business.sender
    let domain = String(sender.email.split(separator: "@").last ?? "localhost")
    let key = Digest.of([letter.subject, letter.text, day.description, party.email]).prefix(32)
    let mail = OutgoingMail(
      from: Mailbox(name: "Duly for \(settings.plan.business.name)", address: sender.email),
      to: [Mailbox(name: party.name, address: party.email)],
      cc: copy.map { [Mailbox(name: $0.name, address: $0.email)] } ?? [], subject: letter.subject,
      text: letter.text, messageID: "\(key)@\(domain)", references: [],
      date: MailDate(seconds: now.seconds, offset: settings.offset(now)), isMarkedAutoSubmitted: true)
    switch await dispatcher.deliver(mail) {
    case .sent:
      try session.append(
        happenings(party.email).map {
          JournalEvent(at: now, day: day, source: .run, customer: nil, .run($0))
        })
      return .sent(letter, to: party.email)
    case .refused(_, _, let reply, _): return .failed(title, reason: reply)
    case .waitedTooLong: return .failed(title, reason: "it waited too long")
    case .notSent(let reason), .unknown(let reason): return .failed(title, reason: reason)
    }
  }
}

extension Review {
  /// The last moment at which the digest was to be sent; nil where the calendar has none.
  ///
  /// - Parameter local: The business's day and minute of an instant.
  func lastHour(before now: Instant, _ local: (Instant) -> (day: Day, minute: Int)) -> Instant? {
    let (today, minuteNow) = local(now)
    var day = today - ((today.weekday - weekday + 7) % 7)
    if day == today, minuteNow < minute { day = day - 7 }
    // How far the business's clocks are from UTC changes by hours at most: one look back from noon finds the distance.
    let guess = Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(minute) * 60_000)
    let (guessed, guessedMinute) = local(guess)
    let ahead = Int64(guessed - day) * 1440 + Int64(guessedMinute - minute)
    return Instant(milliseconds: guess.milliseconds - ahead * 60_000)
  }
}
