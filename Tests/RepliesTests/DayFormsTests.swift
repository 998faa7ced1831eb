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

  @Test(arguments: [
    ("We'll pay in 3 to 5 working days.", "2026-03-11"),
    ("You will have it in two to three weeks.", "2026-03-25"),
    ("Will be released within 2-3 days.", "2026-03-07"), ("You'll be paid in a week or two.", "2026-03-18"),
    ("We'll pay within the next fortnight.", "2026-03-18"),
    ("You will be paid in twenty-one days at most.", "2026-03-25"),
    ("You'll be paid not this Friday but the one after.", "2026-03-13"),
    ("Two Fridays from now you'll get it.", "2026-03-13"),
    ("We do payments on Thursdays, yours is in.", "2026-03-05"),
    ("I'll pay later in the week.", "2026-03-06"),
    ("I'll pay first thing in the morning.", "2026-03-05"),
    ("You'll be paid w/c Monday 9 March.", "2026-03-13"),
    ("We'll pay at month end in April.", "2026-04-30"), ("We'll pay by end-April.", "2026-04-30"),
    ("We'll pay on the last Friday of each month.", "2026-03-27"),
    ("We'll pay by 1st week of April.", "2026-04-07"),
    ("We'll pay by end of Q1.", "2026-03-31"), ("Sorted by EOFY, mate, I'll pay it.", "2026-06-30"),
    ("We'll pay before the Easter weekend.", "2026-04-02"), ("We'll pay on 10th prox.", "2026-04-10"),
    ("We'll pay by the 30th or 31st.", "2026-03-31"), ("I'll pay this day week.", "2026-03-11"),
    ("We'll pay on or before 12 March 2026.", "2026-03-12"),
    ("We'll pay no later than the 12 May 2026.", "2026-05-12"),
  ])
  func `English names days in many ways`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    ("Ich zahle in zwei bis drei Wochen.", "2026-03-25"), ("Ich zahle in 2-3 Tagen.", "2026-03-07"),
    ("Ich zahle innert 10 Tagen.", "2026-03-14"), ("Von heute an zwei Wochen, dann zahle ich.", "2026-03-18"),
    ("Wir zahlen übernächsten Freitag.", "2026-03-13"),
    ("Die Rechnung wird zum Wochenbeginn bezahlt.", "2026-03-09"),
    ("Zahlung erfolgt Ende KW 12.", "2026-03-20"),
    ("Die Rechnung wird im zweiten Quartal überwiesen.", "2026-06-30"),
    ("Wir zahlen am Mittwoch nach Ostern.", "2026-04-08"),
    ("Am Montag ab 10 Uhr überweise ich.", "2026-03-09"),
    ("Ich überweise am 10. Frohe Ostern!", "2026-03-10"), ("Wir zahlen bis April.", "2026-04-30"),
    ("Der Vorstand tagt am 12. März, zwei Tage später zahlen wir.", "2026-03-14"),
    ("Ich weise den Betrag am Freitag an.", "2026-03-06"),
  ])
  func `German names days in many ways`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    ("Ik betaal over twee tot drie weken.", "2026-03-25"), ("Ik betaal binnen 2-3 dagen.", "2026-03-07"),
    ("Ik betaal binnen de 8 dagen.", "2026-03-12"), ("Ik betaal op vrijdag de dertiende.", "2026-03-13"),
    ("Betaling volgt twaalf maart.", "2026-03-12"), ("Ik betaal vrijdagnamiddag.", "2026-03-06"),
    ("Betaling volgt eind week 12.", "2026-03-20"), ("Ik betaal in het tweede kwartaal.", "2026-06-30"),
    ("Ik betaal de woensdag na Pasen.", "2026-04-08"), ("Ik betaal maandag vanaf 10 uur.", "2026-03-09"),
    ("Ik betaal de 10e. Fijne paasdagen!", "2026-03-10"), ("Ik betaal maandag e.k.", "2026-03-09"),
  ])
  func `Dutch names days in many ways`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    ("Je vous paierai lundi dans la matinée.", "2026-03-09"),
    ("Le virement part lundi 9 en fin de journée.", "2026-03-09"),
    ("Je vous paierai demain jeudi avant midi.", "2026-03-05"),
    ("Je vous paierai le quinze mars.", "2026-03-15"),
    ("Je vous paierai le vingt-cinq mars.", "2026-03-25"),
    ("Nous paierons dans les premiers jours d'avril.", "2026-04-01"),
    ("Nous paierons au milieu du mois d'avril.", "2026-04-15"),
    ("Nous paierons en semaine 12.", "2026-03-20"),
    ("Nous paierons d'ici deux ou trois jours.", "2026-03-07"),
    ("Nous paierons sous 5 jours ouvrés.", "2026-03-11"),
    ("Nous paierons dans le courant du mois prochain.", "2026-04-30"),
    ("Nous paierons d'ici à une semaine.", "2026-03-11"),
  ])
  func `French names days in many ways`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    ("Le pagaré el lunes por la mañana.", "2026-03-09"),
    ("Te transfiero el lunes a la tarde.", "2026-03-09"),
    ("Os pago el lunes 9 por la mañana.", "2026-03-09"),
    ("Os pago mañana jueves a mediodía.", "2026-03-05"),
    ("Os pago pasado mañana por la mañana.", "2026-03-06"),
    ("Le pagaré el diez de marzo.", "2026-03-10"),
    ("Le pagaré el treinta y uno de marzo.", "2026-03-31"),
    ("Le pagaremos en la semana 12.", "2026-03-20"),
    ("Le pagaré el próximo viernes 13.", "2026-03-13"),
    ("Le pagaré antes de que termine marzo.", "2026-03-31"),
    ("Le pagaremos al cierre del mes.", "2026-03-31"),
    ("Le pagaré este fin de semana.", "2026-03-08"),
    ("Le pagaremos dentro de los próximos 5 días hábiles.", "2026-03-11"),
  ])
  func `Spanish names days in many ways`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    ("Vi pagherò lunedì in mattinata.", "2026-03-09"),
    ("Vi pagherò lunedì 9 nel pomeriggio.", "2026-03-09"),
    ("Vi pagherò domani l'altro.", "2026-03-06"),
    ("Vi pagherò domani giovedì in giornata.", "2026-03-05"),
    ("Vi pagherò il quindici marzo.", "2026-03-15"),
    ("Pagheremo nella settimana dal 16 al 20 marzo.", "2026-03-20"),
    ("Pagheremo in settimana 12.", "2026-03-20"),
    ("Pagheremo nei primi giorni di aprile.", "2026-04-01"),
    ("Pagheremo nel corso del mese prossimo.", "2026-04-30"),
    ("Pagheremo il 10 del mese che viene.", "2026-04-10"),
    ("Pagheremo venerdì della settimana successiva.", "2026-03-13"),
    ("Pagheremo nelle 48 ore.", "2026-03-06"),
    ("Pagheremo entro Pasqua.", "2026-04-04"),
  ])
  func `Italian names days in many ways`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    ("We will pay, value date 02-Apr-2026.", "2026-04-02"), ("We will pay on 2/apr/26.", "2026-04-02"),
    ("Wir zahlen in KW12.", "2026-03-20"), ("Nous paierons en S13.", "2026-03-27"),
    ("Wir zahlen am Montag der KW 12.", "2026-03-16"), ("We betalen dinsdag in week 12.", "2026-03-17"),
    ("Paghiamo venerdì 17.", "2026-04-17"), ("We will pay on Friday the 17th.", "2026-04-17"),
    ("Wir zahlen am Ersten.", "2026-04-01"), ("Am Zwanzigsten kommt das Geld.", "2026-03-20"),
    ("We betalen t.e.m. 20 maart.", "2026-03-20"), ("Pagamos el sáb. 21 de marzo.", "2026-03-21"),
  ])
  func `days are read however they are written`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    ("We will pay on 3/14.", "2026-03-14"), ("Your invoice of 2/20 gets paid on 4/3.", "2026-04-03"),
    ("Your invoice of 20/2 gets paid on 5/3.", "2026-03-05"),
    // Read as 5 December it would be nine months away.
    ("We will pay on 4/12.", "2026-04-12"), ("We will pay on 12/3.", "2026-03-12"),
  ])
  func `which of two figures is the month is what the mail makes likely`(text: String, day: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == Day(iso: day))
  }

  @Test(arguments: [
    "The first £640 is what we owe, we agree. We will pay.", "The 10% off is fine. We will pay.",
    "We will pay. The office opens from 8.30.", "Wir zahlen. Schönes Wochenende!",
    "We zullen betalen. Fijne kerst!",
  ])
  func `what is no day is none`(text: String) throws {
    #expect(try ReplyFixtures.understand(text).promise?.date == nil)
  }

  @Test func `an elision is a word of a rule`() throws {
    #expect(try ReplyFixtures.understand("Nous n'avons pas encore payé.").claimsPaid == nil)
    let understanding = try ReplyFixtures.understand("Nous n'avons rien payé, nous n'avons rien reçu.")
    #expect(understanding.claimsPaid == nil)
  }
}
