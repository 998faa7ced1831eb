import MailReading
import Replies

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Learns what the words of each language lean to, and what themes lean to in any, and writes the tables.
//
// usage: learn-leanings OUT FOLDER-OR-FILE…
//        learn-leanings --across FOLDER-OR-FILE…
// `--across` writes nothing: each file of labelled replies (`.jsonl`) is understood by what was learnt from all others.
do {
  let arguments = CommandLine.arguments.dropFirst()
  guard let out = arguments.first, arguments.count > 1 else {
    print("usage: learn-leanings OUT|--across FOLDER-OR-FILE…")
    exit(2)
  }
  let shipped = try ShippedRules.read()
  let reader = ReplyReader(rules: shipped)
  let languages = shipped.languages.map(\.rules)
  let sources = try arguments.dropFirst().map { (path: $0, labelled: try Labelled.read($0, reader)) }
  if out == "--across" {
    try CrossCheck(sources, shipped).run()
    exit(0)
  }
  for (name, text) in Tables(sources.flatMap(\.labelled), languages).texts {
    let path = "\(out)/\(name).csv"
    guard let file = fopen(path, "w") else {
      print("\(path) cannot be written")
      exit(1)
    }
    fputs(text, file)
    fclose(file)
    print("\(name): \(text.utf8.count { $0 == 10 }) rows")
  }
} catch {
  print("\(error)")
  exit(1)
}
