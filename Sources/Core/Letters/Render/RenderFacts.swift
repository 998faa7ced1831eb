import CEL
import Vocabulary

/// The facts as a program sees them: those of the letter, loop variables, and the formatting functions.
///
/// A class, since programs read it through an existential; it belongs to one `Renderer`.
final class RenderFacts: Facts {
  let letter: any LetterFacts
  /// The loop variables, the outermost first.
  var locals: [Value]
  /// What the slots beyond those of `Vocabulary.letters` stand for in the program that runs.
  var bindings: [TemplateProgram.Binding] = []
  private let language: LetterLanguage

  init(_ letter: any LetterFacts, _ language: LetterLanguage, localCount: Int) {
    self.letter = letter
    self.language = language
    locals = Array(repeating: .null, count: localCount)
  }

  func fact(_ slot: Int) throws(EvaluationError) -> Value {
    let added = slot - Vocabulary.letterFacts.count
    guard bindings.indices.contains(added) else { return try letter.fact(slot) }
    switch bindings[added] {
    case .fact(let fact): return try letter.fact(fact)
    case .local(let local): return locals[local]
    case .field(let local, let place): return try field(place, of: local)
    }
  }

  /// A field of the object that a loop variable stands for.
  func field(_ place: Int, of local: Int) throws(EvaluationError) -> Value {
    guard case .object(let object) = locals[local] else { throw .typeMismatch }
    return try object.field(place)
  }

  func call(_ function: Int, _ arguments: [Value]) throws(EvaluationError) -> Value {
    var text: [UInt8] = []
    switch (Vocabulary.LetterFunction(rawValue: function), arguments.first) {
    case (.money, .money(let amount)): language.append(amount, to: &text)
    case (.date, .date(let day)): language.append(day, .medium, to: &text)
    case (.dateInStyle, .date(let day)):
      guard case .string(let name) = arguments.last, let style = DateStyle(rawValue: name) else {
        throw .typeMismatch
      }
      language.append(day, style, to: &text)
    case (.plural, .int(let count)):
      guard arguments.count == 3 else { throw .typeMismatch }
      return language.usesSingular(count) ? arguments[1] : arguments[2]
    default: throw .typeMismatch
    }
    return .string(String(decoding: text, as: UTF8.self))
  }
}
