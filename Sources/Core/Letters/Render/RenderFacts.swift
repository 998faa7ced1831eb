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
    case (.number, let number?): language.append(try decimal(number), decimals: nil, to: &text)
    case (.numberInDecimals, let number?):
      guard case .int(let decimals) = arguments.last, (0...9).contains(decimals) else { throw .typeMismatch }
      language.append(try decimal(number), decimals: Int(decimals), to: &text)
    case (.percent, let rate?): language.append(percent: try decimal(rate), to: &text)
    case (.plural, .int(let count)), (.pluralInThree, .int(let count)):
      guard arguments.count >= 3 else { throw .typeMismatch }
      switch language.pluralRule.form(of: count) {
      case .one: return arguments[1]
      case .few: return arguments[2]
      case .other: return arguments[arguments.count - 1]
      }
    default: throw .typeMismatch
    }
    return .string(String(decoding: text, as: UTF8.self))
  }

  private func decimal(_ value: Value) throws(EvaluationError) -> Decimal {
    switch value {
    case .int(let number): return Decimal(number)
    case .double(let number):
      guard let number = Decimal(shortest: number) else { throw .overflow }
      return number
    default: throw .typeMismatch
    }
  }
}
