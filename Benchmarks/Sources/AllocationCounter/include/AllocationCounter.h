#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

/// How many blocks this process has asked the C library for so far, by malloc and its kin.
unsigned long allocation_count(void);

#endif
