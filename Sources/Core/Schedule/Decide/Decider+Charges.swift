import PolicyModel
import Receivables

extension Decider {
  /// What a step asks for on top: only where its own tier charges, and something has come up.
  func charges(demandedBy step: ReachedStep) -> PartCharges? {
    guard step.step.charges, let terms = plan.charges else { return nil }
    let charges = terms.charges(on: account, at: step.place, upTo: today)
    return charges == .none ? nil : charges
  }

  /// Flags what `when_principal_paid` does not let go: no reminder leaves for a settled invoice, so the owner puts its charges
  /// on the next invoice (`carry`) or writes one for them (`demand`).
  mutating func flagChargesLeftOpen() {
    guard account.customer.kind != .consumer else { return }
    for place in account.receivables.indices
    where account.receivables[place].balance.minorUnits == 0 && account.receivables[place].isKnown {
      var wereDemanded = false
      for sent in decision.state.parts[place].sent where plan.charges(byTier: sent.tier, on: sent.schedule) {
        wereDemanded = true
      }
      if wereDemanded { flagOnce(.chargesOpen, place, plan.chargesSource) }
    }
  }
}

extension Plan {
  /// Whether a tier charges, as its schedule has it now.
  fileprivate func charges(byTier tier: Int, on schedule: Int?) -> Bool {
    guard let schedule else { return false }
    return schedules.indices.contains(schedule)
      && schedules[schedule].steps.contains { $0.tier == tier && $0.charges }
  }
}
