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
// Which words of each language are of which theme, and what they and the themes lean to.
static const unsigned char en_leanings[] = {
#embed "Leanings/en.csv"
};
static const unsigned char en_themes[] = {
#embed "Themes/en.txt"
};
static const unsigned char de_leanings[] = {
#embed "Leanings/de.csv"
};
static const unsigned char de_themes[] = {
#embed "Themes/de.txt"
};
static const unsigned char fr_leanings[] = {
#embed "Leanings/fr.csv"
};
static const unsigned char fr_themes[] = {
#embed "Themes/fr.txt"
};
static const unsigned char es_leanings[] = {
#embed "Leanings/es.csv"
};
static const unsigned char es_themes[] = {
#embed "Themes/es.txt"
};
static const unsigned char nl_leanings[] = {
#embed "Leanings/nl.csv"
};
static const unsigned char nl_themes[] = {
#embed "Themes/nl.txt"
};
static const unsigned char it_leanings[] = {
#embed "Leanings/it.csv"
};
static const unsigned char it_themes[] = {
#embed "Themes/it.txt"
};
static const unsigned char themes_leanings[] = {
#embed "Leanings/themes.csv"
};
static const unsigned char reasons_leanings[] = {
#embed "Leanings/reasons.csv"
};
static const unsigned char requests_leanings[] = {
#embed "Leanings/requests.csv"
};
static const unsigned char days_leanings[] = {
#embed "Leanings/days.csv"
};
static const unsigned char weights_leanings[] = {
#embed "Leanings/weights.csv"
};
static const unsigned char returns_leanings[] = {
#embed "Leanings/returns.csv"
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {
    FILE_OF("en", en),
    FILE_OF("de", de),
    FILE_OF("fr", fr),
    FILE_OF("es", es),
    FILE_OF("nl", nl),
    FILE_OF("it", it),
    FILE_OF("bounces", bounces),
    FILE_OF("en.leanings", en_leanings),
    FILE_OF("de.leanings", de_leanings),
    FILE_OF("fr.leanings", fr_leanings),
    FILE_OF("es.leanings", es_leanings),
    FILE_OF("nl.leanings", nl_leanings),
    FILE_OF("it.leanings", it_leanings),
    FILE_OF("en.themes", en_themes),
    FILE_OF("de.themes", de_themes),
    FILE_OF("fr.themes", fr_themes),
    FILE_OF("es.themes", es_themes),
    FILE_OF("nl.themes", nl_themes),
    FILE_OF("it.themes", it_themes),
    FILE_OF("themes.leanings", themes_leanings),
    FILE_OF("reasons.leanings", reasons_leanings),
    FILE_OF("requests.leanings", requests_leanings),
    FILE_OF("days.leanings", days_leanings),
    FILE_OF("returns.leanings", returns_leanings),
    FILE_OF("weights.leanings", weights_leanings),
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
