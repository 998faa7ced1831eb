import JournalModel
import Mail
import Receivables
import Schedule

extension Run {
  /// Hears what came back: before anything is decided, and again where a run goes on for long.
  ///
  /// What stands in the way is no reason to lose what was heard, but one to send nothing: somebody may have answered.
  func hear() async throws {
    guard let inbox else { return }
    report.unheard = nil
    let round = InboxRound(
      inbox, settings.plan, session, accounts: accounts, at: settings.now(),
      local: { [settings] in settings.local($0).day }, isDryRun: settings.isDryRun)
    do {
      try await inbox.source.read(into: round)
    } catch let error as MailError {
      report.unheard = error.message
    }
    try round.flush()
    report.remarkOnModel = round.remarkOnModel
    heardAt = settings.now()
    if !round.lines.isEmpty { decidesAgain = true }
    report.heard += round.lines
    telling.heard(round.lines.count)
    report.flags += round.flags
  }

  /// True where it is so long ago that somebody may have answered since.
  var isToHearAgain: Bool {
    guard inbox != nil, let heardAt else { return false }
    return settings.now().milliseconds - heardAt.milliseconds >= RunLimits.hearingMinutes * 60_000
  }
}
