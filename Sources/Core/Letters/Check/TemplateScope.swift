import CEL
import Vocabulary

/// The names at one point of a template: the facts, the loop variables, and what tests have shown to be there.
struct TemplateScope {
  /// The names as they are declared.
  private(set) var declared = TemplateNames()
  /// The names with what `{{#if has(x)}}` around this point has shown to be there no longer nullable.
  private(set) var tested = TemplateNames()
  /// How many loop variables are in force.
  private(set) var localCount = 0

  /// The scope inside a loop.
  func with(variable: String, type: CELType) -> TemplateScope {
    var inner = self
    inner.declared.add(variable, type, .local(localCount))
    inner.tested.add(variable, type, .local(localCount))
    inner.localCount += 1
    return inner
  }

  /// The scope behind a test that has shown some values to be there.
  func knowing(_ shown: Set<ShownValue>) -> TemplateScope {
    var inner = self
    for value in shown.sorted(by: { $0.name < $1.name }) {
      inner.tested.add(value.name, value.type, value.binding)
    }
    return inner
  }
}

/// An environment, and what its slots stand for.
struct TemplateNames {
  private(set) var environment = Vocabulary.letters
  /// Of the slots beyond those of `Vocabulary.letters`, in order.
  private(set) var bindings: [TemplateProgram.Binding] = []

  /// What a slot stands for.
  func binding(_ slot: Int) -> TemplateProgram.Binding {
    let added = slot - Vocabulary.letterFacts.count
    return bindings.indices.contains(added) ? bindings[added] : .fact(slot)
  }

  fileprivate mutating func add(_ name: String, _ type: CELType, _ binding: TemplateProgram.Binding) {
    environment = environment.with(variable: name, type: type).environment
    bindings.append(binding)
  }
}

/// A value that a test has shown to be there.
struct ShownValue: Hashable {
  let name: String
  /// The type without "nullable".
  let type: CELType
  let binding: TemplateProgram.Binding
}

/// What a condition shows to be there where it is true, and where it is false.
struct ShownValues {
  private(set) var whenTrue: Set<ShownValue> = []
  private(set) var whenFalse: Set<ShownValue> = []

  init(_ condition: CheckedExpression, in names: TemplateNames) {
    self.init(condition.root, condition, names)
  }

  private init(_ node: Expression, _ checked: CheckedExpression, _ names: TemplateNames) {
    func shown(_ node: Expression) -> ShownValues { ShownValues(node, checked, names) }
    func value(_ node: Expression) -> Set<ShownValue> {
      ShownValues.value(node, checked, names).map { [$0] } ?? []
    }
    switch node.kind {
    case .presence(let operand): whenTrue = value(operand)
    case .unary(.not, let operand):
      (whenTrue, whenFalse) = (shown(operand).whenFalse, shown(operand).whenTrue)
    case .binary(.notEqual, let left, let right) where right.literal == .null: whenTrue = value(left)
    case .binary(.notEqual, let left, let right) where left.literal == .null: whenTrue = value(right)
    case .binary(.equal, let left, let right) where right.literal == .null: whenFalse = value(left)
    case .binary(.equal, let left, let right) where left.literal == .null: whenFalse = value(right)
    case .binary(.and, let left, let right):
      let (left, right) = (shown(left), shown(right))
      whenTrue = left.whenTrue.union(right.whenTrue)
      whenFalse = left.whenFalse.intersection(right.whenFalse)
    case .binary(.or, let left, let right):
      let (left, right) = (shown(left), shown(right))
      whenTrue = left.whenTrue.intersection(right.whenTrue)
      whenFalse = left.whenFalse.union(right.whenFalse)
    default: break
    }
  }

  private static func value(
    _ node: Expression, _ checked: CheckedExpression, _ names: TemplateNames
  ) -> ShownValue? {
    let type = checked.type(of: node.id).unwrapped
    switch checked.reference(of: node.id) {
    case .slot(let slot):
      return ShownValue(name: names.environment.slots[slot].name, type: type, binding: names.binding(slot))
    case .field(let place):
      guard case .select(let operand, let field) = node.kind,
        case .slot(let slot) = checked.reference(of: operand.id), case .local(let local) = names.binding(slot)
      else { return nil }
      return ShownValue(
        name: "\(names.environment.slots[slot].name).\(field.text)", type: type,
        binding: .field(local: local, place: place))
    default: return nil
    }
  }
}
