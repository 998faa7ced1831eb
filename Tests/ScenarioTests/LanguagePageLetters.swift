import Foundation
import TestSupport

/// The table of `docs/language.md` that shows what each tag of a template writes, as letters to two customers.
struct LanguagePageLetters {
  let rows: [CELPage.Row]
  /// What is other in Polish.
  let polishRows: [CELPage.Row]

  init(_ page: CELPage) {
    rows = page.tables(headed: ["write", "does", "in English"])
    polishRows = page.tables(headed: ["write", "in Polish"])
  }

  /// What the page shows of the letters.
  struct Texts {
    let english: [String]
    let german: [String]
    let polish: [String]
    /// The table of the invoices in English.
    let table: [String]
  }

  /// A letter that could not be had.
  private struct NoLetter: Error, CustomStringConvertible {
    let description: String
  }

  /// What the letters of a preview are taken from.
  private struct Preview: Decodable {
    struct Message: Decodable {
      let customer: String
      let tier: String
      let text: String?
    }
    let messages: [Message]
  }

  /// What each row writes.
  func texts() throws -> Texts {
    let folder = try TemporaryFolder([
      "policy.yaml": policy, "books/customers.csv": Self.customers, "books/invoices.csv": Self.invoices,
    ])
    let outcome = try BuiltCommand("duly").run(
      "duly simulate policy.yaml --books books --from 2026-03-12 --days 1 --format json --letters --quiet",
      in: folder.url)
    guard outcome.status == 0 else { throw NoLetter(description: outcome.output + outcome.errors) }
    let messages = try JSONDecoder().decode(Preview.self, from: Data(outcome.output.utf8)).messages
    func letter(_ customer: String) throws -> [String] {
      guard let text = messages.first(where: { $0.customer == customer })?.text else {
        throw NoLetter(description: "no letter to \(customer): \(outcome.output)")
      }
      return text.components(separatedBy: "¶\n")
    }
    let english = try letter("EN")
    return Texts(
      english: english.dropLast(), german: try letter("DE").dropLast(), polish: try letter("PL").dropLast(),
      table: (english.last ?? "").trimmingCharacters(in: .newlines).components(separatedBy: "\n"))
  }

  /// A policy whose words are the rows of the table, each between marks.
  private var policy: String {
    func body(_ rows: [CELPage.Row], _ indent: Int) -> String {
      (rows.map { "\($0.cells[0])¶" } + ["{{ invoice_table }}"]).map {
        String(repeating: " ", count: indent) + $0
      }.joined(separator: "\n")
    }
    return """
      duly: 1
      policy: letters
      business:
        name: Acme Joinery Ltd
        timezone: Europe/London
        currency: GBP
        sender: { name: Priya Shah, email: accounts@acme.example, reply_to: priya@acme.example }
        owner: { name: Tom Reed, email: tom@acme.example }
      segments:
        - { name: everyone, schedule: standard, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 10 days after due, respond_within: 7 days, charges: true, approval: owner }
      charges: { interest: { annual_rate: 9 % } }
      partials:
        account: |
          Acme Joinery Ltd, sort code 20-20-15, account 55555555
      tones:
        friendly:
          default:
            subject: a
            body: |
      \(body(rows, 14))
            de:
              subject: a
              body: |
      \(body(rows, 16))
            pl:
              subject: a
              body: |
      \(body(polishRows, 16))

      """
  }

  private static let customers = """
    customer_id,name,contact,email,language
    EN,Ada Ltd,Ada Brook,ada@ada.example,en
    DE,Bey GmbH,Bea Bey,bea@bey.example,de
    PL,Cis,Ela Cis,ela@cis.example,pl

    """
  private static let invoices = """
    invoice_number,customer_id,issue_date,due_date,amount
    A1,EN,2026-02-01,2026-03-02,1250.00
    B7,EN,2026-02-05,2026-03-06,80.00
    A1-2,DE,2026-02-01,2026-03-02,1250.00
    B7-2,DE,2026-02-05,2026-03-06,80.00
    A1-3,PL,2026-02-01,2026-03-02,1250.00

    """
}
