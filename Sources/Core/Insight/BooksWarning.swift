import Receivables

/// Something about books as a whole that can be read and is not as a bookkeeper would want it.
package enum BooksWarning: Hashable, Sendable {
  /// Nothing says for which day the books hold.
  case undated(taken: Day)
  /// The books are older than they should be.
  case stale(asOf: Day, days: Int)
  /// Revenue of twelve months is summed from books that do not reach so far back.
  case shortRevenue(customers: Int, firstIssued: Day, needed: Day)
  /// The policy has no rate for a currency in which something is open or to somebody's credit.
  case noRate(Currency, items: Int, credits: Int)

  /// Books older than so many days are stale, where no policy says how old they may be.
  package static let usualDays = 7

  /// What the policy asks of books; nothing where there is no policy.
  package struct Terms: Sendable {
    /// `books_age` in minutes; nil where the policy does not say.
    package var minutes: Int?
    /// Currencies of the figures for which the policy gives no rate.
    package var withoutRate: [Currency] = []

    package init() {}
  }

  /// What is to be said of books, in the order of the cases.
  ///
  /// A day is all that is known of the moment that is looked at, and often of that of the books, so the age in minutes
  /// is that which they have for certain: that from the end of their day to the beginning of the other.
  /// Source: policy language, section 3 (`revenue_12m`, rates) and `books_age`; a week is a choice of Duly's.
  package static func all(of figures: BooksFigures, _ terms: Terms) -> [BooksWarning] {
    var found: [BooksWarning] = []
    if let asOf = figures.asOf {
      let days = figures.day - asOf
      let isStale = terms.minutes.map { (days - 1) * 1440 >= $0 } ?? (days > usualDays)
      if isStale { found.append(.stale(asOf: asOf, days: days)) }
    } else {
      found.append(.undated(taken: figures.day))
    }
    let needed = (figures.asOf ?? figures.day).adding(months: -12) + 1
    if let first = figures.firstIssued, first > needed, figures.customersWithoutRevenue > 0 {
      found.append(
        .shortRevenue(customers: figures.customersWithoutRevenue, firstIssued: first, needed: needed))
    }
    for part in figures.currencies where terms.withoutRate.contains(part.currency) {
      let items = part.open.count + part.notIssuedYet.count
      found.append(.noRate(part.currency, items: items, credits: part.unallocated.count))
    }
    return found
  }

  /// The name by which reports and scripts know it.
  package var name: String {
    switch self {
    case .undated: "undated-books"
    case .stale: "stale-books"
    case .shortRevenue: "short-revenue"
    case .noRate: "no-rate"
    }
  }

  /// One sentence, lower case, no full stop: what is so, and what to do about it.
  package var message: String {
    switch self {
    case .undated(let taken):
      return "nothing says for which day the books hold, \(taken) is taken: "
        + "write `as_of: \(taken)` with their day into books.yaml"
    case .stale(let asOf, let days):
      return "the books hold for \(asOf), \(days) days earlier: "
        + "what was paid since is not in them; export them anew"
    case .shortRevenue(let customers, let firstIssued, let needed):
      let whose = customers == 1 ? "1 customer" : "\(customers) customers"
      return "`revenue_12m` of \(whose) is summed from invoices and may be too low: the first was "
        + "issued on \(firstIssued), after \(needed), a year back; add older invoices or a column `revenue_12m`"
    case .noRate(let currency, let items, let credits):
      let open = items == 1 ? "1 open item" : "\(items) open items"
      let credit = credits == 1 ? "1 credit" : "\(credits) credits"
      let what = items == 0 ? credit : credits == 0 ? open : "\(open) and \(credit)"
      return "the policy gives no rate for \(currency), the currency of \(what): "
        + "what hangs on it is held; add it to `rates`"
    }
  }
}
