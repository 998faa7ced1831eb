#ifndef DULY_CGMIME_SHIM_H
#define DULY_CGMIME_SHIM_H

// GMime as it is, for the tests to read what `Mail` wrote; the program uses `CMime`.
#include <gmime/gmime.h>

#endif
