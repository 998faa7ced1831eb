import PolicySyntax
import Receivables

/// DN607: interest beyond what the law that is named gives, or before anything is owed.
enum ChargesOutOfBounds {
  static let rule = Rule(
    id: "DN607", name: "charges-out-of-bounds", severity: .warning, title: "charges beyond their bounds",
    page: #"""
      Interest and compensation can be asked for only as far as a law or a contract gives them. One of these is beyond:

      - more than 8 % over `uk-late-payment`: the statute gives 8 % over its reference rate, no more and no less;
      - interest `from: issued` over a table of the law: by law it starts behind the due day;
      - more than 100 % a year, which is nearly always a slip of the point;
      - `charges: true` for a tier before the due day, when nothing has come up yet.

      To mend it, correct the line. Where a contract gives more than the law, keep those rates in a file of your own
      (`8 % over ./our-contract.yaml`), so that the letter does not claim a statute for them.
      """#,
    triggering: #"""
      charges:
        interest: { annual_rate: 12 % over uk-late-payment }
      segments:
        - { name: consumers, when: 'customer.kind == "consumer"', schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, charges: true, approval: owner }
        gentle:
          - { tier: first, send: 10 days after due, approval: owner }
      """#,
    passing: #"""
      charges:
        interest: { annual_rate: 8 % over uk-late-payment }
      segments:
        - { name: consumers, when: 'customer.kind == "consumer"', schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, charges: true, approval: owner }
        gentle:
          - { tier: first, send: 10 days after due, approval: owner }
      """#)

  /// The tables whose rates are those of a law.
  private static let statutory = ["uk-late-payment", "eu-late-payment", "de-basiszinssatz"]
  private static let eightPercent = YearlyRate(millionths: 8_000_000)
  private static let hundredPercent: Int64 = 100_000_000

  static func diagnostics(_ policy: Policy) -> [Diagnostic] {
    var found = policy.schedules.flatMap(\.tiers).filter { $0.charges && $0.level == 0 }.map { tier in
      Diagnostic(
        rule, message: "the tier `\(tier.name.value)` charges before the invoice is due", at: tier.name.span,
        label: "nothing has come up yet", help: Help("leave `charges` out of tiers before the due day"))
    }
    guard let charges = policy.charges, let interest = charges.terms.interest, let span = charges.rateSpan
    else { return found }
    if interest.percent.millionths > hundredPercent {
      found.append(
        Diagnostic(
          rule, message: "the interest is \(interest.percent) % a year", at: span,
          help: Help("write it as `8 % over uk-late-payment`, or `9 %` by itself")))
    } else if interest.over?.name == "uk-late-payment", interest.percent.millionths > eightPercent.millionths
    {
      found.append(
        Diagnostic(
          rule, message: "the statute gives 8 % over `uk-late-payment`, and this is \(interest.percent) %",
          at: span,
          help: Help("write `8 % over uk-late-payment`, or name a file with the rates of your contract")))
    }
    if interest.from == .issued, let table = interest.over?.name, statutory.contains(table) {
      found.append(
        Diagnostic(
          rule, message: "interest runs from the day of issue, and by law it starts behind the due day",
          at: charges.fromSpan ?? span, help: Help("write `from: due`")))
    }
    return found
  }
}
