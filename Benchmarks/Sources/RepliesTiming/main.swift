import MailReading
import Replies

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Understands every mail of a labelled folder so many times, and says how long one took and what it scored.
//
// usage: replies-timing DIR [TIMES] [RULES]
// RULES is a folder of rule files to be read instead of the program's own.
// TIMES 0 times nothing, and prints what was understood of mails of which nobody said what they say.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func kibibytesInUse() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
  print("usage: replies-timing DIR [TIMES] [RULES]")
  exit(2)
}
let times = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
do {
  let start = now()
  let reader = ReplyReader(
    rules: try ShippedRules.read(folder: arguments.count > 3 ? arguments[3] : nil, alone: arguments.count > 3)
  )
  let loaded = now()
  let entries = try LabelledFolder(arguments[1]).entries
  let mails = try entries.map { try LabelledFolder.bytes($0.path) }
  var score = ReplyScore()
  for (entry, bytes) in zip(entries, mails) {
    guard let mail = MailReader.read(bytes) else { continue }
    let understanding = reader.understand(mail, context: entry.context)
    guard let truth = entry.truth else {
      if times == 0 { print(understanding.json(file: entry.file)) }
      continue
    }
    let differences = score.count(understanding, truth)
    if !differences.isEmpty {
      print("\(entry.file): \(differences.joined(separator: "; "))")
      for ground in understanding.grounds {
        print("    \(ground.decision) \(ground.rule) \"\(ground.words)\"")
      }
      print("    | \(understanding.visibleReply.split(separator: "\n").joined(separator: "\n    | "))")
    }
  }
  print(
    "rules \(Int((loaded - start) * 1e6)) µs; primary \(score.primary.percent), promise \(score.promiseDate.percent), return \(score.dayOfReturn.percent), visible \(score.visibleReply.percent), reason \(score.disputeReason.percent), person \(score.needsPerson.percent), dangerous \(score.wrongSilence) + \(score.missed) of \(score.mails)"
  )
  let before = kibibytesInUse()
  let begin = now()
  for _ in 0..<times {
    for (entry, bytes) in zip(entries, mails) {
      guard let mail = MailReader.read(bytes) else { continue }
      _ = reader.understand(mail, context: entry.context)
    }
  }
  let count = Double(times * mails.count)
  print(
    "\(Int(count / (now() - begin))) mails a second, \(kibibytesInUse() - before) KiB more at most than after the first round"
  )
} catch let error as ShippedRules.RuleError {
  print(error.message)
  exit(1)
} catch let error as LabelledFolder.FolderError {
  print(error.message)
  exit(1)
}
