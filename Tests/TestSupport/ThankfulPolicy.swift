/// A random policy that also thanks for what was settled.
package func thankful(_ policy: String) -> String {
  let thanks = "  paid: { thank: true }\n"
  let words = "    thanks: { subject: Thank you, body: \"Thank you, {{ recipient.email }}.\" }\n"
  let marked = policy.replacing("\n  friendly:\n", with: "\n  friendly:\n\(words)", maxReplacements: 1)
  return marked.contains("\nresponses:\n")
    ? marked.replacing("\nresponses:\n", with: "\nresponses:\n\(thanks)", maxReplacements: 1)
    : marked + "\nresponses:\n\(thanks)"
}
