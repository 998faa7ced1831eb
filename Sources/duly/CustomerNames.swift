import Books
import Receivables

/// The names of customers, for people to read; a command that only knows ids shows those.
struct CustomerNames {
  private var names: [CustomerID: String] = [:]

  /// Those of the project's books; none where they cannot be read now.
  static func ofProject() async -> CustomerNames {
    var found = CustomerNames()
    do {
      guard let project = try ProjectFile.findIfAny(), let folder = project.books,
        let path = project.policies.first, let policy = try PolicyFile(path).policy
      else { return found }
      let snapshot = try await BooksReader.read(
        folder: folder, baseCurrency: policy.business.currency, from: Clock.today() ?? Day(number: 0),
        keepingPayments: false, workers: SideBySide.cores)
      for account in snapshot.accounts { found.names[account.customer.id] = account.customer.name }
    } catch {
      Terminal.writeError("note: the books cannot be read now, so customers are shown by their ids\n")
    }
    return found
  }

  /// `Brambles Café (brambles)`, or the id alone.
  func name(of customer: CustomerID) -> String {
    names[customer].map { "\($0) (\(customer))" } ?? "\(customer)"
  }

  /// `Brambles Café`, or the id.
  func plainName(of customer: CustomerID) -> String { names[customer] ?? "\(customer)" }
}
