// Times the journal: `journal-timing FOLDER ROWS [WHAT…]`, where WHAT is append, batches, read, open, verify, export or import,
// all of them where none is named. `read` and what follows need what `batches` wrote in an earlier run or the same one.
//
// A product of Duly's own package, for only there is the journal in reach; Benchmarks/journal calls it.
import Glibc
import Journal

let arguments = CommandLine.arguments
guard arguments.count >= 3, let rows = Int(arguments[2]), rows > 0 else {
  print("usage: journal-timing FOLDER ROWS [append|batches|read|open|verify|export|import]…")
  exit(2)
}
let folder = arguments[1]
let wanted = Set(arguments.dropFirst(3))
let clock = ContinuousClock()

/// A claim as long as real ones are, of a message that nothing else claims.
func claim(_ number: Int) -> NewRow {
  NewRow(
    at: "2026-03-12T09:00:00.000Z", day: "2026-03-12", kind: "claimed", customer: "C\(number % 20_000)",
    key: "2026-03-12.C\(number % 20_000).\(number)",
    body:
      #"{"channel":"email","invoices":["A\#(number)"],"tier":"first","total":"1200.00 GBP","words":"\#(number)"}"#,
    takes: [ClaimSlot(customer: "C\(number % 20_000)", invoice: "A\(number)", instalment: 0, tier: "first")])
}

/// Prints what something took, and how much of it there was in a second.
func time(_ name: String, _ count: Int, _ body: () throws -> Void) throws {
  guard wanted.isEmpty || name.split(separator: " ").first.map({ wanted.contains(String($0)) }) == true else {
    return
  }
  let began = clock.now
  try body()
  let (seconds, attoseconds) = (clock.now - began).components
  let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  print(
    "\(name): \(count) in \(nanoseconds / 1_000_000) ms, \(Int64(count) * 1_000_000_000 / max(1, nanoseconds))/s"
  )
}

do {
  let single = min(rows, 2_000)
  try time("append one by one", single) {
    let store = try JournalStore.open("\(folder)/single.sqlite", mode: .create)
    for number in 0..<single { try store.append([claim(number)]) }
  }
  let batch = 1_000
  for size in [10, 100] where rows >= size {
    try time("batches of \(size)", single * size / 10) {
      let store = try JournalStore.open("\(folder)/batches-\(size).sqlite", mode: .create)
      for start in stride(from: 0, to: single * size / 10, by: size) {
        try store.append((start..<(start + size)).map(claim))
      }
    }
  }
  try time("batches of \(batch)", rows) {
    let store = try JournalStore.open("\(folder)/journal.sqlite", mode: .create)
    for start in stride(from: 0, to: rows, by: batch) {
      try store.append((start..<min(rows, start + batch)).map(claim))
    }
  }
  try time("read (opened without a check)", rows) {
    let store = try JournalStore.open("\(folder)/journal.sqlite", mode: .readOnly, check: .none)
    var bytes = 0
    try store.forEachRow { row in
      bytes += row.body.utf8.count
      return true
    }
  }
  try time("open with the quick check", rows) {
    _ = try JournalStore.open("\(folder)/journal.sqlite", mode: .readOnly)
  }
  try time("verify", rows) {
    let faults = try JournalStore.open("\(folder)/journal.sqlite", mode: .readOnly, check: .none).verify()
    if let fault = faults.first { print(fault) }
  }
  try time("export", rows) {
    guard let file = fopen("\(folder)/journal.jsonl", "w") else { throw POSIXFailure() }
    defer { fclose(file) }
    try JournalStore.open("\(folder)/journal.sqlite", mode: .readOnly, check: .none).export { bytes in
      guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw POSIXFailure() }
    }
  }
  try time("import", rows) {
    let lines = try ExportLines("\(folder)/journal.jsonl")
    try JournalStore.make("\(folder)/imported.sqlite") { () throws(JournalError) in try lines.next() }
  }
} catch {
  print(error)
  exit(2)
}

/// A file that could not be written.
struct POSIXFailure: Error {}
