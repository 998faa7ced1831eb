/// What names mean at one place of an expression: the variables of macros first, then the environment.
struct NameScope {
  let environment: Environment
  private(set) var locals: [Local] = []
  private var named = 0

  /// A variable of a macro that is in force.
  struct Local {
    let name: String
    /// Its type; nil where a mistake already reported hides it.
    let type: CELType?
    /// Its number in the expression: two macros may use one name.
    let id: Int
  }

  /// What a name stands for.
  enum Meaning {
    /// A macro's variable, by its place among those in force.
    case local(Int)
    case slot(Int)
    /// A group of facts, which is no value itself.
    case scope(String, ObjectType)
    case type(CELType)
  }

  /// A name with points, as a chain of fields spells it.
  struct Chain {
    let name: String
    let isRoot: Bool
  }

  init(_ environment: Environment) { self.environment = environment }

  /// What a name, or a chain of names joined by points, means as a whole; nil where it means nothing.
  func meaning(of node: Expression) -> Meaning? {
    if case .identifier(let name, isRoot: false) = node.kind,
      let place = locals.lastIndex(where: { $0.name == name })
    {
      return .local(place)
    }
    return chain(node).flatMap(meaning)
  }

  /// What a name means in the environment.
  func meaning(of chain: Chain) -> Meaning? {
    for candidate in environment.candidates(for: chain.name, isRoot: chain.isRoot) {
      if let slot = environment.slot(candidate) { return .slot(slot) }
      if let scope = environment.scope(candidate) { return .scope(candidate, scope) }
      if let type = CELType.named[candidate] { return .type(type) }
    }
    return nil
  }

  /// The chain that a node spells; nil where it begins with anything but a name of the environment.
  func chain(_ node: Expression) -> Chain? {
    switch node.kind {
    case .identifier(let name, let isRoot):
      return !isRoot && locals.contains { $0.name == name } ? nil : Chain(name: name, isRoot: isRoot)
    case .select(let operand, let name):
      return chain(operand).map { Chain(name: "\($0.name).\(name.text)", isRoot: $0.isRoot) }
    default: return nil
    }
  }

  /// The functions that a call can mean, and whether its receiver is an argument or part of their name.
  func functions(_ name: String, receiver: Expression?) -> FunctionForms {
    if let receiver, let chain = chain(receiver) {
      // `math.abs(x)`: the longest name that resolves wins, here that of a function.
      let forms = forms(Chain(name: "\(chain.name).\(name)", isRoot: chain.isRoot), isMember: false)
      if !forms.isEmpty { return forms }
    }
    guard receiver == nil else {
      return FunctionForms(
        standard: Signature.named(name, isMember: true),
        hosts: environment.functions.filter { $0.isMember && $0.name == name }, takesReceiver: true)
    }
    return forms(Chain(name: name, isRoot: false), isMember: false)
  }

  private func forms(_ chain: Chain, isMember: Bool) -> FunctionForms {
    for candidate in environment.candidates(for: chain.name, isRoot: chain.isRoot) {
      let forms = FunctionForms(
        standard: Signature.named(candidate, isMember: false),
        hosts: environment.functions.filter { !$0.isMember && $0.name == candidate }, takesReceiver: false)
      if !forms.isEmpty { return forms }
    }
    return FunctionForms(standard: [], hosts: [], takesReceiver: false)
  }

  /// Brings variables into force, the last one innermost.
  mutating func enter(_ variables: [(name: String, type: CELType?)]) {
    for variable in variables {
      locals.append(Local(name: variable.name, type: variable.type, id: named))
      named += 1
    }
  }

  /// Takes the innermost variables out of force.
  mutating func leave(_ count: Int) { locals.removeLast(min(count, locals.count)) }
}

/// The forms of all functions of one name.
struct FunctionForms {
  let standard: [Signature]
  let hosts: [HostFunction]
  /// Whether the receiver is the first argument, not part of the name.
  let takesReceiver: Bool

  var isEmpty: Bool { standard.isEmpty && hosts.isEmpty }
}
