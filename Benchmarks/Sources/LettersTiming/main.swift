// Times the rendering of letters alone, on one core: `letters-timing COUNT RUNS`, one line of letters a second a run.
//
// Twelve lines with a table of three invoices, in English; Benchmarks/with_minijinja.py renders the same words. A
// product of Duly's own package, for only there is the renderer in reach; Benchmarks/measure calls it.
import CEL
import Glibc
import Letters
import Receivables
import Vocabulary

/// The facts of one letter, by the slots of `Vocabulary.letters`.
final class SampleLetter: LetterFacts {
  private let values: [Value]
  let invoiceLines: [InvoiceLine]

  init(_ number: Int, _ currency: CurrencyCode) {
    invoiceLines = (0..<3).map { place in
      let amount = Decimal(mantissa: Int128(number % 9_000_00 + 1_000_00 * place + 1), scale: 2)
      return InvoiceLine(
        number: "INV-\(10_000_000 + number + place)", due: Int32(20_400 + (number + place) % 120),
        open: MoneyAmount(amount: amount, currency: currency))
    }
    values = Vocabulary.letterFacts.map { fact in
      switch fact {
      case .letter(.senderName): .string("Priya Shah")
      case .letter(.businessName): .string("Acme Joinery Ltd")
      case .letter(.recipientFirstName): .string("Ada")
      case .letter(.totalDue): .money(MoneyAmount(amount: Decimal(Int64(number + 1)), currency: currency))
      default: .null
      }
    }
  }

  func fact(_ slot: Int) -> Value { values[slot] }
}

let body = """
  Hello {{ recipient.first_name.or("there") }},

  these are past their due dates, {{ money(total_due) }} in all:

  {{ invoice_table }}

  Please pay to sort code 20-20-15, account 55555555, or reply
  with the day on which you will.

  {{ sender.name }}
  {{ business.name }}
  """

let arguments = CommandLine.arguments
guard arguments.count == 3, let count = Int(arguments[1]), count > 0, let runs = Int(arguments[2]),
  let pounds = CurrencyCode("GBP")
else {
  print("usage: letters-timing COUNT RUNS")
  exit(2)
}
let (template, issues) = LetterTemplate.check(
  subject: "Your account with {{ business.name }}", body: body, rates: MoneyRates(base: pounds))
guard let template else {
  print(issues)
  exit(2)
}
let language = LetterLanguage("en")
let letters = (0..<1000).map { SampleLetter($0 * 37, pounds) }
do {
  for _ in 0..<runs {
    var bytes = 0
    let began = ContinuousClock.now
    for number in 0..<count {
      bytes += try template.render(letters[number % letters.count], language: language).text.utf8.count
    }
    let seconds = (ContinuousClock.now - began) / Duration.seconds(1)
    print(Int(Double(count) / seconds), bytes / count)
  }
} catch {
  print(error)
  exit(2)
}
