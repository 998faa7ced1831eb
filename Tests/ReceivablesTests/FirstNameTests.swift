import Testing

@testable import Receivables

/// By what a letter greets somebody.
@Suite struct FirstNameTests {
  @Test(arguments: [
    ("Ada Lovelace", "Ada"), ("Anne-Marie O'Neill", "Anne-Marie"), ("Cher", "Cher"), (" Ruth  Nolan", "Ruth"),
    ("Drew Barker", "Drew"), ("Don Marsh", "Don"), ("Élise", "Élise"),
  ])
  func `the first word of a name greets its person`(name: String, first: String) {
    #expect(FirstName.of(name) == first)
  }

  @Test(arguments: [
    "Dr Lena Ortiz", "Dr. Karin Voss", "Mr & Mrs Birch", "Frau Lovelace", "Mme Lacroix",
    "Accounts at Garside",
    "Buchhaltung", "The Manager", "", "  ",
  ])
  func `a title or an office greets nobody`(name: String) {
    #expect(FirstName.of(name) == nil)
  }
}
