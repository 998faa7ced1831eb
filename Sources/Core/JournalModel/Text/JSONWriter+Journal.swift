import PolicySyntax
import Receivables

// How the journal writes its values; what is nil is left out.
extension JSONWriter {
  mutating func optional(_ name: StaticString, _ value: String?) {
    if let value { member(name, value) }
  }

  mutating func member(_ name: StaticString, _ value: Int64) { member(name, Int(value)) }

  mutating func optional(_ name: StaticString, _ value: Day?) { optional(name, value?.description) }

  mutating func member(_ name: StaticString, _ value: Money) { member(name, value.description) }

  /// `"A1"`, or `["A1",2]` for an instalment: a number may itself have a stroke in it.
  mutating func part(_ id: ReceivableID) {
    if id.instalment == 0 { return string(id.number) }
    array {
      $0.string(id.number)
      $0.integer(id.instalment)
    }
  }

  mutating func member(_ name: StaticString, _ id: ReceivableID) { member(name) { $0.part(id) } }

  mutating func parts(_ name: StaticString, _ ids: [ReceivableID]?) {
    guard let ids else { return }
    member(name) { $0.array(of: ids) { $0.part($1) } }
  }

  /// Left out where it is empty.
  mutating func texts(_ name: StaticString, _ items: [String]) {
    if !items.isEmpty { member(name) { $0.array(of: items) { $0.string($1) } } }
  }

  mutating func amounts(_ name: StaticString, _ amounts: [Money]?) {
    if let amounts, !amounts.isEmpty { texts(name, amounts.map(\.description)) }
  }

  mutating func claimed(_ name: StaticString, _ parts: [Claim.Part]) {
    member(name) {
      $0.array(of: parts) { json, part in
        json.object {
          // In the order of their names, in which they are stored.
          $0.member("balance", part.balance)
          $0.amounts("charges", part.charges)
          $0.optional("deadline", part.deadline)
          $0.member("level", part.level)
          $0.member("part", part.id)
          $0.member("position", part.position)
          $0.member("tier", part.tier)
        }
      }
    }
  }

  /// The members of a pause.
  mutating func members(_ pause: PauseGiven) {
    parts("parts", pause.parts)
    member("first", pause.first.description)
    member("last", pause.last.description)
    member("response", pause.response.rawValue)
  }
}
