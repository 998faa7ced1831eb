import Glibc
import Journal

// Another process on a journal, for the tests: what it stored it says, a line each, as soon as the journal says so.
//
//   journal-writer append JOURNAL SEED       appends batches until it is killed; says the last number after each
//   journal-writer claim JOURNAL NAME COUNT  claims slots 0 to COUNT - 1 one by one; says those that it got
//   journal-writer lock JOURNAL HOLDER       takes the run lock, says so, and keeps it until it is killed

/// Writes a line at once.
func say(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  guard write(STDOUT_FILENO, bytes, bytes.count) == bytes.count else { exit(1) }
}

func event(_ kind: String, _ number: Int, key: String? = nil, takes: [ClaimSlot] = []) -> NewRow {
  NewRow(
    at: "2026-03-12T09:00:00.000Z", day: "2026-03-12", kind: kind, customer: "C\(number % 7)", key: key,
    body: #"{"number":\#(number),"padding":"\#(String(repeating: "x", count: number % 900))"}"#, takes: takes)
}

func slot(_ number: Int) -> ClaimSlot {
  ClaimSlot(customer: "C\(number % 7)", invoice: "A\(number)", instalment: 0, tier: "first")
}

func append(_ store: JournalStore, seed: Int) throws {
  var number = seed
  while true {
    number = number &* 48_271 % 2_147_483_647
    let rows = (0...(number % 5)).map { index in
      let id = number / 8 &* 8 + index
      return event("claimed", id, key: "K\(id)", takes: [slot(id)])
    }
    do throws(JournalError) {
      let numbers = try store.append(rows)
      say("\(numbers.last ?? 0) \(rows.map { $0.key ?? "" }.joined(separator: " "))")
    } catch {
      // The numbers come round again after a while; what is taken stays taken.
      guard case .slotTaken = error.code else { throw error }
    }
  }
}

func claim(_ store: JournalStore, key: String, count: Int) throws {
  for number in 0..<count {
    do throws(JournalError) {
      try store.append([event("claimed", number, key: "\(key)-\(number)", takes: [slot(number)])])
      say("\(number)")
    } catch {
      guard case .slotTaken = error.code else { throw error }
    }
  }
}

let arguments = CommandLine.arguments
guard arguments.count >= 4 else { exit(2) }
do {
  let store = try JournalStore.open(arguments[2], mode: .create)
  switch arguments[1] {
  case "append": try append(store, seed: Int(arguments[3]) ?? 1)
  case "claim": try claim(store, key: arguments[3], count: arguments.last.flatMap { Int($0) } ?? 0)
  case "lock":
    try store.acquireRunLock(holder: arguments[3], now: "2026-03-12T09:00:00.000Z")
    say("locked")
    pause()
  default: exit(2)
  }
} catch {
  say("error: \(error)")
  exit(1)
}
