import Execution
import Glibc

/// What the system says of itself.
enum Machine {
  /// Which start of the machine this is; the same text until it goes down.
  static var boot: String {
    guard let file = fopen("/proc/sys/kernel/random/boot_id", "r") else { return RunSettings.unknownBoot }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 64)
    guard fgets(&line, Int32(line.count), file) != nil else { return RunSettings.unknownBoot }
    let text = String(
      decoding: line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.isEmpty ? RunSettings.unknownBoot : text
  }
}
