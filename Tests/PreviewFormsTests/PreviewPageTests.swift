import Foundation
import Simulation
import TestSupport
import Testing

@testable import PreviewForms

/// The page: what it shows, and that nothing from the books can be anything but text on it.
@Suite struct PreviewPageTests {
  private func page(_ run: SimulatedRun) -> String {
    var page = PreviewPage(run.scenario)
    for preview in run.previews { page.add(PreviewPage.piece(run.scenario)(preview)) }
    return String(decoding: page.page(run.summary), as: UTF8.self)
  }

  @Test func `the whole page`() throws {
    expectGolden(page(try HostileRun.run()), "page.html")
  }

  @Test func `it loads nothing, runs nothing and says so`() throws {
    let text = page(try HostileRun.run())
    #expect(text.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    let tags = text.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
    for forbidden in ["script", "img", "iframe", "link", "object", "embed", "form"] {
      #expect(tags.allSatisfy { !$0.hasPrefix(forbidden) }, "\(forbidden)")
    }
    for forbidden in ["@import", "url(", " src=", " onmouseover=", "javascript:"] {
      #expect(tags.allSatisfy { !$0.contains(forbidden) }, "\(forbidden)")
    }
    // The only addresses are those of links that letters have in their words.
    let links = text.components(separatedBy: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(links.contains("https://pay.example/?a=1&amp;b=2"))
    #expect(links.allSatisfy { $0.hasPrefix("https://") || $0.hasPrefix("http://") }, "\(links)")
  }

  @Test func `every element is closed in its order, and every name is escaped`() throws {
    let text = page(try HostileRun.run())
    var open: [Substring] = []
    for part in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let tag = part.prefix { $0 != ">" }
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if ["meta", "br"].contains(name) || tag.hasSuffix("/") || tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") { #expect(open.popLast() == name, "\(tag)") } else { open.append(name) }
    }
    #expect(open.isEmpty)
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Söhne&quot;"))
    #expect(!text.contains("\r"))
  }

  @Test func `what is open is shown by age before and after`() throws {
    let text = page(try HostileRun.run())
    let ages = try #require(
      text.components(separatedBy: "<table class=\"ages\">").last { $0.contains(">GBP<") })
    let cells = ages.components(separatedBy: "<td").dropFirst()
      .map { $0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" } }
    // 250 and 1200 are past due at first; 1200 is paid on the way; 99 and 100 are due on the first day.
    let due = ["£199.00", "–", "£1,450.00", "–", "–", "£449.00", "–", "–", "–", "–"]
    #expect(cells == (due + ["£1,649.00", "£449.00"]).map { $0[...] }, "\(cells)")
  }
}
