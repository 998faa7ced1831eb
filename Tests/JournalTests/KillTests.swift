import TestSupport
import Testing

@testable import Journal

@Suite struct KillTests {
  /// One journal through many kills: each round begins where the last one was cut off.
  @Test func `whatever the journal said is stored is there after a kill at any instant, and the chain holds`()
    throws
  {
    let folder = try JournalFolder()
    let path = folder.path()
    _ = try folder.open()
    var stored: [String: Int64] = [:]
    let seeds = RandomCases.seeds(20)
    for seed in seeds {
      var random = SplitMix64(seed: seed)
      let writer = try WriterProcess(["append", path, "\(seed)"])
      var lines: [String] = []
      for _ in 0..<random.number(0...12) { if let line = writer.line() { lines.append(line) } }
      // Somewhere within the next commits, by a count of steps and not by the clock.
      var steps = random.number(0...200_000)
      while steps > 0 { steps -= 1 }
      lines += try writer.kill()
      for line in lines {
        let words = line.split(separator: " ").map(String.init)
        let last = try #require(words.first.flatMap { Int64($0) }, "seed \(seed): \(line)")
        for (index, key) in words.dropFirst().reversed().enumerated() { stored[key] = last - Int64(index) }
      }
      // A reader gets on with what was left behind as well as a writer.
      let store = try folder.open(mode: random.chance(50) ? .readOnly : .readWrite)
      try #require(try store.verify().isEmpty, "seed \(seed)")
      let rows = try store.all()
      var found: [String: Int64] = [:]
      for row in rows { if let key = row.key { found[key] = row.seq } }
      for (key, seq) in stored { try #require(found[key] == seq, "seed \(seed): \(key)") }
      #expect(try store.takenSlots().count == rows.count, "seed \(seed)")
    }
    #expect(stored.count > seeds.count)
  }

  @Test func `a kill while the journal is made leaves nothing that keeps the next from making it`() throws {
    for seed in RandomCases.seeds(10) {
      let folder = try JournalFolder()
      var random = SplitMix64(seed: seed)
      let writer = try WriterProcess(["append", folder.path(), "\(seed)"])
      // Making a journal takes some milliseconds: the steps end before, within and after it.
      var steps = random.number(0...3_000_000)
      while steps > 0 { steps -= 1 }
      let said = try writer.kill().count
      let store = try folder.open()
      #expect(try store.verify().isEmpty, "seed \(seed)")
      #expect(try store.lastSeq() >= Int64(said), "seed \(seed)")
      #expect(try store.append([Sample.event()]).count == 1)
    }
  }

  @Test func `a process that is killed leaves no run lock behind`() throws {
    let folder = try JournalFolder()
    let store = try folder.open()
    let holder = try WriterProcess(["lock", folder.path(), "the other run"])
    #expect(holder.line() == "locked")
    let error = #expect(throws: JournalError.self) {
      try store.acquireRunLock(holder: "this run", now: "2026-03-12T10:00:00.000Z")
    }
    #expect(error?.code == .runLockHeld)
    #expect(error?.message.contains("the other run, since 2026-03-12T09:00:00.000Z") == true)
    _ = try holder.kill()
    try store.acquireRunLock(holder: "this run", now: "2026-03-12T10:00:00.000Z")
  }
}
