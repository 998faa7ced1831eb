import PolicySyntax

extension Rule {
  /// What reading a file of policy tests can find.
  package static let policyTest = Rule(
    id: "DN921", name: "policy-test", severity: .error, title: "a policy test cannot be read",
    page: """
      A file of policy tests names a policy and lists tests: what is assumed, and what is to come of it.

          policy: ./acme-joinery.yaml
          tests:
            - name: a VIP hears first after ten days
              from: 2026-02-20
              days: 60
              customer: { id: C1, name: Ada Ltd, email: ap@ada.example, tags: [vip] }
              invoices: [ { number: A1, amount: 1200, issued: 2026-02-01, due: 2026-03-02 } ]
              expect:
                - { on: 2026-03-12, tier: first, tone: warm, invoices: [A1] }

      Every name in a test (tier, tone, segment, schedule, escalation, invoice, customer) has to be there.
      """,
    triggering: "expect: [ { on: 2026-03-12, tier: frist } ]",
    passing: "expect: [ { on: 2026-03-12, tier: first } ]")
}
