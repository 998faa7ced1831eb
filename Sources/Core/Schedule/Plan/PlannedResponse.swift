import PolicyModel

/// What the policy, or the language by default, does about one kind of answer.
package struct PlannedResponse: Sendable {
  package let rule: Response
  package let source: Source
}
