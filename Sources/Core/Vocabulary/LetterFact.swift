import CEL

/// What only letters can read. Source: policy language, section 6.
package enum LetterFact: Int, CaseIterable, Sendable {
  case senderName, senderEmail, senderReplyTo
  case ownerName, ownerEmail
  case businessName
  case recipientName, recipientFirstName, recipientEmail
  case totalDue
  case invoices, alsoListed
  case invoiceTable

  /// `scope.field`, or the name alone where it has no scope.
  package var path: (scope: String?, field: String) {
    switch self {
    case .senderName: ("sender", "name")
    case .senderEmail: ("sender", "email")
    case .senderReplyTo: ("sender", "reply_to")
    case .ownerName: ("owner", "name")
    case .ownerEmail: ("owner", "email")
    case .businessName: ("business", "name")
    case .recipientName: ("recipient", "name")
    case .recipientFirstName: ("recipient", "first_name")
    case .recipientEmail: ("recipient", "email")
    case .totalDue: (nil, "total_due")
    case .invoices: (nil, "invoices")
    case .alsoListed: (nil, "also_listed")
    case .invoiceTable: (nil, "invoice_table")
    }
  }

  package var type: CELType {
    switch self {
    case .senderName, .senderEmail, .ownerName, .ownerEmail, .businessName, .recipientEmail: .string
    case .senderReplyTo, .recipientName, .recipientFirstName: .nullable(.string)
    case .totalDue: .money
    case .invoices, .alsoListed: .list(.object("invoice"))
    case .invoiceTable: .object("table")
    }
  }
}
