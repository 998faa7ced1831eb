/// What functions of this language are called elsewhere.
enum FunctionSynonyms {
  /// The function or macro that a word means in other languages and in spreadsheets; nil for any other word.
  static func meaning(of word: String) -> String? { meanings[word.lowercased()] }

  private static let meanings: [String: String] = {
    let words: [(String, [String])] = [
      ("size", ["len", "length", "count"]),
      ("lowerAscii", ["lower", "tolower", "tolowercase", "lowercase", "downcase"]),
      ("upperAscii", ["upper", "toupper", "touppercase", "uppercase", "upcase"]),
      ("trim", ["strip"]), ("substring", ["substr", "mid"]), ("matches", ["regex", "regexp", "test"]),
      ("contains", ["includes", "has"]), ("replace", ["replaceall", "substitute"]),
      ("exists", ["any", "some"]), ("all", ["every", "forall"]), ("filter", ["where", "select"]),
      ("map", ["each", "foreach", "collect", "transform"]),
      ("or", ["ifnull", "default", "coalesce", "orelse", "otherwise"]),
      ("string", ["str", "text", "tostring"]), ("int", ["integer", "toint", "parseint"]),
      ("double", ["float", "number", "decimal", "tofloat", "tonumber", "todouble", "num"]),
      ("bool", ["boolean", "tobool"]), ("has", ["isdefined", "isset", "defined", "present"]),
      ("math.greatest", ["max", "maximum"]), ("math.least", ["min", "minimum"]),
      ("distinct", ["unique", "uniq"]), ("days", ["day"]), ("weekday", ["dayofweek"]),
    ]
    var all: [String: String] = [:]
    for (name, others) in words { for other in others { all[other] = name } }
    return all
  }()

  /// Advice about a function that has no counterpart; nil for any other word.
  static func advice(about word: String) -> String? {
    switch word.lowercased() {
    case "isempty", "empty": "ask for the size, as in `x.size() == 0`"
    case "isnull", "isblank": "write `!has(x)`, or `x == null`"
    case "weeks", "months", "years": "only days can be counted: `days(30)`"
    case "sum", "total", "average", "avg", "mean": "lists have no sums or averages; facts may hold them"
    default: nil
    }
  }
}
