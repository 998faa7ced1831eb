// The function itself comes with `-sanitize=fuzzer`; a target of C needs a source file.
#include "FuzzerDriver.h"
