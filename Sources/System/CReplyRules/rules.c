#include "duly_reply_rules.h"

#include <string.h>

// The rule files as they lie in Sources/Edge/MailReading/Rules, linked into the program.
static const unsigned char en[] = {
#embed "../../Edge/MailReading/Rules/en.yaml"
};
static const unsigned char de[] = {
#embed "../../Edge/MailReading/Rules/de.yaml"
};
static const unsigned char fr[] = {
#embed "../../Edge/MailReading/Rules/fr.yaml"
};
static const unsigned char es[] = {
#embed "../../Edge/MailReading/Rules/es.yaml"
};
static const unsigned char nl[] = {
#embed "../../Edge/MailReading/Rules/nl.yaml"
};
static const unsigned char it[] = {
#embed "../../Edge/MailReading/Rules/it.yaml"
};
static const unsigned char bounces[] = {
#embed "../../Edge/MailReading/Rules/bounces.yaml"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {
    {"en", en, sizeof en}, {"de", de, sizeof de}, {"fr", fr, sizeof fr}, {"es", es, sizeof es},
    {"nl", nl, sizeof nl}, {"it", it, sizeof it}, {"bounces", bounces, sizeof bounces},
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
