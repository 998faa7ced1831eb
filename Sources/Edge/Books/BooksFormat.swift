import Receivables

/// How a folder writes its books: names of files and columns, days, numbers. `books.yaml` changes it.
struct BooksFormat: Sendable {
  /// A file of the books.
  enum File: String, CaseIterable, Sendable {
    case customers, contacts, invoices, instalments, payments

    /// The columns that the file must have.
    var required: [String] {
      switch self {
      case .customers: ["customer_id", "name"]
      case .contacts: ["customer_id", "role", "email"]
      case .invoices: ["invoice_number", "customer_id", "issue_date", "due_date", "amount"]
      case .instalments: ["invoice_number", "instalment", "due_date", "amount"]
      case .payments: ["payment_date", "customer_id", "amount"]
      }
    }

    /// The columns that it may have.
    var optional: [String] {
      switch self {
      case .customers:
        [
          "contact", "email", "phone", "country", "language", "tags", "kind", "postal_address", "since",
          "revenue_12m",
        ]
      case .contacts: ["name", "language", "phone"]
      case .invoices:
        ["balance", "currency", "disputed", "status", "collection", "purchase_order", "payment_url", "pdf"]
      case .instalments: []
      case .payments: ["invoice_number", "currency", "reference"]
      }
    }
  }

  /// The name of a file and of its columns, where it is not the usual one.
  struct Names: Sendable {
    var file: String
    /// The name in the file by Duly's name.
    var columns: [String: String] = [:]
  }

  /// As stated: an instant or a day.
  var asOf: String?
  /// The day of `asOf`.
  var asOfDay: Day?
  /// The currency where a row states none; nil for the policy's base currency.
  var currency: Currency?
  var dates = DateFormat.iso
  var numbers = NumberFormat.plain
  private var names: [File: Names] = [:]

  init() {}

  subscript(file: File) -> Names {
    get { names[file] ?? Names(file: "\(file.rawValue).csv") }
    set { names[file] = newValue }
  }
}
