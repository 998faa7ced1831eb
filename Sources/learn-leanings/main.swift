import MailReading
import Replies

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Learns what the words of each language lean to, what themes lean to in any, and what each piece of evidence counts, and
// writes the tables.
//
// usage: learn-leanings OUT FOLDER-OR-FILE…
do {
  let arguments = CommandLine.arguments.dropFirst()
  guard let out = arguments.first, arguments.count > 1 else {
    print("usage: learn-leanings OUT FOLDER-OR-FILE…")
    exit(2)
  }
  let shipped = try ShippedRules.read()
  let reader = ReplyReader(rules: shipped)
  let languages = shipped.languages.map(\.rules)
  let labelled = try arguments.dropFirst().flatMap { try Labelled.read($0, reader, languages) }
  var tables = Tables(labelled, languages)
  tables.add(CrossCheck(labelled, languages).weights())
  for (name, text) in tables.texts {
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
