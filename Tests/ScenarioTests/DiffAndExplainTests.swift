import Foundation
import TestSupport
import Testing

/// `duly diff` and `duly explain` as a person and a CI server run them.
@Suite struct DiffAndExplainTests {
  private static let acme = "policies/acme-joinery.yaml"
  private static let books = "--books examples/first-look/books"

  /// A copy of acme-joinery with parts of its text exchanged, in a folder of its own.
  private func changed(_ changes: [(String, String)]) throws -> TemporaryFolder {
    var text = String(
      decoding: try Data(contentsOf: BuiltCommand.root.appendingPathComponent(Self.acme)), as: UTF8.self)
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacingOccurrences(of: old, with: new)
    }
    return try TemporaryFolder(["new.yaml": text])
  }

  private func diff(_ folder: TemporaryFolder, _ options: String) throws -> BuiltCommand.Outcome {
    let outcome = try BuiltCommand("duly").run(
      "duly diff \(Self.acme) \(folder.url.path)/new.yaml \(Self.books) --from 2026-02-20 \(options)")
    return BuiltCommand.Outcome(
      status: outcome.status,
      output: outcome.output.replacingOccurrences(of: folder.url.path, with: "changed"),
      errors: outcome.errors)
  }

  @Test func `who hears what else, before it is merged`() throws {
    let folder = try changed([
      ("{ tier: first, send: 5 days after due }", "{ tier: first, send: 7 days after due, tone: plain }"),
      ("invoice.balance >= 10000", "invoice.balance >= 20000"),
    ])
    let text = try diff(folder, "--quiet --exit-code")
    #expect(text.status == 1, "\(text.errors)")
    // Lines of the policy move with it; what is compared here does not hang on them.
    let plain = text.output.replacingOccurrences(
      of: #"  changed/new\.yaml:\d+"#, with: "", options: .regularExpression
    )
    .replacingOccurrences(of: #"  policies/acme-joinery\.yaml:\d+"#, with: "", options: .regularExpression)
    expectGolden(plain, "diff.txt")
    let github = try diff(folder, "--quiet --format github --limit 2")
    #expect(github.status == 0)
    expectGolden(github.output, "diff.md")
  }

  @Test func `policies that mean the same are said to`() throws {
    let folder = try changed([
      ("  min_gap: 4 days\n", "  # a comment\n  min_gap:   '4 days'\n"),
      ("min_balance: 20 ", "min_balance: 20.00 "),
    ])
    let outcome = try diff(folder, "--exit-code --quiet")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasSuffix(
        "The two policies mean the same: every customer hears the same, whatever the books say.\n"))
  }

  @Test func `conditions that are written differently are proved to mean the same`() throws {
    let folder = try changed([
      ("customer.tagged(\"vip\")", "(!(!customer.tagged(\"vip\")))"),
      ("invoice.balance >= 10000", "(!(invoice.balance < 10000))"),
    ])
    let outcome = try diff(folder, "--exit-code --quiet")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("The two policies mean the same, by proof: "), "\(outcome.output)")
    let json = try diff(folder, "--quiet --format json")
    #expect(json.output.contains("\"proved\": true"), "\(json.output.prefix(400))")
  }

  @Test func `conditions that differ by one value are not said to mean the same`() throws {
    let folder = try changed([("invoice.balance >= 10000", "invoice.balance > 10000")])
    #expect(try !diff(folder, "--quiet").output.contains("mean the same"))
  }

  @Test func `no difference in these books is not the same`() throws {
    let outcome = try diff(
      try changed([("customer.invoices_paid >= 3", "customer.invoices_paid >= 300")]),
      "--quiet --days 2 --exit-code")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("does anything change in these days. The policies are not the same."))
  }

  @Test func `what cannot be compared is one clear error`() throws {
    let currency = try changed([
      ("currency: GBP", "currency: EUR"), ("rates: { EUR: 0.85 }", "rates: { GBP: 1.15 }"),
    ])
    let outcome = try diff(currency, "")
    #expect(
      outcome.status == 2 && outcome.errors.contains("different base currencies, GBP and EUR"),
      "\(outcome.errors)")
    let broken = try diff(try changed([("schedule: gentle", "schedule: gentlest")]), "")
    #expect(broken.status == 2 && broken.errors.contains("gentlest"))
  }

  @Test func `a day of one customer`() throws {
    let outcome = try BuiltCommand("duly").run(
      "duly explain \(Self.acme) --customer garside \(Self.books) --on 2026-03-05 --events examples/first-look/events.yaml"
    )
    #expect(outcome.status == 0)
    #expect(outcome.errors == "note: from the simulation, which begins on 2026-02-20 with an empty history\n")
    let plain = outcome.output.replacingOccurrences(of: #"  :\d+"#, with: "", options: .regularExpression)
    #expect(
      plain.contains(
        "quiet: `held-by-large-and-late`: a rule of the policy holds it until the owner releases it\n"))
    #expect(plain.contains("without it, `first` for 2080 would leave today\n"))
    #expect(plain.contains("5 days more, on Tue 2026-03-10: `first` for 2080, friendly (5 days after due)\n"))
    #expect(plain.contains("        invoice.balance = 14200 GBP\n        invoice.days_overdue = 50\n"))
  }

  @Test(arguments: [
    ("--customer garsid", "there is no customer `garsid` in the books; a similar one is `garside`"),
    ("--customer garside --invoice 2081", "`garside` has no invoice `2081`; a similar one is `2080`"),
    ("--customer garside --on 2026-02-19", "--on 2026-02-19 lies before 2026-02-20"),
    ("--customer garside --on soon", "--on `soon` is no day written YYYY-MM-DD"),
  ])
  func `what cannot be explained is one clear error`(options: String, message: String) throws {
    let outcome = try BuiltCommand("duly").run("duly explain \(Self.acme) \(Self.books) \(options)")
    #expect(outcome.status == 2 && outcome.errors.contains(message), "\(outcome.errors)")
  }
}
