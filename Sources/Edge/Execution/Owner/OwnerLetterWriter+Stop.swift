import PolicyModel
import Schedule

extension OwnerLetterWriter {
  /// Why a run sent nothing, and what to do.
  func stopped(_ stop: RunStop, policyChanged: Bool) -> OwnerLetter {
    let owner = business.owner ?? business.sender
    var paragraphs = [[greeting(owner)]]
    let subject: String
    switch stop {
    case .staleBooks(let why):
      subject = "No reminders left: the books are too old"
      paragraphs.append([
        "No reminders left today: the books are too old (\(why)).",
        "Bring new ones, and the next run goes on. Until then nobody is written to by what may have been paid.",
      ])
    case .doubtedBooks(let item):
      subject = "No reminders left: the books changed suddenly"
      paragraphs.append([
        "No reminders left today: the books changed more than they do from one day to the next.",
        "Look at what it is:", "  duly review show \(item)", "and if it is right, say so:",
        "  duly review resolve \(item)",
      ])
    case .unheard(let reason):
      subject = "No reminders left: the mailbox cannot be read"
      paragraphs.append([
        "No reminders left today, for somebody may have answered: \(reason).",
        "As soon as the mailbox can be read the next run goes on. To send without it:",
        "  duly execute --without-inbox",
      ])
    case .firstBatch(let count):
      subject = "The first reminders wait for your yes: \(count) of them"
      paragraphs.append([
        "\(count == 1 ? "1 reminder is" : "\(count) reminders are") ready to leave, the first ever. Read them:",
        "  duly execute --dry-run --letters", "and if they are right, let them go:", "  duly execute --yes",
      ])
    case .overPerRun(let count, let limit, let source):
      subject = "No reminders left: \(count) are more than a run may send"
      var lines = [
        "No reminders left today: \(count) are due, and a run may send \(limit) (\(source)).",
        policyChanged
          ? "The policy was changed since the last reminders left; that is the likely reason."
          : "The policy is as it was; the books, or days without a run, are the likely reason.",
      ]
      lines += [
        "Read them:", "  duly execute --dry-run --letters", "and if they are right, let them go:",
        "  duly execute --yes",
      ]
      paragraphs.append(lines)
    case .outsideWindow:
      subject = "No reminders left: it is outside the hours of `calendar.send`"
    }
    paragraphs.append(signature(plan.source))
    return letter(subject, paragraphs)
  }
}
