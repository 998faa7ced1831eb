import Receivables
import Replies
import Testing

/// Days that depend on another day, on a feast or on the calendar of a month. The mails come in on Wednesday, 4 March 2026.
@Suite struct DayFormsTests {
  @Test(arguments: [
    ("The board meets on 12 March. You will have the money the day after.", "2026-03-13"),
    ("The council sits on Monday. You will have the money the following day.", "2026-03-10"),
    ("Der Vorstand tagt am 12. März, wir überweisen am Tag darauf.", "2026-03-13"),
    ("Le bureau se réunit le 12 mars, nous payons le lendemain.", "2026-03-13"),
    ("La junta es el 12 de marzo, pagamos al día siguiente.", "2026-03-13"),
    ("Het bestuur vergadert op 12 maart, wij betalen de dag erna.", "2026-03-13"),
    ("Il consiglio è il 12 marzo, paghiamo il giorno dopo.", "2026-03-13"),
    ("We will pay two days before 19 March.", "2026-03-17"),
    ("We will pay the day after Easter Monday.", "2026-04-07"),
  ])
  func `a day is counted from the one that is named beside it`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    ("We will pay on the second Tuesday of the month.", "2026-03-10"),
    ("We will pay on the first Monday of the month.", "2026-04-06"),
    ("We will pay on the first Monday of next month.", "2026-04-06"),
    ("Wir zahlen am zweiten Dienstag im Monat.", "2026-03-10"),
    ("Wij betalen op de tweede dinsdag van de maand.", "2026-03-10"),
    ("Pagaremos el segundo martes del mes.", "2026-03-10"),
    ("Pagheremo il secondo martedì del mese.", "2026-03-10"),
    ("Nous paierons le deuxième mardi du mois.", "2026-03-10"),
  ])
  func `a weekday of a month is the next that comes`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    ("We will pay in the week of 16 March.", "2026-03-20"),
    ("Wir zahlen in der Woche vom 16. März.", "2026-03-20"),
    ("Nous paierons la semaine du 16 mars.", "2026-03-20"),
    ("Pagaremos la semana del 16 de marzo.", "2026-03-20"),
    ("Pagheremo la settimana del 16 marzo.", "2026-03-20"),
    ("Wir zahlen in der 12. Kalenderwoche.", "2026-03-20"),
  ])
  func `of the week of a day its Friday is meant`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    ("We will pay after Labor Day.", "2026-09-08"), ("We will pay before Thanksgiving.", "2026-11-25"),
    ("We will pay after Memorial Day.", "2026-05-26"),
    ("Wir zahlen gleich nach Pfingsten.", "2026-05-26"), ("Nous paierons avant la Saint-Jean.", "2026-06-23"),
    ("Wij betalen direct na de paasdagen.", "2026-04-07"), ("Pagheremo dopo Ferragosto.", "2026-08-16"),
  ])
  func `feasts are days, those that move too`(text: String, day: String) throws {
    // Of a feast months away only that it is read is shown: the mail comes in shortly before.
    let expected = try #require(Day(iso: day))
    #expect(try ReplyFixtures.understand(text, received: expected - 20).promise?.date == expected)
  }
}
