import CoreMetrics
import Telling
import Testing

/// Numbers in the text form of Prometheus.
@Suite struct MetricsPageTests {
  private static let help = ["duly_messages_total": "What became of messages."]

  private func page(after earlier: String = "", sent: Int, seconds: Double = 1.5) -> String {
    let page = MetricsPage(after: earlier, help: Self.help)
    Counter(
      label: "duly_messages_total", dimensions: [("policy", "a\"b\\c\nd"), ("result", "sent")], factory: page
    )
    .increment(by: sent)
    Counter(label: "duly_messages_total", dimensions: [("result", "failed")], factory: page).increment(by: 0)
    Gauge(label: "duly_seconds", factory: page).record(seconds)
    return page.text
  }

  @Test func `a name has its sentence and its kind once, and a line for each set of labels`() {
    #expect(
      page(sent: 3) == #"""
        # HELP duly_messages_total What became of messages.
        # TYPE duly_messages_total counter
        duly_messages_total{policy="a\"b\\c\nd",result="sent"} 3
        duly_messages_total{result="failed"} 0
        # TYPE duly_seconds gauge
        duly_seconds 1.5

        """#)
  }

  @Test func `counters go on from the page before, and gauges do not`() {
    let second = page(after: page(sent: 3), sent: 4, seconds: 2)
    #expect(second.contains("result=\"sent\"} 7\n") && second.contains("duly_seconds 2\n"), "\(second)")
    // Another policy's numbers on the same page stay.
    let other = MetricsPage(after: second, help: [:])
    Counter(label: "duly_runs_total", factory: other).increment()
    #expect(other.text.contains("result=\"sent\"} 7\n") && other.text.contains("duly_runs_total 1\n"))
  }

  @Test(arguments: [
    "nonsense", "duly_messages_total{result=\"failed\"} 12\n", "\u{0}\u{1} NaN\n# TYPE x counter\nx NaN\n",
  ])
  func `a page that is none of ours begins anew`(earlier: String) {
    #expect(page(after: earlier, sent: 1) == page(sent: 1))
  }

  @Test func `a time is told in seconds`() {
    let page = MetricsPage(after: "", help: [:])
    Timer(label: "t", dimensions: [], factory: page).recordNanoseconds(2_500_000_000)
    #expect(page.text.hasSuffix("t 2.5\n"), "\(page.text)")
  }
}
