import Foundation
import TestSupport
import Testing

/// `duly init` as somebody new runs it: with options, with questions, and with whatever people type.
@Suite struct InitTests {
  private static let acme = [
    "--name", "Acme Joinery Ltd", "--owner", "Priya Shah", "--email", "priya@acme.example",
  ]

  private func files(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  private func text(_ path: String, in folder: URL) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(path)), as: UTF8.self)
  }

  private func begin(_ options: [String], in folder: URL) throws -> BuiltCommand.Outcome {
    try BuiltCommand("duly").run(["init", "--as-of", "2026-03-02"] + options, in: folder)
  }

  @Test func `what it writes for any country validates without a word`() throws {
    let folder = try TemporaryFolder([:])
    let countries = [
      "AT", "AU", "BE", "CA", "CH", "DE", "DK", "ES", "FI", "FR", "GB", "IE", "IT", "LU", "NL", "NO", "NZ",
      "PL",
      "PT", "SE", "US",
    ]
    for country in countries {
      let outcome = try begin([country] + Self.acme + ["--country", country], in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    // In one process: nearly all of a run is starting it.
    let policies = countries.map { "\($0)/policies/acme-joinery-ltd.yaml" }
    let checked = try BuiltCommand("duly").run(["validate", "--fail-on", "note"] + policies, in: folder.url)
    #expect(checked.status == 0, "\(checked.output)")
    #expect(checked.errors == "21 policies checked: nothing found\n")
  }

  @Test(arguments: [["--country", "SE"], ["--country", "CH"], ["--country", "GB", "--currency", "JPY"]])
  func `its books are read and simulated, whatever the money`(options: [String]) throws {
    let folder = try TemporaryFolder([:])
    #expect(try begin(Self.acme + options, in: folder.url).status == 0)
    let duly = try BuiltCommand("duly")
    let simulated = try duly.run(
      "duly simulate --from 2026-03-02 --days 7 --letters --quiet --format ndjson", in: folder.url)
    #expect(simulated.status == 0 && simulated.errors.isEmpty, "\(simulated.errors)")
    #expect(!simulated.output.contains("letter_error") && !simulated.output.contains("ß"))
    // The first letters leave, and what is large is held: the thresholds are of the currency's size.
    let rows = try Letters.rows(simulated.output)
    #expect(rows.filter { $0["kind"] as? String == "message" }.count == 4)
    #expect(rows.contains { $0["escalation"] as? String == "large-and-late" })
    let books = try duly.run("duly books check --as-of 2026-03-02 --quiet", in: folder.url)
    #expect(books.status == 0, "\(books.output)")
  }

  @Test func `a whole project`() throws {
    let folder = try TemporaryFolder([:])
    let outcome = try begin(["joinery"] + Self.acme + ["--country", "gb"], in: folder.url)
    #expect(outcome.status == 0)
    var whole = outcome.output
    // The schema is no file that anybody writes; it is recorded as policies/policy.schema.json.
    for path in try files(in: folder.url) where path.contains(".") && !path.hasSuffix(".json") {
      whole += "\n======== \(path)\n" + (try text(path, in: folder.url))
    }
    expectGolden(whole, "init-joinery.txt")
  }

  @Test(arguments: ["en", "de", "fr", "nl", "es", "it"])
  func `its letters in each language`(language: String) throws {
    let folder = try TemporaryFolder([:])
    let country = ["en": "GB", "de": "DE", "fr": "FR", "nl": "NL", "es": "ES", "it": "IT"][language] ?? ""
    let options =
      Self.acme + ["--country", country, "--customers", language == "it" ? "consumers" : "businesses"]
    #expect(try begin(options, in: folder.url).status == 0)
    let simulated = try BuiltCommand("duly").run(
      "duly simulate --from 2026-03-02 --days 45 --customer bridge hill rosa --letters --quiet --format ndjson",
      in: folder.url)
    expectGolden(try Letters.once(eachOf: simulated.output), "init-letters-\(language).txt")
  }

  @Test func `its test says what the policy does`() throws {
    for start in ["usual", "gentle"] {
      let folder = try TemporaryFolder([
        "case/customers.csv": "customer_id,name,email\nC1,Bridge Street,ap@c1.example\n",
        "case/invoices.csv":
          "invoice_number,customer_id,issue_date,due_date,amount\nA1,C1,2026-02-02,2026-03-02,300\n",
      ])
      #expect(try begin(Self.acme + ["--country", "GB", "--start", start], in: folder.url).status == 0)
      let simulated = try BuiltCommand("duly").run(
        "duly simulate --books case --from 2026-03-02 --days 25 --quiet --format ndjson", in: folder.url)
      let days = try Letters.rows(simulated.output).filter { $0["kind"] as? String == "message" }.map {
        "{ on: \($0["on"] ?? ""), tier: \($0["tier"] ?? ""), tone: \($0["tone"] ?? ""), invoices: [A1] }"
      }
      let test = try text("policies/acme-joinery-ltd.test.yaml", in: folder.url)
      #expect(days.count == 2)
      #expect(days.allSatisfy(test.contains), "\(days)")
    }
  }

  @Test func `in a pipe it never asks, and names what it needs`() throws {
    let folder = try TemporaryFolder([:])
    let outcome = try begin(["--name", "Acme"], in: folder.url)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: --owner, --email, --country are needed where nobody can be asked; nothing was written\n")
    #expect(try files(in: folder.url).isEmpty)
  }

  @Test(arguments: [
    (["--email", "nobody"], "--email: `nobody` is no address such as `you@example.com`"),
    (["--country", "XX"], "--country: `XX` is none of AT, AU"),
    (["--language", "pl"], "--language: there are no letters in `pl` yet"),
    (["--currency", "quid"], "--currency: `quid` is no currency of ISO 4217"),
    (["--timezone", "Mars/Olympus"], "--timezone: `Mars/Olympus` is no time zone"),
    (["--terms", "999"], "--terms: `999` is no number of days from 0 to 365"),
    (["--books", "nowhere"], "--books: `nowhere` is no folder that is there"),
    (["--name", "two\nlines"], "--name: a name has no line breaks"),
    (
      ["--name", String(repeating: "x", count: 10_000)],
      "--name: 10000 characters are no name; 120 are the most"
    ),
    (["--name", "\u{202E}gnp.exe"], "--name: a name has no line breaks, control characters or marks"),
  ])
  func `an option that cannot be used is one clear error`(options: [String], message: String) throws {
    let folder = try TemporaryFolder([:])
    let outcome = try begin(Self.acme + ["--country", "GB"] + options, in: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try files(in: folder.url).isEmpty)
  }

  @Test func `nothing that is there is overwritten, and then nothing is written`() throws {
    let folder = try TemporaryFolder(["books/invoices.csv": "mine\n"])
    let outcome = try begin(Self.acme + ["--country", "GB"], in: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("`books/invoices.csv` is there already, and nothing is ever overwritten"))
    #expect(try files(in: folder.url) == ["books", "books/invoices.csv"])
    #expect(try text("books/invoices.csv", in: folder.url) == "mine\n")
  }

  @Test(arguments: [
    "Smith: \"Sons\" & 'Daughters' #1", "- {[*&!|>%@`", "{{ customer.name }}", "Ärzte am Ö 🦁", "null", "1e3",
    "\\\\n \\t", "مخبز النور", "~", "C'est l'été, n'est-ce pas?",
  ])
  func `a name comes out in the letters as it went in`(name: String) throws {
    let folder = try TemporaryFolder([:])
    // With `=`: a word that begins with a dash would be taken for an option.
    let outcome = try begin(
      [
        "--name=\(name) Ltd", "--owner=\(name) Jr", "--email", "a@b.example", "--country", "GB",
        "--pay-to=\(name) 20-20-15",
      ], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let duly = try BuiltCommand("duly")
    // A policy with an error is simulated by nobody; a finding would show here.
    let simulated = try duly.run(
      "duly simulate --from 2026-03-02 --days 1 --customer bridge --letters --quiet --format ndjson",
      in: folder.url)
    #expect(simulated.status == 0 && simulated.errors.isEmpty, "\(simulated.errors)")
    let letter = try #require(try Letters.rows(simulated.output).compactMap { $0["text"] as? String }.first)
    #expect(letter.contains("\n\(name) Jr\n\(name) Ltd"), "\(letter)")
    #expect(letter.contains("\n\(name) 20-20-15\n"), "\(letter)")
  }

  @Test func `on a terminal it asks, and asks again`() throws {
    let folder = try TemporaryFolder([:])
    let typed = [
      "Bridge & Sons", "Ruth Nolan", "ruth", "ruth@bridge.example", "Atlantis", "ie", "", "", "14", "con",
      "maybe", "no",
      "gentle", "", "",
    ]
    let outcome = try BuiltCommand("duly").run(
      ["init", "shop", "--as-of", "2026-03-02"], typing: typed.map { $0 + "\n" }.joined(), in: folder.url)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("`ruth` is no address such as `you@example.com`"))
    #expect(outcome.output.contains("say `yes` or `no`"))
    let policy = try text("shop/policies/bridge-sons.yaml", in: folder.url)
    #expect(policy.contains("currency: EUR") && policy.contains("language: en-IE"))
    #expect(policy.contains("send: 7 days after due") && !policy.contains("vip"))
    #expect(policy.contains("tell me what you can manage"))
    let invoices = try text("shop/books/invoices.csv", in: folder.url)
    #expect(invoices.contains("1001,bridge,2026-01-27,2026-02-10,480.00,EUR,open"))
  }

  @Test func `answers that end leave nothing behind`() throws {
    let folder = try TemporaryFolder([:])
    let outcome = try BuiltCommand("duly").run(["init", "shop"], typing: "Bridge & Sons\n", in: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("the answers ended; nothing was written"))
    #expect(try files(in: folder.url).isEmpty)
  }

  @Test func `books of one's own are named from wherever the project is`() throws {
    let folder = try TemporaryFolder([
      "export/customers.csv": "customer_id,name,email\nC1,Ada,ap@ada.example\n",
      "export/invoices.csv":
        "invoice_number,customer_id,issue_date,due_date,amount\nA1,C1,2026-01-01,2026-02-01,50\n",
    ])
    let outcome = try begin(
      ["deep/er"] + Self.acme + ["--country", "GB", "--books", "export"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let place = folder.url.appendingPathComponent("deep/er/policies")
    let simulated = try BuiltCommand("duly").run("duly simulate --from 2026-03-02 --quiet", in: place)
    #expect(simulated.status == 0 && simulated.output.contains("Ada"), "\(simulated.errors)")
  }

  @Test func `books inside the project are named from there, by whatever names books.yaml gives`() throws {
    let folder = try TemporaryFolder([
      "shop/export/books.yaml": "customers: { file: Kunden.csv }\ninvoices: { file: Rechnungen.csv }\n",
      "shop/export/Kunden.csv": "customer_id,name,email\nC1,Ada,ap@ada.example\n",
      "shop/export/Rechnungen.csv":
        "invoice_number,customer_id,issue_date,due_date,amount\nA1,C1,2026-01-01,2026-02-01,50\n",
    ])
    let outcome = try begin(
      ["shop"] + Self.acme + ["--country", "GB", "--books", "shop/export"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try text("shop/duly.yaml", in: folder.url).contains("books: { csv: \"export\" }"))
    let checked = try BuiltCommand("duly").run(
      "duly books check --as-of 2026-03-02", in: folder.url.appendingPathComponent("shop"))
    #expect(checked.status == 0 && checked.output.contains("Ada"), "\(checked.errors)")
  }
}
