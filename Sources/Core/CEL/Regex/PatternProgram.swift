/// A regular expression as steps that follow each other; repetitions are written out.
///
/// Source: K. Thompson, "Regular Expression Search Algorithm", 1968, in the form of R. Cox's
/// https://swtch.com/~rsc/regexp/regexp2.html. Distances are relative, so that a part can be copied as it is.
struct PatternProgram: Sendable {
  /// One step; it goes on with the step behind it, if nothing else is said.
  enum Step: Sendable {
    /// Takes one scalar of the set at this place.
    case read(Int32)
    /// Goes on behind it and also this many steps further.
    case fork(Int32)
    /// Goes on this many steps further.
    case jump(Int32)
    case check(Pattern.Assertion)
    /// The text matches.
    case match
  }

  /// The last one is `match`.
  let steps: [Step]
  /// Whether a match can only begin where the text begins.
  let isAnchored: Bool

  /// Throws where the repetitions of a pattern, written out, come to too many steps.
  init(_ pattern: Pattern) throws(RegularExpressionError) {
    do throws(TooLarge) {
      steps = try PatternProgram.steps(of: pattern)
    } catch {
      throw RegularExpressionError(
        0..<pattern.length, "the regular expression is too large",
        help: "written out, its repetitions come to more than \(PatternLimits.steps) steps")
    }
    isAnchored = PatternProgram.isAnchored(steps)
  }

  /// The steps come to more than `PatternLimits.steps`.
  private struct TooLarge: Error {}

  private static func steps(of pattern: Pattern) throws(TooLarge) -> [Step] {
    var code: [[Step]] = []
    code.reserveCapacity(pattern.nodes.count)
    // A node comes after its parts, and each part is used by one node only, so it is given away.
    for node in pattern.nodes {
      let steps = try steps(of: node, taking: &code)
      guard steps.count < PatternLimits.steps else { throw TooLarge() }
      code.append(steps)
    }
    return (code.last ?? []) + [.match]
  }

  private static func steps(
    of node: Pattern.Node, taking code: inout [[Step]]
  ) throws(TooLarge) -> [Step] {
    func take(_ part: Int) -> [Step] {
      var taken: [Step] = []
      swap(&taken, &code[part])
      return taken
    }
    switch node {
    case .empty: return []
    case .scalar(let set): return [.read(Int32(set))]
    case .assertion(let assertion): return [.check(assertion)]
    case .sequence(let parts):
      var steps = take(parts[0])
      for part in parts.dropFirst() {
        steps += take(part)
        guard steps.count < PatternLimits.steps else { throw TooLarge() }
      }
      return steps
    case .choice(let parts): return try choice(parts.map(take))
    case .repetition(let part, let minimum, let maximum):
      return try repetition(take(part), minimum, maximum)
    }
  }

  // fork A; jump end; fork B; jump end; C — each fork leads to the next branch as well.
  private static func choice(_ branches: [[Step]]) throws(TooLarge) -> [Step] {
    var size = 2 * (branches.count - 1)
    for branch in branches {
      size += branch.count
      guard size < PatternLimits.steps else { throw TooLarge() }
    }
    var steps: [Step] = []
    steps.reserveCapacity(size)
    for branch in branches.dropLast() {
      steps.append(.fork(Int32(branch.count + 2)))
      steps += branch
      steps.append(.jump(Int32(size - steps.count)))
    }
    if let last = branches.last { steps += last }
    return steps
  }

  private static func repetition(
    _ part: [Step], _ minimum: Int, _ maximum: Int?
  ) throws(TooLarge) -> [Step] {
    guard !part.isEmpty, maximum != 0 else { return [] }
    guard (part.count + 1) * max(minimum, maximum ?? 1) < PatternLimits.steps else { throw TooLarge() }
    let length = Int32(part.count)
    guard let maximum else {
      if minimum == 0 { return [.fork(length + 2)] + part + [.jump(-length - 1)] }
      var steps: [Step] = []
      for _ in 0..<minimum { steps += part }
      return steps + [.fork(-length)]
    }
    var steps: [Step] = []
    for _ in 0..<minimum { steps += part }
    for left in stride(from: maximum - minimum, to: 0, by: -1) {
      steps.append(.fork(Int32(left) * (length + 1)))
      steps += part
    }
    return steps
  }

  private static func isAnchored(_ steps: [Step]) -> Bool {
    var seen = [Bool](repeating: false, count: steps.count)
    var pending = [0]
    while let place = pending.popLast() {
      if seen[place] { continue }
      seen[place] = true
      switch steps[place] {
      case .read, .match: return false
      case .fork(let distance): pending += [place + 1, place + Int(distance)]
      case .jump(let distance): pending.append(place + Int(distance))
      case .check(.textStart): break
      case .check: pending.append(place + 1)
      }
    }
    return true
  }
}
