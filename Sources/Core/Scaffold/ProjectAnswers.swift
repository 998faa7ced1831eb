import Receivables

/// What `duly init` knows of a business: from options, from questions, or by default.
package struct ProjectAnswers: Sendable {
  /// Whom the business sells to.
  package enum Customers: String, Sendable, CaseIterable { case businesses, consumers }
  /// How soon the first reminder leaves.
  package enum Start: String, Sendable, CaseIterable { case usual, gentle }

  package var business: String
  package var owner: String
  /// The owner's address, from which reminders go and to which answers come.
  package var email: String
  package var country: Country
  package var language: StarterLanguage
  /// Of ISO 4217.
  package var currency: String
  /// The IANA name of the business's own time.
  package var timezone: String
  /// How long an invoice has to be paid, in days.
  package var terms: Int
  package var customers: Customers
  package var start: Start
  /// True where some customers are to be handled with more care, by the tag `vip`.
  package var hasVIPs: Bool
  /// How the money is to be sent, in the owner's words; nil for the account that is printed on the invoice.
  package var howToPay: String?
  /// The folder of the owner's own books, as `duly.yaml` is to name it; nil for sample books.
  package var books: String?
  /// The day on which the project is made.
  package var today: Day

  /// What a country suggests, for the rest of the answers to be changed.
  package init(business: String, owner: String, email: String, country: Country, today: Day) {
    self.business = business
    self.owner = owner
    self.email = email
    self.country = country
    self.today = today
    language = country.language
    currency = country.currency
    timezone = country.timezone
    terms = 30
    customers = .businesses
    start = .usual
    hasVIPs = true
    howToPay = nil
    books = nil
  }

  /// A round amount of euros as one of about the same size in the policy's currency: 5000 for 5000 euros or pounds, 50000
  /// for as much in kronor. Thresholds need no more.
  package func amount(ofEuros euros: Int) -> Int {
    switch currency {
    case "PLN", "RON", "BRL", "AED", "ILS", "MYR": euros * 5
    case "DKK", "NOK", "SEK", "CZK", "CNY", "HKD", "ZAR", "MXN", "TRY": euros * 10
    case "JPY", "INR", "ISK", "HUF", "THB", "PHP": euros * 100
    default: euros
    }
  }

  /// The policy's name: the letters and digits of the business's name, `reminders` where it has none of `a` to `z`.
  package var policyName: String {
    var name = ""
    for scalar in business.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
      case "ä": name += language == .german ? "ae" : "a"
      case "ö", "ø": name += language == .german ? "oe" : "o"
      case "ü": name += language == .german ? "ue" : "u"
      case "à", "á", "â", "å": name += "a"
      case "è", "é", "ê", "ë": name += "e"
      case "ì", "í", "î", "ï": name += "i"
      case "ò", "ó", "ô": name += "o"
      case "ù", "ú", "û": name += "u"
      case "ñ": name += "n"
      case "ç": name += "c"
      case "ß": name += "ss"
      case "'", "’": break
      default: if name.last != "-", !name.isEmpty { name += "-" }
      }
      if name.utf8.count >= 40 { break }
    }
    while name.last == "-" { name.removeLast() }
    guard let first = name.first, first.isLetter else { return "reminders" }
    return name
  }
}
