/// Finds what the names of an expression refer to and leaves the types to the moment when it runs.
struct Resolver {
  private(set) var references: [Reference?]
  private var names: NameScope

  init(environment: Environment, nodeCount: Int) {
    names = NameScope(environment)
    references = Array(repeating: nil, count: nodeCount)
  }

  /// Resolves a node and all below it.
  mutating func resolve(_ node: Expression) {
    switch node.kind {
    case .literal: break
    case .identifier(let name, _):
      references[node.id] = reference(to: names.meaning(of: node)) ?? .unknown(name)
    case .select(let operand, let name):
      if let found = reference(to: names.meaning(of: node)) {
        references[node.id] = found
      } else {
        references[node.id] = .key(name.text)
        resolve(operand)
      }
    case .optionalSelect(let operand, let name):
      references[node.id] = .key(name.text)
      resolve(operand)
    case .call(let name, let receiver, let arguments):
      call(node, name.text, receiver, arguments)
    case .comprehension(let loop): comprehension(loop)
    case .presence, .index, .optionalIndex, .unary, .binary, .conditional, .list, .map:
      for child in node.children { resolve(child) }
    }
  }

  private func reference(to meaning: NameScope.Meaning?) -> Reference? {
    switch meaning {
    case .local(let place): .local(place)
    case .slot(let slot): .slot(slot)
    case .type(let type): type.runtimeName.map(Reference.type) ?? .type("dyn")
    case .scope, nil: nil
    }
  }

  private mutating func call(
    _ node: Expression, _ name: String, _ receiver: Expression?, _ arguments: [Expression]
  ) {
    let forms = names.functions(name, receiver: receiver)
    if let receiver {
      if forms.takesReceiver { resolve(receiver) } else { references[receiver.id] = .nameSpace }
    }
    for argument in arguments { resolve(argument) }
    if forms.isEmpty, receiver != nil, arguments.count == 1, name == "or" || name == "orValue" {
      references[node.id] = .fallback(name == "or" ? .undecided : .value)
    } else if let host = forms.hosts.first, forms.standard.isEmpty {
      references[node.id] = forms.hosts.count == 1 ? .host(host.id) : .hosts(forms.hosts)
    } else if let standard = forms.standard.first {
      references[node.id] = .function(standard.function)
    } else {
      references[node.id] = .unknown(name)
    }
  }

  private mutating func comprehension(_ loop: Comprehension) {
    resolve(loop.range)
    names.enter(loop.variables.map { ($0.text, nil) })
    if let condition = loop.condition { resolve(condition) }
    resolve(loop.body)
    names.leave(loop.variables.count)
  }
}
