/// The forms in which a value of each type can be written, those without parts first.
///
/// Types go by a letter: b bool, i int, u uint, d double, s string, y bytes, t timestamp, p duration, D date,
/// S date span, m money, L list(int), T list(string), N list(list(int)), M map(string, int), O optional(int),
/// Q optional(string), Y type, X dyn.
enum ExpressionForms {
  /// The forms by the letter of their type; what stands for what is in `ExpressionWriter`.
  static let table: [Character: [String]] = [
    "b": [
      "true", "false", "b", "nb.or(false)", "fail()", "has(customer.first)", "(#b && #b)", "(#b || #b)",
      "!#b",
      "(#b ? #b : #b)", "(#i < #i)", "(#i == #d)", "(#u >= #i)", "(#d != #d)", "(#s == #s)", "(#s <= #s)",
      "(#y == #y)", "(#t < #t)", "(#p > #p)", "(#D == #D)", "(#S < #S)", "(#m > #m)", "(#m == #i)",
      "(#d >= #m)",
      "(#L == #L)", "(#N != #N)", "(#M == #M)", "(#O == #O)", "(#X == #X)", "(#X == #i)", "(#Y == #Y)",
      "(#i in #L)", "(#s in #T)", "(#s in #M)", "(#L in #N)", "#s.contains(#s)", "#s.startsWith(#s)",
      "#s.endsWith(#s)", "#s.matches('a+|[b-d]?$')", "#s.matches(#s)", "#L.all(@i$, #b)",
      "#L.exists(@i$, #b)",
      "#T.exists_one(@s$, #b)", "#M.all(@s, @i$, #b)", "#L.exists(@i, @i$, #b)", "cel.bind(@i, #i$, #b)",
      "#O.hasValue()", "math.isNaN(#d)", "bool(#s)", "has({'a': #i}.a)", "same(#b)", "(ni == null)",
      "(has(customer.first) && customer.first == #s)", "customer.tagged(#s)",
    ],
    "i": [
      "0", "1", "-3", "9223372036854775807", "i", "ni.or(2)", "customer.fields.size()", "gone", "(#i + #i)",
      "(#i - #i)", "(#i * #i)", "(#i / #i)", "(#i % #i)", "-(#i)", "(#b ? #i : #i)", "#s.size()", "size(#y)",
      "#L.size()", "#M.size()", "#L[#i]", "#M[#s]", "#M.region", "#O.value()", "#O.orValue(#i)", "int(#d)",
      "int(#s)", "int(#u)", "int(#t)", "int(#p)", "#s.indexOf(#s)", "#s.lastIndexOf(#s, #i)",
      "math.greatest(#i, #i)", "math.least(#L)", "math.abs(#i)", "math.bitAnd(#i, #i)",
      "math.bitShiftLeft(#i, #i)", "math.sign(#i)", "#t.getHours(#s)", "#t.getFullYear()", "#p.getMinutes()",
      "#D.weekday()", "(#D - #D)", "cel.bind(@s, #s$, #i)", "cel.bind(@L, #L$, #i)", "pick(#i, #s)",
      "same(#i)",
      "#M.?region.orValue(#i)", "ms.none.or(#i)",
    ],
    "u": [
      "0u", "7u", "u", "(#u + #u)", "(#u - #u)", "(#u * #u)", "(#u / #u)", "(#u % #u)", "uint(#i)",
      "uint(#d)",
      "uint(#s)", "math.bitNot(#u)", "math.bitXor(#u, #u)", "math.bitShiftRight(#u, #i)", "(#b ? #u : #u)",
    ],
    "d": [
      "0.5", "-1e300", "d", "5e-324", "(#d + #d)", "(#d - #d)", "(#d * #d)", "(#d / #d)", "-(#d)",
      "double(#i)",
      "double(#s)", "math.ceil(#d)", "math.round(#d)", "math.trunc(#d)", "math.floor(#d)", "math.sqrt(#i)",
      "(#b ? #d : 2)", "math.greatest(#d, #d)", "ll[#i][#i]", "math.abs(#d)",
    ],
    "s": [
      "''", "'a'", "s", "'né\\U0001F600'", "customer.name", "ns.or('x')", "(#s + #s)", "string(#i)",
      "string(#d)",
      "string(#u)", "string(#y)", "string(#t)", "string(#p)", "string(#D)", "string(#m)", "string(#b)",
      "#s.charAt(#i)", "#s.substring(#i)", "#s.substring(#i, #i)", "#s.lowerAscii()", "#s.upperAscii()",
      "#s.trim()", "#s.reverse()", "#s.replace(#s, #s)", "#s.replace(#s, #s, #i)", "#T.join(#s)", "#T[#i]",
      "strings.quote(#s)", "'%s %d %.3f %x'.format([#X, #i, #d, #s])", "'%s'.format([#N])", "#Q.orValue(#s)",
      "(#b ? #s : #s)", "cel.bind(@s, #s$, #s)", "lo[0].text", "#s.shout()", "pick(#s, #i)",
    ],
    "y": ["b''", "y", "b'\\xff'", "(#y + #y)", "bytes(#s)", "(#b ? #y : #y)"],
    "t": ["t", "timestamp(0)", "(#t + #p)", "(#t - #p)", "timestamp(#i)", "timestamp(#s)", "(#b ? #t : #t)"],
    "p": ["p", "duration('1h')", "(#p + #p)", "(#p - #p)", "(#t - #t)", "duration(#s)", "(#b ? #p : #p)"],
    "D": ["day", "(#D + #S)", "(#D - #S)", "(#b ? #D : #D)"],
    "S": ["span", "days(#i)", "(#S + #S)", "(#S - #S)", "-(#S)"],
    "m": [
      "m", "e", "customer.balance", "(#m + #m)", "(#m - #i)", "(#m * #d)", "(#i * #m)", "(#m / #i)", "-(#m)",
      "(#d + #m)", "math.greatest(#m, #m)", "(#b ? #m : 3)", "[#m, #m].sort()[0]",
    ],
    "L": [
      "[]", "li", "[1, 2, 3]", "[#i, #i]", "[#i, ?#O]", "(#L + #L)", "#L.map(@i$, #i)", "#L.map(@i$, #b, #i)",
      "#L.filter(@i$, #b)", "#T.map(@s$, #i)", "#L.transformList(@i, @i$, #i)",
      "#M.transformList(@s, @i$, #b, #i)", "#N.flatten()", "#L.sort()", "#L.reverse()", "#L.distinct()",
      "#L.slice(0, #i)", "lists.range(#i)", "#L.sortBy(@i$, #i)", "(#b ? #L : #L)", "#N[#i]",
      "[#O, #O].unwrapOpt()", "cel.bind(@L, #L$, #L)", "same(#L)",
    ],
    "T": [
      "ls", "customer.tags", "[#s, #s]", "#s.split(#s)", "#s.split(#s, #i)", "#T.map(@s$, #s)",
      "#M.map(@s$, #s)",
      "#T.filter(@s$, #b)", "(#T + #T)", "#T.sort()", "#T.sortBy(@s$, #i)", "#M.filter(@s$, #b)",
    ],
    "N": ["[[1], []]", "[#L, #L]", "#L.map(@i$, #L)", "#N.distinct()", "(#N + #N)", "#N.filter(@L$, #b)"],
    "M": [
      "ms", "{'a': 1}", "{#s: #i, #s: #i}", "{?#s: #O}", "#M.transformMap(@s, @i$, #i)",
      "#T.transformMapEntry(@i, @s$, {#s: #i})", "(#b ? #M : #M)",
    ],
    "O": [
      "oi", "optional.none()", "optional.of(#i)", "optional.ofNonZeroValue(#i)", "#M[?#s]", "#L[?#i]",
      "#L.first()", "#L.last()", "#O.or(#O)", "#O.optMap(@i$, #i)", "#O.optFlatMap(@i$, #O)", "#M.?region",
    ],
    "Q": ["customer.?first", "optional.of(#s)", "#T.first()", "#O.optMap(@i$, #s)", "#Q.optMap(@s$, #s)"],
    "Y": ["int", "type(#X)", "type(#i)", "type(#N)", "k", "type(#Y)"],
    "X": [
      "x", "dyn(#i)", "dyn(#N)", "dyn(#d)", "x[#i]", "mi[#i]", "[#i, #s]", "{#i: #X}", "[#X, #X].distinct()",
      "(#X + #X)", "(#b ? dyn(#i) : #s)", "[#X].sort()", "{#b: #X, #i: #X}", "[#X, [#X]].flatten(#i)",
      "math.greatest(#i, #d)", "same(#X)", "#X.or(#X)", "#X.size()",
    ],
  ]

  /// How many of the forms, which stand first, have no parts; always at least one.
  static func plain(_ forms: [String]) -> Int {
    max(1, forms.prefix { !$0.contains("#") }.count)
  }
}
