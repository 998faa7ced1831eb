// Times `duly` as whole processes, as its owner waits for it: start-up, files, work and output.
//
//   swift run -c release --package-path Benchmarks WholeProcess DULY POLICY BOOKS [--runs N]
//   swift run -c release --package-path Benchmarks WholeProcess [--runs N] --one NAME COMMAND…
//
// DULY is the binary, POLICY a policy file, BOOKS a folder in the contract's columns. Prints a row for each
// command: median and range of wall time, processor time, and the largest resident memory. With `--one` it times one
// command, without a run beforehand. These machines are noisy: quote ratios of one run.

import Glibc

struct Run {
  let wall: Double
  let processor: Double
  let memory: Double
  let isDone: Bool
}

func spawn(_ arguments: [String]) -> Run {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
  defer { posix_spawn_file_actions_destroy(&actions) }
  var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  var process = pid_t()
  let start = ContinuousClock.now
  guard posix_spawn(&process, arguments[0], &actions, nil, &words, environ) == 0 else {
    return Run(wall: 0, processor: 0, memory: 0, isDone: false)
  }
  var status: Int32 = 0
  var usage = rusage()
  wait4(process, &status, 0, &usage)
  let wall = (ContinuousClock.now - start) / Duration.seconds(1)
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return Run(
    wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
    memory: Double(usage.ru_maxrss) / 1024, isDone: status == 0)
}

func text(_ value: Double, _ digits: Int) -> String {
  let scale = digits == 1 ? 10.0 : 1000.0
  let scaled = Int((value * scale).rounded())
  let fraction = String(scaled % Int(scale))
  return "\(scaled / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
}

func measure(_ name: String, _ arguments: [String], runs: Int, warmsUp: Bool = true) {
  if warmsUp { _ = spawn(arguments) }
  let found = (0..<runs).map { _ in spawn(arguments) }
  guard found.allSatisfy(\.isDone) else {
    print("\(name): did not finish with exit 0: \(arguments.joined(separator: " "))")
    return
  }
  func sorted(_ value: (Run) -> Double) -> [Double] { found.map(value).sorted() }
  let wall = sorted(\.wall)
  let processor = sorted(\.processor)
  let memory = sorted(\.memory)
  let padded = name + String(repeating: " ", count: max(1, 34 - name.count))
  print(
    "\(padded) wall \(text(wall[runs / 2], 3)) s (\(text(wall[0], 3)) to \(text(wall[runs - 1], 3))), "
      + "processor \(text(processor[runs / 2], 3)) s, memory \(text(memory[runs / 2], 1)) MB")
}

var arguments = Array(CommandLine.arguments.dropFirst())
var runs = 5
if let place = arguments.firstIndex(of: "--runs"), place + 1 < arguments.count {
  runs = max(1, Int(arguments[place + 1]) ?? 5)
  arguments.removeSubrange(place...place + 1)
}
if arguments.first == "--one", arguments.count > 2 {
  measure(arguments[1], Array(arguments[2...]), runs: runs, warmsUp: false)
  exit(0)
}
guard arguments.count == 3 else {
  print("usage: WholeProcess DULY POLICY BOOKS [--runs N]")
  exit(2)
}
let (duly, policy, books) = (arguments[0], arguments[1], arguments[2])
let simulate = [
  duly, "simulate", policy, "--books", books, "--from", "2026-01-05", "--days", "60", "--quiet",
]
measure("start-up (--version)", [duly, "--version"], runs: runs)
measure("validate", [duly, "validate", policy, "--quiet"], runs: runs)
measure("simulate, ndjson", simulate + ["--format", "ndjson"], runs: runs)
measure("simulate, json", simulate + ["--format", "json"], runs: runs)
measure("simulate, text", simulate + ["--format", "text"], runs: runs)
measure("simulate with words, ndjson", simulate + ["--format", "ndjson", "--letters"], runs: runs)
measure(
  "simulate 1 day, ndjson", simulate.map { $0 == "60" ? "1" : $0 } + ["--format", "ndjson"], runs: runs)
