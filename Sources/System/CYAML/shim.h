#ifndef DULY_CYAML_SHIM_H
#define DULY_CYAML_SHIM_H

#include <yaml.h>

#endif
