import CEL

/// One part of a letter, compiled: a flat list of segments that is walked from the first to the last.
struct TemplateProgram: Sendable {
  let segments: [Segment]
  /// The plain text and the words of all segments, one after the other.
  let bytes: [UInt8]
  /// The expressions that are more than a name.
  let expressions: [Expression]
  /// Where in the template a segment comes from, for what goes wrong with its value.
  let sites: [Site]
  /// How many loop variables there are in all.
  let localCount: Int

  /// A place in the template.
  struct Site: Hashable, Sendable {
    let part: TemplatePart
    let range: Range<Int>
  }

  /// One step of making a letter; places to jump to are indices of segments.
  enum Segment: Sendable {
    /// Bytes of `TemplateProgram.bytes`.
    case text(Range<Int>)
    case value(Insertion)
    case table(site: Int)
    case jump(to: Int)
    case jumpUnless(Operand, to: Int, site: Int)
    /// Begins with the first element; goes to `exit` where there is none.
    case loop(Operand, local: Int, exit: Int, site: Int)
    /// Goes to `body` with the next element of the innermost loop; past the last one it ends the loop.
    case next(local: Int, body: Int)
  }

  /// An expression, ready to run, with what the slots that the template added stand for.
  struct Expression: Sendable {
    let program: Program
    let bindings: [Binding]
  }

  /// A value that is written into the letter.
  struct Insertion: Sendable {
    let operand: Operand
    let format: Format
    /// Whether it begins a link of an HTML template, so that it must be an address of a web page.
    let isLink: Bool
    let site: Int
  }

  /// How a value is written.
  enum Format: Hashable, Sendable {
    /// Texts and numbers as they are, money and days in the letter's language.
    case automatic
    case date(DateStyle)
    /// A number with so many decimals; nil for as many as it has.
    case number(decimals: Int?)
    /// A rate in percent.
    case percent
    /// One of two or three words of `TemplateProgram.bytes`, as the count wants it.
    case plural(one: Range<Int>, few: Range<Int>?, other: Range<Int>)
  }

  /// Where a value comes from; only what is more than a name has to run.
  ///
  /// This and all that a segment holds is free of references, so that walking the segments counts none.
  enum Operand: Sendable {
    case fact(Int)
    case local(Int)
    case field(local: Int, place: Int)
    /// By its place in `TemplateProgram.expressions`.
    case expression(Int)
  }

  /// What a slot that a template adds to those of `Vocabulary.letters` stands for.
  enum Binding: Hashable, Sendable {
    case fact(Int)
    /// A loop variable.
    case local(Int)
    /// A field of a loop variable.
    case field(local: Int, place: Int)
  }

  /// The first table alone; nil where there is none.
  var table: TemplateProgram? {
    for case .table(let site) in segments {
      return TemplateProgram(
        segments: [.table(site: 0)], bytes: [], expressions: [], sites: [sites[site]], localCount: 0)
    }
    return nil
  }
}
