#include "duly_reply_rules.h"

#include <string.h>

// The rule files of Rules/, linked into the program.
static const unsigned char en[] = {
#embed "Rules/en.yaml"
};
static const unsigned char de[] = {
#embed "Rules/de.yaml"
};
static const unsigned char fr[] = {
#embed "Rules/fr.yaml"
};
static const unsigned char es[] = {
#embed "Rules/es.yaml"
};
static const unsigned char nl[] = {
#embed "Rules/nl.yaml"
};
static const unsigned char it[] = {
#embed "Rules/it.yaml"
};
static const unsigned char bounces[] = {
#embed "Rules/bounces.yaml"
};
// What the words of each language lean to.
static const unsigned char en_leanings[] = {
#embed "Leanings/en.csv"
};
static const unsigned char de_leanings[] = {
#embed "Leanings/de.csv"
};
static const unsigned char fr_leanings[] = {
#embed "Leanings/fr.csv"
};
static const unsigned char es_leanings[] = {
#embed "Leanings/es.csv"
};
static const unsigned char nl_leanings[] = {
#embed "Leanings/nl.csv"
};
static const unsigned char it_leanings[] = {
#embed "Leanings/it.csv"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {
    {"en", en, sizeof en}, {"de", de, sizeof de}, {"fr", fr, sizeof fr}, {"es", es, sizeof es},
    {"nl", nl, sizeof nl}, {"it", it, sizeof it}, {"bounces", bounces, sizeof bounces},
    {"en.leanings", en_leanings, sizeof en_leanings}, {"de.leanings", de_leanings, sizeof de_leanings},
    {"fr.leanings", fr_leanings, sizeof fr_leanings}, {"es.leanings", es_leanings, sizeof es_leanings},
    {"nl.leanings", nl_leanings, sizeof nl_leanings}, {"it.leanings", it_leanings, sizeof it_leanings},
};

const unsigned char *duly_reply_rules(const char *name, size_t *count) {
  for (size_t index = 0; index < sizeof files / sizeof files[0]; index++) {
    if (strcmp(files[index].name, name) == 0) {
      *count = files[index].count;
      return files[index].bytes;
    }
  }
  *count = 0;
  return NULL;
}
