import Testing

@testable import Mail

@Suite struct MailPaceTests {
  @Test func `messages are spread evenly over the minute`() {
    var pace = MailPace(messagesPerMinute: 30)
    #expect(pace.turn(at: .seconds(5)) == .zero)
    #expect(pace.turn(at: .seconds(5)) == .seconds(2))
    #expect(pace.turn(at: .seconds(5)) == .seconds(4))
    #expect(pace.turn(at: .seconds(60)) == .zero)
  }

  @Test func `without a pace nothing waits`() {
    var pace = MailPace(messagesPerMinute: nil)
    #expect((0..<100).allSatisfy { _ in pace.turn(at: .zero) == .zero })
  }
}
