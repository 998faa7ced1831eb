/// The file of an invoice, such as its PDF, that lies in the folder of the books.
package enum BooksAttachment {
  /// The bytes of a file that the books name by its path in their folder.
  ///
  /// - Throws: `BooksError` for a path that leads out of the folder, and where there is no such file, it may not be read,
  ///   or it is larger than `BooksLimits.attachmentBytes`.
  package static func read(_ path: String, in folder: String) throws(BooksError) -> [UInt8] {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }), !path.utf8.contains(0) else {
      throw BooksError("the file of an invoice is named by a path inside the folder of the books")
    }
    guard
      let bytes = try FileBytes.read(
        "\(folder)/\(path)", shownAs: "the file of an invoice, `\(path)`", limit: BooksLimits.attachmentBytes)
    else { throw BooksError("the file of an invoice, `\(path)`, is not in the folder of the books") }
    return bytes
  }
}
