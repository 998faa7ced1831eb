import Receivables

/// Books to try a policy with: five made-up customers, and of each kind of trouble one.
struct StarterBooks {
  private let answers: ProjectAnswers

  init(_ answers: ProjectAnswers) { self.answers = answers }

  private static let ids = ["bridge", "hill", "rosa", "mill", "kite"]

  /// An invoice: whose, due so many days from today (negative before it), for how much, paid how much.
  private static let invoices: [(customer: Int, due: Int, amount: Int, paid: Int)] = [
    (0, -20, 480, 0), (0, 2, 260, 0), (1, -12, 2150, 0), (1, 16, 975, 0), (2, -31, 900, 400),
    (2, -75, 640, 640),
    (3, -45, 6800, 0), (3, -6, 1240, 0), (4, -8, 320, 0), (4, -40, 1150, 1150), (4, 16, 410, 0),
  ]

  var customers: String {
    let kind = answers.customers == .businesses ? "business" : "consumer"
    var rows = "customer_id,name,contact,email,country,tags,kind\n"
    for (id, customer) in zip(StarterBooks.ids, answers.language.words.customers) {
      let tags = answers.hasVIPs && id == "hill" ? "vip" : ""
      rows +=
        "\(id),\(customer.name),\(customer.person),accounts@\(id).example,\(answers.country.code),\(tags),\(kind)\n"
    }
    return rows
  }

  var invoices: String {
    var rows = "invoice_number,customer_id,issue_date,due_date,amount,currency,status\n"
    for (number, invoice) in StarterBooks.invoices.enumerated() {
      let due = answers.today + invoice.due
      let issued = min(due - answers.terms, answers.today - 4)
      let status = invoice.paid == invoice.amount ? "paid" : "open"
      rows +=
        "\(1001 + number),\(StarterBooks.ids[invoice.customer]),\(issued),\(due),\(amount(invoice.amount)),"
        + "\(answers.currency),\(status)\n"
    }
    return rows
  }

  var payments: String {
    var rows = "payment_date,customer_id,amount,invoice_number,currency\n"
    for (number, invoice) in StarterBooks.invoices.enumerated() where invoice.paid > 0 {
      let day = answers.today + invoice.due + 11
      rows +=
        "\(day),\(StarterBooks.ids[invoice.customer]),\(amount(invoice.paid)),\(1001 + number),\(answers.currency)\n"
    }
    return rows
  }

  /// An amount of about so many euros, with the decimals of its currency.
  private func amount(_ euros: Int) -> String {
    let decimals = Currency(code: answers.currency)?.minorDigits ?? 0
    let zeros = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
    return "\(answers.amount(ofEuros: euros))\(zeros)"
  }

  var settings: String {
    """
    # Made-up books to try a policy with. Replace these files by an export of your own: customers.csv, invoices.csv and
    # payments.csv, in these columns or in others that you name here.
    as_of: \(answers.today)                         # the day on which the books were drawn up
    currency: \(answers.currency)

    """
  }
}
