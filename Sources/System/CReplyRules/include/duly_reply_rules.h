#ifndef DULY_REPLY_RULES_H
#define DULY_REPLY_RULES_H

#include <stddef.h>

// The bytes of a rule file by its name without ending (`en`, `bounces`), and how many there are; NULL where there is
// none of that name. They stay as long as the program runs.
const unsigned char *duly_reply_rules(const char *name, size_t *count);

#endif
