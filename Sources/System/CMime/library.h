#ifndef DULY_CMIME_LIBRARY_H
#define DULY_CMIME_LIBRARY_H

// GMime's functions as library.c defines them, without GLib's macros in place of functions.
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <gmime/gmime.h>

#undef g_free
#undef g_object_unref

#endif
