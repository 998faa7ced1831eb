import Receivables
import Testing

@testable import Scaffold

/// The files of a new project, made without reading or writing any.
@Suite struct ProjectTests {
  private func answers(_ business: String = "Acme Joinery Ltd", country: String = "GB") throws
    -> ProjectAnswers
  {
    ProjectAnswers(
      business: business, owner: "Priya Shah", email: "priya@acme.example",
      country: try #require(Country(code: country)), today: try #require(Day(iso: "2026-03-02")))
  }

  @Test func `a project has a policy, a test, books and a file that says where they are`() throws {
    let project = Project(try answers())
    #expect(
      project.files.map(\.path) == [
        "duly.yaml", "policies/acme-joinery-ltd.yaml", "policies/acme-joinery-ltd.test.yaml",
        "books/books.yaml",
        "books/customers.csv", "books/invoices.csv", "books/payments.csv",
      ])
    #expect(project.files[0].text.contains("policies: [\(project.policy)]"))
  }

  @Test func `with books of one's own none are made up`() throws {
    var answers = try answers()
    answers.books = "/srv/export \"new\""
    let project = Project(answers)
    #expect(!project.files.contains { $0.path.hasPrefix("books/") })
    #expect(project.files[0].text.contains(#"books: { csv: "/srv/export \"new\"" }"#))
  }

  @Test func `the same answers make the same files`() throws {
    let (one, other) = (Project(try answers()), Project(try answers()))
    #expect(one.files.map(\.text) == other.files.map(\.text))
  }

  @Test(arguments: [
    ("Acme Joinery Ltd", "GB", "acme-joinery-ltd"), ("  Ünal & Söhne GmbH ", "DE", "uenal-soehne-gmbh"),
    ("Épicerie d'Élise", "FR", "epicerie-delise"), ("株式会社", "GB", "reminders"),
    ("24/7 Locks", "GB", "reminders"),
    ("--", "GB", "reminders"),
    (String(repeating: "long ", count: 40), "GB", "long-long-long-long-long-long-long-long"),
  ])
  func `a policy is named after the business`(business: String, country: String, name: String) throws {
    #expect(try answers(business, country: country).policyName == name)
  }

  @Test(arguments: [
    ("plain", #""plain""#), ("a \"b\" \\ c", #""a \"b\" \\ c""#), ("one\ntwo\tthree", #""one\ntwo\tthree""#),
    ("\u{0}\u{7}\u{85}\u{2028}", #""\u0000\u0007\u0085\u2028""#), ("# no: comment", "\"# no: comment\""),
    ("Löwe 🦁", #""Löwe 🦁""#),
  ])
  func `any text can be a scalar`(text: String, scalar: String) {
    #expect(YAMLText.quoted(text) == scalar)
  }

  @Test func `braces of an account open no tag`() {
    #expect(YAMLText.inTemplate("IBAN {{ x }} {{{") == "IBAN \\{{ x }} \\{{{")
  }

  @Test func `what a business is like shows in its policy`() throws {
    var answers = try answers()
    answers.hasVIPs = false
    answers.customers = .consumers
    answers.start = .gentle
    answers.howToPay = "Sort code 20-20-15\nAccount 55555555"
    let policy = try #require(Project(answers).files.first { $0.path == "policies/acme-joinery-ltd.yaml" })
      .text
    #expect(!policy.contains("vip") && !policy.contains("warm:"))
    #expect(policy.contains("send: 7 days after due") && policy.contains("respond_within: 14 days"))
    #expect(policy.contains("tell me what you can manage"))
    #expect(policy.contains("    Sort code 20-20-15\n    Account 55555555\n"))
  }

  @Test func `every country has a currency, and a code once`() {
    #expect(Country.all.allSatisfy { Currency(code: $0.currency) != nil })
    #expect(Set(Country.all.map(\.code)).count == Country.all.count)
    #expect(Country(code: "uk")?.code == "GB")
    #expect(Country(code: "ZZ") == nil)
  }
}
