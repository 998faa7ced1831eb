import CEL

/// What conditions and letters can read of what falls due: `invoice.NAME`. Amounts, days and balances are
/// of the instalment. Source: policy language, sections 3 and 4.
package enum InvoiceFact: Int, CaseIterable, Sendable {
  case number
  case issued, due
  case amount, paid, balance, wholeBalance, interest, compensation, total
  case daysOverdue
  case disputed
  case collection
  case instalment, instalments
  case purchaseOrder, paymentURL
  case fields
  // In letters alone:
  case tier, deadline

  /// The facts that conditions can read; a letter can read all.
  package static let inConditions = allCases.filter { $0 != .tier && $0 != .deadline }

  /// True for what a late invoice costs on top, and for what that makes with the balance.
  package var isOfCharges: Bool { self == .interest || self == .compensation || self == .total }

  package var name: String {
    switch self {
    case .number: "number"
    case .issued: "issued"
    case .due: "due"
    case .amount: "amount"
    case .paid: "paid"
    case .balance: "balance"
    case .wholeBalance: "whole_balance"
    case .interest: "interest"
    case .compensation: "compensation"
    case .total: "total"
    case .daysOverdue: "days_overdue"
    case .disputed: "disputed"
    case .collection: "collection"
    case .instalment: "instalment"
    case .instalments: "instalments"
    case .purchaseOrder: "purchase_order"
    case .paymentURL: "payment_url"
    case .fields: "fields"
    case .tier: "tier"
    case .deadline: "deadline"
    }
  }

  package var type: CELType {
    switch self {
    case .number, .collection, .tier: .string
    case .issued, .due: .date
    case .amount, .paid, .balance, .wholeBalance, .interest, .compensation, .total: .money
    case .daysOverdue, .instalment, .instalments: .int
    case .disputed: .bool
    case .purchaseOrder, .paymentURL: .nullable(.string)
    case .fields: .map(.string, .string)
    case .deadline: .nullable(.date)
    }
  }
}
