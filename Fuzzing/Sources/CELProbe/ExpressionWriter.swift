import CEL

/// Writes an expression whose parts fit each other, with the bytes of an input as its choices.
///
/// Random letters are seldom an expression, and an expression of random words seldom has a type; what is
/// written here nearly always has one, so that checking, evaluating and estimating are reached.
struct ExpressionWriter {
  private var choices: ArraySlice<UInt8>
  private var locals: [(name: String, type: Character)] = []
  private var named = 0

  /// The deepest nesting, and the most bytes that may be written before only short forms are.
  private static let depth = 6
  private static let length = 3_000

  init(_ choices: ArraySlice<UInt8>) { self.choices = choices }

  /// An expression of a type that the first choice decides.
  mutating func expression() -> String {
    let types = ExpressionForms.table.keys.sorted()
    var text = ""
    write(types[choose(types.count)], depth: 0, to: &text)
    return text
  }

  private mutating func choose(_ count: Int) -> Int { Int(choices.popFirst() ?? 0) % max(1, count) }

  private mutating func write(_ type: Character, depth: Int, to text: inout String) {
    let forms = ExpressionForms.table[type] ?? []
    let fitting = locals.filter { $0.type == type }.map(\.name)
    let isShort = depth >= Self.depth || choices.isEmpty || text.utf8.count > Self.length
    let count = (isShort ? ExpressionForms.plain(forms) : forms.count) + fitting.count
    let choice = choose(count)
    if choice < fitting.count {
      text += fitting[choice]
    } else {
      write(form: forms[choice - fitting.count], type, depth: depth, to: &text)
    }
  }

  /// Writes a form: `#i` is a part of the type `i`, `@i` a new name for one, in force from `$` to the end.
  private mutating func write(form: String, _ type: Character, depth: Int, to text: inout String) {
    let before = locals.count
    var waiting: [(name: String, type: Character)] = []
    var letters = form[...]
    while let letter = letters.popFirst() {
      switch letter {
      case "#":
        if let part = letters.popFirst() { write(part, depth: depth + 1, to: &text) }
      case "@":
        guard let part = letters.popFirst() else { break }
        waiting.append(("v\(named)", part))
        text += "v\(named)"
        named += 1
      case "$": locals += waiting
      default: text.append(letter)
      }
    }
    locals.removeLast(locals.count - before)
  }
}
