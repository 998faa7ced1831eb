/// A place in the policy: `policies/acme-joinery.yaml:41`.
package struct Source: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
