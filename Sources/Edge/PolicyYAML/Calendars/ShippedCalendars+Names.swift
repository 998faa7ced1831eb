/// The names of the shipped calendars.
///
/// Written by `policies/calendars/make.py`; a test holds it to the files there.
extension ShippedCalendars {
  /// In alphabetical order, as a policy writes them under `calendar: holidays:`.
  package static let names: [String] = [
    "at", "au", "au-act", "au-nsw", "au-nt", "au-qld", "au-sa", "au-tas", "au-vic", "au-wa", "be", "ca",
    "ca-ab", "ca-bc", "ca-mb", "ca-nb", "ca-nl", "ca-ns", "ca-nt", "ca-nu", "ca-on", "ca-pe", "ca-qc",
    "ca-sk", "ca-yt", "ch", "ch-ag", "ch-ai", "ch-ar", "ch-be", "ch-bl", "ch-bs", "ch-fr", "ch-ge", "ch-gl",
    "ch-gr", "ch-ju", "ch-lu", "ch-ne", "ch-nw", "ch-ow", "ch-sg", "ch-sh", "ch-so", "ch-sz", "ch-tg",
    "ch-ti", "ch-ur", "ch-vd", "ch-vs", "ch-zg", "ch-zh", "de", "de-bb", "de-be", "de-bw", "de-by", "de-hb",
    "de-he", "de-hh", "de-mv", "de-ni", "de-nw", "de-rp", "de-sh", "de-sl", "de-sn", "de-st", "de-th", "dk",
    "es", "eu-target2", "fi", "fr", "gb-eng", "gb-nir", "gb-sct", "ie", "it", "lu", "nl", "no", "nz", "pl",
    "pt", "se", "us-federal",
  ]
}
