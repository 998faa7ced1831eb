import Receivables
import Testing

@testable import Books

/// Customers and the people at them.
@Suite struct CustomersTests {
  @Test func `all columns of a customer are read, and further ones become fields`() throws {
    let header =
      "customer_id,name,contact,email,phone,country,language,tags,kind,postal_address,since,revenue_12m,region,note\n"
    let account = try account([
      "customers.csv": header
        + "C1,\"Ada \"\"A\"\" Ltd\",Ada,ap@ada.example,+44 1,GB,en,vip;paper,public,\"1 High St\r\nLeeds\",2019-05-01,1234.5,North,\n",
      "invoices.csv": BooksFolder.invoices,
    ])
    let customer = account.customer
    #expect(customer.id.text == "C1")
    #expect(customer.name == "Ada \"A\" Ltd")
    #expect(customer.contact == "Ada")
    #expect(customer.phone == "+44 1")
    #expect(customer.country == "GB")
    #expect(customer.language == "en")
    #expect(customer.tags == ["vip", "paper"])
    #expect(customer.kind == .public)
    #expect(customer.postalAddress == "1 High St\r\nLeeds")
    #expect(customer.since == (try day("2019-05-01")))
    #expect(customer.revenue12m?.description == "1234.50 GBP")
    #expect(customer.fields.names == ["region", "note"])
    #expect(customer.fields.values == ["North", ""])
  }

  @Test func `what is empty is absent, and a customer is a business unless said`() throws {
    let account = try account([
      "customers.csv": "customer_id,name,contact,email,tags,kind,since\nC1,Ada,,,,,\n",
      "invoices.csv": BooksFolder.invoices,
    ])
    #expect(account.customer.contact == nil)
    #expect(account.customer.tags.isEmpty)
    #expect(account.customer.kind == .business)
    #expect(account.customer.since == nil)
    #expect(account.customer.people.isEmpty)
  }

  @Test func `the customer's own address is billing where no row says so`() throws {
    let snapshot = try books([
      "contacts.csv":
        "customer_id,role,email,name,language,phone\nC1,director,d@ada.example,Dee,de,1\nC2,billing,b@bolt.example,,,\n",
      "invoices.csv": BooksFolder.invoices,
    ])
    let people = snapshot.accounts.map { $0.customer.people.map { "\($0.role) \($0.email)" } }
    #expect(people == [["billing ap@ada.example", "director d@ada.example"], ["billing b@bolt.example"]])
    #expect(snapshot.accounts.first?.customer.people.last?.language == "de")
  }

  @Test func `an address that cannot be used stays, marked`() throws {
    let account = try account([
      "customers.csv": "customer_id,name,email\nC1,Ada,ap at ada\n", "invoices.csv": BooksFolder.invoices,
    ])
    #expect(account.customer.people.map(\.hasUsableAddress) == [false])
  }

  @Test func `accounts are in order of id, whatever the order of the rows`() throws {
    let snapshot = try books([
      "customers.csv": "customer_id,name\nC2,b\nC10,c\nC1,a\né,d\n", "invoices.csv": BooksFolder.invoices,
    ])
    #expect(snapshot.accounts.map(\.customer.id.text) == ["C1", "C10", "C2", "é"])
  }

  @Test func `further columns of an invoice are kept with its order, link and file`() throws {
    let account = try account([
      "invoices.csv":
        "invoice_number,customer_id,issue_date,due_date,amount,purchase_order,payment_url,pdf,project\n"
        + "A1,C1,2026-01-01,2026-02-01,1,PO7,https://pay.example/1,a1.pdf,Roof\n"
    ])
    let details = try #require(account.receivables.first?.details)
    #expect(details.purchaseOrder == "PO7")
    #expect(details.paymentURL == "https://pay.example/1")
    #expect(details.pdf == "a1.pdf")
    #expect(details.fields.names == ["project"])
    #expect(details.fields.values == ["Roof"])
  }
}
