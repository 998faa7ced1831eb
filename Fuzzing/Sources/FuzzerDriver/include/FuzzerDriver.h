#ifndef FUZZER_DRIVER_H
#define FUZZER_DRIVER_H

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with its own arguments until a limit or a finding ends it.
///
/// Declared by compiler-rt in `FuzzerInterface.h`, which Swift's toolchain does not ship.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
