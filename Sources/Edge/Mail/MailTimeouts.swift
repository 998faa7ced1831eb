/// How long a server may take, each limit in seconds; where it is over, the message is not sent or its fate is unknown.
package struct MailTimeouts: Hashable, Sendable {
  /// Until there is a connection, TLS included.
  package var connect: Int
  /// Until one answer is there. Source: RFC 5321, 4.5.3.2, asks for 5 minutes at most steps, 10 after the message.
  package var reply: Int
  /// The whole of one message, from connecting to the last answer.
  package var message: Int
  /// Until the answer to the farewell, on which nothing hangs.
  package var farewell: Int

  /// The usual limits unless others are given.
  package init(connect: Int = 30, reply: Int = 600, message: Int = 900, farewell: Int = 5) {
    self.connect = connect
    self.reply = reply
    self.message = message
    self.farewell = farewell
  }

  /// All of them.
  var all: [Int] { [connect, reply, message, farewell] }
}
