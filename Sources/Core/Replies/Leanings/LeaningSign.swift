package import Receivables

/// One sign of a reply that may lean to something: a word, a word's beginning, two words, or a thing of the grammar.
package struct LeaningSign {
  let hash: UInt64
  /// The index of the sentence.
  let sentence: Int
  /// As a table of leanings writes it; built only for who asks, for most are never shown.
  let text: () -> String

  /// The signs of a reply, each once, in order.
  static func all(of reading: Reading) -> [LeaningSign] {
    var signs: [LeaningSign] = []
    var seen: Set<UInt64> = []
    for (index, sentence) in reading.sentences.enumerated() {
      let words = words(of: sentence, reading.clock)
      func add(_ parts: [Substring], _ end: String = "") {
        var hash = SignHash([])
        for (number, part) in parts.enumerated() {
          if number > 0 { hash.add([32]) }
          hash.add(part.utf8)
        }
        hash.add(end.utf8)
        guard seen.insert(hash.value).inserted else { return }
        signs.append(
          LeaningSign(hash: hash.value, sentence: index) { parts.joined(separator: " ") + end })
      }
      for (place, word) in words.enumerated() {
        add([word[...]])
        if word.utf8.count > 5, word.utf8.first != UInt8(ascii: "<") { add([word.prefix(5)], "*") }
        if place + 1 < words.count { add([word[...], words[place + 1][...]]) }
        if place + 2 < words.count { add([word[...], "_", words[place + 2][...]]) }
      }
    }
    return signs
  }

  /// The signs of a text as a table writes them, for who learns a table.
  package static func texts(
    _ text: String, language: RuleLanguage, received: Day, invoices: [ReminderContext.Invoice]
  ) -> [String] {
    let part = VisibleReply.Part(range: 0..<text.utf8.count, quoted: "")
    let reading = Reading(
      VisibleReply(text: text, parts: [part], hasQuotation: false), rules: language.rules,
      clock: DateClock(today: received, monthFirst: false), invoices: InvoiceNames(invoices),
      isAutomatic: false)
    return all(of: reading).map { $0.text() }
  }

  /// The words of a sentence, days, amounts and numbers as what they are: which day it is makes no difference.
  private static func words(of sentence: Sentence, _ clock: DateClock) -> [String] {
    var words: [String] = []
    var place = 0
    while place < sentence.tokens.count {
      if let date = sentence.dateAt[place].map({ sentence.dates[$0] }), date.range.lowerBound == place {
        let isLater = clock.canBeLater(date.meaning)
        words.append(!isLater ? "<earlier>" : clock.canBeEarlier(date.meaning) ? "<day>" : "<later>")
        place = date.range.upperBound
      } else if sentence.invoices[place] != nil {
        words.append("<invoice>")
        place += 1
      } else if let amount = Amounts.end(sentence, place) {
        words.append("<amount>")
        place = amount.end
      } else {
        let token = sentence.tokens[place]
        switch token.kind {
        case .word: words.append(token.text)
        case .number, .decimal, .date, .span: words.append("<number>")
        case .email: words.append("<email>")
        case .link: words.append("<link>")
        case .sign: if token.text == "?" { words.append("?") }
        }
        place += 1
      }
    }
    return words
  }
}
