import Receivables
import TestSupport
import Testing

@Suite struct AccountTests {
  private static let parts = instalments(
    "A1", issued: "2026-01-01", [("50", "2026-02-01"), ("30", "2026-03-01"), ("20", "2026-04-01")])

  @Test func `a payment settles the oldest due first and says what it left open`() {
    var account = account(Self.parts)
    let open = account.receive(money("60"), on: "2026-02-10", at: account.places(named: "A1"))
    #expect(account.receivables.map(\.balance) == [money("0"), money("20"), money("20")])
    #expect(open == [1])
    #expect(account.credits.isEmpty)
    #expect(account.receivables.map(\.lastPaid) == ["2026-02-10", "2026-02-10", "2026-02-10"])
  }

  @Test func `a surplus becomes credit`() {
    var account = account(Self.parts)
    let open = account.receive(money("110.50"), on: "2026-02-10", at: account.places(named: "A1"))
    #expect(open.isEmpty)
    #expect(account.receivables.allSatisfy { $0.balance.minorUnits == 0 })
    #expect(account.credits == [money("10.50")])
  }

  @Test func `a payment of one instalment leaves the others alone`() {
    var account = account(Self.parts)
    let open = account.receive(money("10"), on: "2026-02-10", at: account.places(named: "A1/2"))
    #expect(open == [1])
    #expect(account.receivables.map(\.balance) == [money("50"), money("20"), money("20")])
    #expect(account.receivables[0].lastPaid == nil)
  }

  @Test func `the last payment is the latest, in whatever order they are told`() {
    var account = account([invoice("A1", due: "2026-02-01")])
    _ = account.receive(money("10"), on: "2026-02-10", at: [0])
    _ = account.receive(money("10"), on: "2026-02-05", at: [0])
    #expect(account.receivables[0].lastPaid == "2026-02-10")
  }

  @Test func `a number means all of its parts and a part only itself`() {
    let account = account(
      Self.parts + [invoice("A1/2x", due: "2026-02-01"), invoice("A2", due: "2026-02-01")])
    #expect(account.places(named: "A1") == [0, 1, 2])
    #expect(account.places(named: "A1/3") == [2])
    #expect(account.places(named: "A1/4").isEmpty)
    #expect(account.places(named: "A2/1").isEmpty)
    #expect(account.firstPlace(ofNumberAt: 2) == 0)
    #expect(account.firstPlace(ofNumberAt: 4) == 4)
  }

  @Test func `a number that looks like an instalment is still a number`() {
    let account = account(Self.parts + [invoice("A1/2", due: "2026-02-01")])
    #expect(account.places(named: "A1/2").map { account.receivables[$0].id.instalment } == [0])
  }

  @Test func `credit is kept currency by currency`() {
    let account = account(credits: ["10", "5 EUR", "2.50"], [])
    #expect(account.credits == [money("12.50"), money("5 EUR")])
  }

  @Test func `parts stand in order of number and instalment, by their bytes`() {
    let account = account(
      [invoice("é", due: "2026-02-01"), invoice("b", due: "2026-02-01"), invoice("B", due: "2026-02-01")]
        + Self.parts.reversed())
    #expect(account.receivables.map { "\($0.id)" } == ["A1/1", "A1/2", "A1/3", "B", "b", "é"])
  }

  @Test func `a part is open from its issue day on while it has a balance`() {
    let account = account([
      invoice("A1", due: "2026-03-31", issued: "2026-03-01"), invoice("A2", due: "2026-03-31", balance: "0"),
    ])
    #expect(!account.isOpen(0, on: "2026-02-28"))
    #expect(account.isOpen(0, on: "2026-03-01"))
    #expect(!account.isOpen(1, on: "2026-03-20"))
  }

  @Test(arguments: [
    ("ap@ada.example", true), ("a@b", true), ("", false), ("ada", false), ("@b", false), ("a@", false),
    ("a@b@c", false), ("a b@c", false), ("a@b\n", false), ("a@b\u{A0}c", false), ("\u{7F}a@b", false),
  ])
  func `an address is usable with one sign, something on both sides and no space`(
    _ email: String, _ isUsable: Bool
  ) {
    #expect(Person(role: "billing", email: email).hasUsableAddress == isUsable)
  }
}
