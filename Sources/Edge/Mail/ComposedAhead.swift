import Dispatch
import Synchronization

/// Messages that are composed on a thread of their own while others are on their way.
///
/// Nobody waits for it: what is not composed when its turn has come is composed by whoever sends it.
package final class ComposedAhead: Sendable {
  /// A message to be composed, and its bytes once it is.
  private struct Entry {
    let mail: OutgoingMail
    let round: Int
    var bytes: [UInt8]?
  }

  /// What is wanted, by Message-ID, and how often something was begun.
  private struct State {
    var entries: [String: Entry] = [:]
    var rounds = 0
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "duly.compose")

  package init() {}

  /// Begins to compose messages, in their order, behind those that were begun last; what was begun before these is forgotten. One
  /// with large files is left to whoever sends it.
  package func begin(_ all: [OutgoingMail]) {
    let mails = all.filter { mail in
      mail.attachments.reduce(0) { $0 + $1.bytes.count } <= MailLimits.aheadBytes
    }
    state.withLock { state in
      let last = state.rounds
      state.entries = state.entries.filter { $0.value.round == last }
      state.rounds += 1
      for mail in mails { state.entries[mail.messageID] = Entry(mail: mail, round: state.rounds) }
    }
    guard !mails.isEmpty else { return }
    queue.async {
      for mail in mails { self.compose(mail) }
    }
  }

  /// A message's bytes, once.
  ///
  /// - Returns: Nil where they are not there yet, or are those of a message that differs in anything.
  package func take(_ mail: OutgoingMail) -> [UInt8]? {
    let entry = state.withLock { $0.entries.removeValue(forKey: mail.messageID) }
    guard let entry, let bytes = entry.bytes, entry.mail == mail else { return nil }
    return bytes
  }

  /// Waits until all that was begun is composed, for the tests.
  func finish() { queue.sync {} }

  private func compose(_ mail: OutgoingMail) {
    guard state.withLock({ $0.entries[mail.messageID] != nil }) else { return }
    do throws(MailError) {
      let bytes = try MailComposer().compose(mail)
      state.withLock { $0.entries[mail.messageID]?.bytes = bytes }
    } catch {
      // It is composed again when it leaves, and whoever sends it says why it cannot be.
      state.withLock { $0.entries[mail.messageID] = nil }
    }
  }
}
