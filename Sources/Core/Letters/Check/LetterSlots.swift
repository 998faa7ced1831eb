import CEL
import Vocabulary

/// The slots that letters read by themselves, for the table of invoices.
enum LetterSlots {
  static let invoices = slot(.invoices)
  static let alsoListed = slot(.alsoListed)
  static let invoiceTable = slot(.invoiceTable)

  private static func slot(_ fact: LetterFact) -> Int {
    guard let slot = Vocabulary.letterFacts.firstIndex(of: .letter(fact)) else {
      preconditionFailure("every fact of letters has a slot")
    }
    return slot
  }
}
