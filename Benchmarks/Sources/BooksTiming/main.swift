// Times the reading of a folder of books: `books-timing FOLDER RUNS`, one line of nanoseconds a run.
//
// A product of Duly's own package, for only there is the reader in reach; CSVBenchmark calls it.
import Books
import Glibc
import Receivables

let arguments = CommandLine.arguments
guard arguments.count == 3, let runs = Int(arguments[2]), runs > 0, let base = Currency(code: "GBP"),
  let start = Day(iso: "2026-01-05")
else {
  print("usage: books-timing FOLDER RUNS")
  exit(2)
}
let clock = ContinuousClock()
do {
  for _ in 0..<runs {
    let began = clock.now
    let snapshot = try BooksReader.read(
      folder: arguments[1], baseCurrency: base, from: start, keepingPayments: false)
    let (seconds, attoseconds) = (clock.now - began).components
    let receivables = snapshot.accounts.reduce(0) { $0 + $1.receivables.count }
    print(seconds * 1_000_000_000 + attoseconds / 1_000_000_000, receivables)
  }
} catch {
  print(error)
  exit(2)
}
