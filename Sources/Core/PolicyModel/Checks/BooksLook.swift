import Receivables

/// What one reading of the books says of a policy: how many customers each segment takes, and how much is long due. It holds
/// for these books on this day, and proves nothing about others.
package struct BooksLook: Sendable {
  /// Where they are, and which they were: `books, 4b2c…`.
  package let name: String
  /// The day on which they are looked at.
  package let day: Day
  /// Customers that are not left out.
  package let customers: Int
  /// By the names of the segments: the customers that each takes; one that is not in here takes none.
  package let taken: [String: Int]
  /// By the names of the segments: the customers for whom the condition holds, whichever segment takes them.
  package let fitting: [String: Int]
  /// Customers with an invoice for which the days of two or more tiers after the due day have come, and such invoices.
  package let late: (customers: Int, invoices: Int)

  package init(
    name: String, day: Day, customers: Int, taken: [String: Int], fitting: [String: Int],
    late: (customers: Int, invoices: Int)
  ) {
    self.name = name
    self.day = day
    self.customers = customers
    self.taken = taken
    self.fitting = fitting
    self.late = late
  }

  /// What is said behind a finding, so that it can be repeated.
  var note: String { "in the books of \(name) on \(day)" }
}
