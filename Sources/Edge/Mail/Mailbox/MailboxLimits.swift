/// The most that is taken from the server of a mailbox, whatever it sends.
package enum MailboxLimits {
  /// Bytes of one mail; of a larger one the beginning is fetched.
  package static let mailBytes = 4 << 20
  /// Mails that are asked for with one command.
  package static let batchMails = 50
  /// Bytes of the mails of one batch, by the sizes that the server tells.
  package static let batchBytes = 8 << 20
  /// Mails that one reading lists; the next reading goes on behind them.
  package static let listedMails = 200_000
  /// Bytes of one answer without its literals: a list of all numbers of a large mailbox is one line.
  static let answerBytes = 4 << 20
  /// Literals in one answer.
  static let literals = 8
  /// Bytes that answer one command that asks for no mails.
  static let commandBytes = 64 << 20
  /// Bytes that are kept of what a server says for people.
  static let wordBytes = 300
}
