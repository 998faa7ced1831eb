import PolicySyntax

/// All rules of reading and checking a policy, in the order of their ids: what `explain-rule` knows.
package enum RuleCatalogue {
  package static let all: [Rule] = [
    .unreadableYAML, .duplicateKey, .forbiddenYAML, .unknownAlias, .unusedAnchor, .yamlLimit,
    .unsafeCharacters, MixedScripts.rule, DoubtfulAllow.rule,
    NotABoolean.rule, AmbiguousText.rule, NotANumber.rule, EatenCondition.rule, LookalikeComment.rule,
    MissingField.rule,
    UnknownField.rule, WrongKind.rule, UnknownWord.rule, DuplicateName.rule, UnresolvedReference.rule,
    NeverUsed.rule,
    UnsupportedVersion.rule, TierWithTwoLevels.rule, TierBeforeDue.rule, ConditionSyntax.rule,
    UnknownFact.rule,
    TypesDoNotFit.rule, NotACondition.rule, MayBeMissing.rule, AlwaysTheSame.rule, RedundantPart.rule,
    ImpossibleValue.rule, ConditionTooLong.rule, PlainPattern.rule, UnsaidZone.rule, UnreachableSegment.rule,
    NoDefaultSegment.rule,
    SameOutcome.rule, OrderDecides.rule, CatchAllNotLast.rule, UnmatchedSegment.rule,
    FlippingSegment.rule, TiersOutOfOrder.rule,
    CrowdedTiers.rule, GapTooShort.rule, UnreachableTier.rule, EmptySendWindow.rule, SkippedHour.rule,
    HardBeforeDue.rule,
    SilentEnd.rule, BeyondPreview.rule, CatchUpBurst.rule, LongClosing.rule,
    SofterTone.rule, ToneJump.rule, TemplateMistake.rule, NoTemplate.rule, SameWords.rule, UnsaidDemand.rule,
    SingleInvoiceTemplate.rule,
    HeldBeforeFirst.rule, HoldWithoutFlag.rule, CapTooSmall.rule, NoStop.rule, ChargesOutOfBounds.rule,
    HoldWithoutInvoice.rule, ChargesNotSet.rule, ConsumerMeetsCharges.rule,
  ]

  /// Whether a rule, by its name or id, finds something only where books are given.
  package static func needsBooks(_ name: String) -> Bool {
    [UnmatchedSegment.rule, CatchUpBurst.rule].contains { $0.name == name || $0.id == name }
  }

  /// The rule of a name (`unknown-field`) or an id (`DN102`); nil where there is none.
  package static func rule(named name: String) -> Rule? {
    all.first { $0.name == name || $0.id == name }
  }
}
