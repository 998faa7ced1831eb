import CEL

/// What conditions and letters can read of a customer: `customer.NAME`. Source: policy language, section 3.
package enum CustomerFact: Int, CaseIterable, Sendable {
  case id, name, kind
  case firstName, email, phone, country, language
  case tags, since
  case balance, overdue, revenue12m, credit
  case invoicesPaid, invoicesOpen, brokenPromises
  case averageDaysLate
  case fields

  package var name: String {
    switch self {
    case .id: "id"
    case .name: "name"
    case .kind: "kind"
    case .firstName: "first_name"
    case .email: "email"
    case .phone: "phone"
    case .country: "country"
    case .language: "language"
    case .tags: "tags"
    case .since: "since"
    case .balance: "balance"
    case .overdue: "overdue"
    case .revenue12m: "revenue_12m"
    case .credit: "credit"
    case .invoicesPaid: "invoices_paid"
    case .invoicesOpen: "invoices_open"
    case .brokenPromises: "broken_promises"
    case .averageDaysLate: "average_days_late"
    case .fields: "fields"
    }
  }

  package var type: CELType {
    switch self {
    case .id, .name, .kind: .string
    case .firstName, .email, .phone, .country, .language: .nullable(.string)
    case .tags: .list(.string)
    case .since: .nullable(.date)
    case .balance, .overdue, .revenue12m, .credit: .money
    case .invoicesPaid, .invoicesOpen, .brokenPromises: .int
    case .averageDaysLate: .nullable(.double)
    case .fields: .map(.string, .string)
    }
  }
}
