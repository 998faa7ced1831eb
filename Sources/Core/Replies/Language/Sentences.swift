/// Cuts the parts of a visible reply into sentences.
enum Sentences {
  /// Shorter lines are not wrapped: what comes after them begins anew.
  private static let wrapped = 46

  private static let abbreviations: Set<String> = [
    "no", "nr", "inv", "ref", "mr", "mrs", "ms", "dr", "hr", "fr", "ca", "approx", "sig", "sr", "sra", "st",
    "num",
    "n", "z", "b", "d", "h", "tel", "art", "bzw", "incl", "inkl", "zzgl", "evtl", "ggf", "vs", "ej", "p",
    "dhr",
    "mevr", "fra", "ft", "fact", "rech", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct",
    "okt", "nov", "dec", "dez", "dic", "gen", "ene", "ago", "lug", "set", "ott", "mon", "tue", "wed", "thu",
    "fri",
    "sat", "sun", "acct", "vto", "vl", "jl", "gr", "mvg", "mvrgr", "vr", "sem", "sett", "giov", "merc", "ven",
    "vend", "jeu", "dim", "sam", "mie", "jue", "vie", "sab", "dom", "dpto",
  ]

  /// The sentences of a text as runs of tokens, in order.
  static func split(_ text: String) -> [[Token]] {
    let tokens = Tokenizer.tokens(of: text)
    let bytes = Array(text.utf8)
    var sentences: [[Token]] = []
    var current: [Token] = []
    for (index, token) in tokens.enumerated() {
      if let last = current.last, token.lines > 0, endsLine(last, token, current, bytes) {
        sentences.append(current)
        current = []
      }
      current.append(token)
      if ends(at: index, tokens) || current.count >= 120 {
        sentences.append(current)
        current = []
      }
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }

  private static func endsLine(_ last: Token, _ next: Token, _ current: [Token], _ bytes: [UInt8]) -> Bool {
    if next.lines > 1 { return true }
    if next.kind == .sign, next.text == "-" || next.text == "*" || next.text == "•" { return true }
    var start = last.range.upperBound
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    var end = last.range.upperBound
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    if end - start >= wrapped { return false }
    // A short line goes on only where it ends in the middle of something.
    return next.isCapital || last.kind == .sign || end - start < 36
  }

  private static func ends(at index: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[index]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if case .number(_, ordinal: true) = token.kind, let next, next.isCapital, next.lines == 0 {
      // `am 15. Danke`: decided by what follows when the month is known not to be one.
      return !months.contains(String(next.text.prefix(3))) && !counted.contains(next.text)
    }
    if case .date = token.kind, token.range.count > token.text.utf8.count, let next, next.isCapital {
      // `am 17.10. Danke`: the point belongs to the day, and ends the sentence too.
      return true
    }
    guard token.kind == .sign else { return false }
    switch token.text {
    case "?", "!":
      // `??` and `?!` are one end.
      return next.map { $0.kind != .sign || ($0.text != "?" && $0.text != "!") } ?? true
    case ".":
      guard let next else { return true }
      guard index > 0 else { return false }
      let word = tokens[index - 1]
      // `t.e.m. 20 februari`, `z.B. heute`: the last letter of several with points.
      if word.text.utf8.count == 1, index > 2, tokens[index - 2].text == ".",
        tokens[index - 2].range.upperBound == word.range.lowerBound, !next.isCapital
      {
        return false
      }
      if word.range.upperBound == token.range.lowerBound, abbreviations.contains(word.text),
        !next.isCapital || word.text.utf8.count < 3 || isMonthOrDay(word.text)
      {
        return false
      }
      return next.range.lowerBound > token.range.upperBound || next.isCapital || next.kind == .sign
    default: return false
    }
  }

  private static func isMonthOrDay(_ text: String) -> Bool { months.contains(String(text.prefix(3))) }

  /// What German counts with a point: `in der 20. Kalenderwoche`.
  private static let counted: Set<String> = [
    "kalenderwoche", "kw", "woche", "werktag", "bankarbeitstag", "arbeitstag", "tag", "monats", "quartal",
    "quartals",
    "rate", "mahnung", "rechnung", "tages", "stunde",
  ]

  private static let months: Set<String> = [
    "jan", "feb", "maer", "mar", "mae", "apr", "mai", "may", "mei", "mag", "jun", "jui", "giu", "jul", "lug",
    "aug",
    "aou", "ago", "sep", "set", "okt", "oct", "ott", "nov", "dez", "dec", "dic", "gen", "ene", "fev", "feb",
    "avr",
    "abr", "maa",
  ]
}
