import Receivables
import Schedule

/// A flag of a run, as a test speaks of it.
struct FlagView {
  let plan: Plan
  let customer: CustomerID
  let flag: Flag

  /// The escalation, the response, or Duly's own name for it.
  var name: String {
    switch flag.origin {
    case .escalation(let rule): plan.escalations[rule].name
    case .response(let kind): kind.rawValue
    case .own(let own): own.rawValue
    }
  }

  func fits(_ expected: FlagExpectation) -> Bool {
    expected.days?.contains(flag.day) ?? true && expected.customer.map { $0 == customer } ?? true
      && expected.name.map { $0 == name } ?? true && expected.invoice.map { $0 == flag.invoice } ?? true
  }

  func inWords(namesCustomer: Bool) -> String {
    ["flag", namesCustomer ? "\(customer)" : nil, name, flag.invoice].compactMap(\.self).joined(
      separator: "  ")
  }
}
