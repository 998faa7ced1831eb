import PolicySyntax

/// DN016: a comment behind a condition that reads like more of it.
enum LookalikeComment {
  static let rule = Rule(
    id: "DN016", name: "lookalike-comment", severity: .note,
    title: "comment that reads like a part of the condition",
    page: #"""
      For YAML a comment begins at a `#` behind a space, and this one reads like the rest of the condition: it begins with
      `&&` or `||`, or speaks of a fact such as `customer.overdue`. The condition that counts ends before it.

      Most such comments were a part of the condition once and were switched off for a while. Who reads the line in a hurry takes
      it for a part still.

      To mend it, delete the comment, put it on a line of its own, or bring the part back in.
      """#,
    triggering: #"""
      segments:
        - name: late
          when: customer.invoices_paid >= 3 # && customer.tagged("trade")
          schedule: gentle
          tone: friendly
        - { name: rest, schedule: standard, tone: friendly }
      """#,
    passing: #"""
      segments:
        - name: late
          when: customer.invoices_paid >= 3 # a regular by now
          schedule: gentle
          tone: friendly
        - { name: rest, schedule: standard, tone: friendly }
      """#)

  /// - Parameter node: The scalar of a condition that is whole as it is.
  static func diagnostic(_ node: Node, in map: SourceMap) -> Diagnostic? {
    guard let comment = EatenCondition.comment(behind: node, in: map)?.rest else { return nil }
    let text = map.text(of: comment).drop { $0 == "#" || $0 == " " }
    let goesOn = ["&&", "||", "==", "!=", ">", "<"].contains { text.hasPrefix($0) }
    let namesFact = ["customer.", "invoice.", "history."].contains { root in
      text.split(separator: " ").contains { $0.drop { $0 == "(" || $0 == "!" }.hasPrefix(root) }
    }
    guard goesOn || namesFact else { return nil }
    return Diagnostic(
      rule, message: "this comment reads like a part of the condition, and is none", at: comment,
      labels: [Label(span: node.span, text: "the condition ends here")],
      help: Help("delete it, put it on a line of its own, or bring it back into the condition"))
  }
}
