import CEL
import Foundation

/// One case of the conformance suite: an expression, the names it may use, and what has to come of it.
struct ConformanceCase {
  /// Where it stands: file, section and name, as `basic/variables/self_eval`.
  let title: String
  /// The suite's file, without its ending.
  let file: String
  /// The text of the expression.
  let expression: String
  /// Whether it needs protocol buffer messages.
  let needsMessages: Bool
  /// Whether types are not to be checked.
  let isUnchecked: Bool
  /// Whether it is only checked, and not run.
  let isCheckOnly: Bool
  /// The names and what is expected; the reason where that cannot be understood.
  let setting: Result<Setting, Malformed>

  /// The names that an expression may use, and what has to come of it.
  struct Setting {
    /// The names with their types.
    let environment: Environment
    /// The values of those names.
    let bindings: [String: Value]
    /// What has to come of it.
    let expected: Expectation
  }

  /// What has to come of an expression.
  enum Expectation {
    case value(Value)
    /// The type that the checker finds, and the value where the case has one.
    case type(CELType, Value?)
    case error
  }

  /// A line, or a part of one, that cannot be understood, with what is wrong with it.
  struct Malformed: Error {
    let reason: String
  }

  /// Reads a case from a line of JSON; throws `Malformed` where it names no expression, or what the JSON reader
  /// throws.
  init(json line: Data) throws {
    guard let json = try JSONSerialization.jsonObject(with: line) as? [String: Any] else {
      throw Malformed(reason: "the line is no JSON object")
    }
    guard let file = json["file"] as? String, let expression = json["expr"] as? String else {
      throw Malformed(reason: "`file` or `expr` is missing")
    }
    let parts = [file, json["section"] as? String, json["name"] as? String].compactMap { $0 }
    title = parts.joined(separator: "/")
    self.file = file
    self.expression = expression
    needsMessages = json["proto"] as? Bool ?? false
    isUnchecked = json["disable_check"] as? Bool ?? false
    isCheckOnly = json["check_only"] as? Bool ?? false
    do {
      setting = .success(
        Setting(
          environment: try Self.environment(json),
          bindings: try (json["bindings"] as? [String: Any] ?? [:]).mapValues(SuiteValue.read),
          expected: try Self.expectation(json)))
    } catch let malformed as Malformed {
      setting = .failure(malformed)
    } catch {
      setting = .failure(Malformed(reason: "a value cannot exist: \(error)"))
    }
  }

  private static func expectation(_ json: [String: Any]) throws -> Expectation {
    if json["eval_error"] != nil { return .error }
    if let typed = json["typed_result"] as? [String: Any] {
      return .type(try SuiteType.read(typed["type"]), try typed["value"].map(SuiteValue.read))
    }
    guard let value = json["value"] else { throw Malformed(reason: "nothing is expected of it") }
    return .value(try SuiteValue.read(value))
  }

  private static func environment(_ json: [String: Any]) throws -> Environment {
    var variables: [Declaration] = []
    var functions: [HostFunction] = []
    for entry in json["type_env"] as? [[String: Any]] ?? [] {
      guard let name = entry["name"] as? String else { throw Malformed(reason: "a declaration has no name") }
      guard let overloads = entry["overloads"] as? [[String: Any]] else {
        variables.append(Declaration(name, try SuiteType.read(entry["type"])))
        continue
      }
      for overload in overloads {
        functions.append(
          HostFunction(
            name: name, isMember: overload["member"] as? Bool ?? false,
            parameters: try (overload["params"] as? [Any] ?? []).map(SuiteType.read),
            result: try SuiteType.read(overload["result"]), id: functions.count))
      }
    }
    // A case without declarations can still bind a name; its type is then open.
    for name in (json["bindings"] as? [String: Any] ?? [:]).keys.sorted()
    where !variables.contains(where: { $0.name == name }) {
      variables.append(Declaration(name, .dyn))
    }
    return Environment(
      container: json["container"] as? String ?? "", variables: variables, functions: functions)
  }
}
