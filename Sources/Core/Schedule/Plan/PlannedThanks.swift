import PolicyModel

/// The word of thanks that a policy sends.
package struct PlannedThanks: Sendable {
  /// The name that its words have in a tone, and its messages in a preview.
  package static let name = Policy.thanksName
  /// It leaves so many days late at most, and then not at all. Source: policy language, section 5 step 10.
  static let patience = 5

  /// Stands for the tier that it is none of: level 0, and in no schedule.
  package let step: PlannedStep
  /// The softest tone that has words for it.
  package let tone: Int
}
