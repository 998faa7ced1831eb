import Replies
import Testing

/// In which language a reply is read.
@Suite struct LanguageTests {
  @Test(arguments: [
    "Hoi Reto, gopf, das isch mer dure. Überwiise dr's am Mäntig, gäll.",
    "Sali, mir zahled das am Friitig, isch guet", "Hoi zäme, s Gäld chunnt am Ziischtig, sorry",
    "Ja isch guet, mir mached das hüt no", "I ha s gester überwise, lueged bitte no einisch",
    "Servus, des passt, i zahl am Montag", "Mir hend nüt becho, isch no nid aacho",
  ])
  func `dialects of German are German`(text: String) throws {
    #expect(try ReplyFixtures.understand(text).language == "de")
  }

  @Test(arguments: [
    ("ok friday", "en"), ("Venerdì", "it"), ("vendredi promis", "fr"), ("el viernes", "es"),
    ("vrijdag", "nl"),
    ("Freitag", "de"),
  ])
  func `a few words are enough where only one language has them`(text: String, language: String) throws {
    #expect(try ReplyFixtures.understand(text).language == language)
  }
}
