import Receivables

extension JournalEvent {
  /// The event as storage keeps it: what stands in columns of its own, and the rest as one JSON object with its members in
  /// the order of their names.
  package struct Row: Sendable, Equatable {
    package let at: String
    package let day: String
    package let kind: String
    package let customer: String?
    /// The key of the message that it is about.
    package let key: String?
    package let body: String

    package init(at: String, day: String, kind: String, customer: String?, key: String?, body: String) {
      self.at = at
      self.day = day
      self.kind = kind
      self.customer = customer
      self.key = key
      self.body = body
    }
  }

  /// As storage keeps it.
  package var row: Row {
    let (kind, body) = HappeningWriter.write(what, from: source)
    return Row(
      at: at.description, day: day.description, kind: kind, customer: customer?.text, key: what.key,
      body: body)
  }

  /// Reads what `row` wrote; nil where it cannot be read, as in a journal that a later version wrote.
  package init?(_ row: Row) {
    let body = Array(row.body.utf8)
    guard let at = Instant(row.at), let day = Day(iso: row.day), let value = JSONValue(body),
      let source = value["source"]?.text.flatMap(EventSource.init(text:)),
      let what = HappeningReader.read(kind: row.kind, value)
    else { return nil }
    self.init(at: at, day: day, source: source, customer: row.customer.map { CustomerID($0) }, what)
  }
}

extension Happening {
  /// The key of the message that it is about; nil where it is about none.
  package var key: String? {
    switch self {
    case .message(let happening):
      switch happening {
      case .claimed(let claim): claim.key
      case .handedOver(let key), .voided(let key, _), .sent(let key, _, _), .refused(let key, _),
        .unknown(let key, _), .resolved(let key, _):
        key
      }
    case .answer(.returned(let key, _, _)): key
    case .answer, .policy, .owner, .books, .run, .mail: nil
    }
  }

  /// True where the message did not leave after all, so that its tiers may be claimed anew.
  package var freesItsTiers: Bool {
    switch self {
    case .message(.voided), .message(.refused), .message(.resolved(_, wasSent: false)): true
    case .answer(.returned(let key, _, _)): key != nil
    case .message, .answer, .policy, .owner, .books, .run, .mail: false
    }
  }
}
