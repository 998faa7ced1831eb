/// By what a person is greeted: the first word of the name, where it is one.
package enum FirstName {
  /// What stands before a name, or in the place of one, and greets nobody: `Hello Dr,` is written by machines. After a
  /// title the next word may be a first name or not, and a person with a title may not want it used.
  private static let others = Set(
    """
    Dr Dr. Prof Prof. Professor Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Sir Dame Lord Lady Rev Rev. Herr Frau Hr. Fr. \
    Dipl.-Ing. Ing. Mag. M. Mme Mlle Monsieur Madame Sr Sr. Sra Sra. Señor Señora Doña Sig. Sig.ra Signor Signora \
    Dott. Dott.ssa Avv. Dhr Dhr. Mevr. Mevrouw Heer Pan Pani The Accounts Accounting Billing Bookkeeping Finance \
    Invoices Ledger Office Payables Purchase Purchasing Reception Treasurer Buchhaltung Rechnungswesen Verwaltung \
    Einkauf Comptabilité Compta Service Administratie Boekhouding Crediteuren Contabilidad Administración \
    Contabilità Amministrazione
    """.split(separator: " "))

  /// The first name in a name as the books give it; nil where its first word is a title or an office, or there is none.
  ///
  /// - Complexity: One look at the first word.
  package static func of(_ name: String) -> String? {
    guard let first = name.split(separator: " ", maxSplits: 1).first else { return nil }
    return others.contains(first) ? nil : String(first)
  }
}
