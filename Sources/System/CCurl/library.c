#include <dlfcn.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <curl/curl.h>

// The functions of libcurl that Duly calls, under their own names: the first call loads the library.

static const char *const name_of_library = "libcurl.so.4";
static pthread_once_t once = PTHREAD_ONCE_INIT;
static void *handle;

static void load(void) { handle = dlopen(name_of_library, RTLD_LAZY | RTLD_LOCAL); }

// The function of that name. What is missing is a broken installation: the dynamic loader would have ended the
// program at its start in the same manner.
static void *find(const char *name) {
  pthread_once(&once, load);
  void *function = handle == NULL ? NULL : dlsym(handle, name);
  if (function == NULL) {
    fprintf(stderr, "duly: %s\nhelp: install the package libcurl4\n", dlerror());
    exit(127);
  }
  return function;
}

// Seen within the program only: the library's own calls stay its own.
#define HERE __attribute__((visibility("hidden")))

// One function: what it returns, its name, its parameters, the same by name alone. Finding it twice does no harm.
#define GIVES(result, name, parameters, arguments)                             \
  HERE result name parameters {                                                \
    static result(*function) parameters;                                       \
    if (function == NULL) function = (result(*) parameters)find(#name);        \
    return function arguments;                                                 \
  }
#define DOES(name, parameters, arguments)                                      \
  HERE void name parameters {                                                  \
    static void(*function) parameters;                                         \
    if (function == NULL) function = (void(*) parameters)find(#name);          \
    function arguments;                                                        \
  }

// The last argument of the two variadic functions is a long, a pointer or a `curl_off_t`: one register each.
_Static_assert(sizeof(long) == sizeof(void *) && sizeof(curl_off_t) == sizeof(void *), "a 64-bit machine");
#undef curl_easy_setopt
#undef curl_easy_getinfo

HERE CURLcode curl_easy_setopt(CURL *handle, CURLoption option, ...) {
  static CURLcode (*function)(CURL *, CURLoption, ...);
  if (function == NULL) function = (CURLcode(*)(CURL *, CURLoption, ...))find("curl_easy_setopt");
  va_list arguments;
  va_start(arguments, option);
  void *argument = va_arg(arguments, void *);
  va_end(arguments);
  return function(handle, option, argument);
}

HERE CURLcode curl_easy_getinfo(CURL *handle, CURLINFO info, ...) {
  static CURLcode (*function)(CURL *, CURLINFO, ...);
  if (function == NULL) function = (CURLcode(*)(CURL *, CURLINFO, ...))find("curl_easy_getinfo");
  va_list arguments;
  va_start(arguments, info);
  void *argument = va_arg(arguments, void *);
  va_end(arguments);
  return function(handle, info, argument);
}

GIVES(CURL *, curl_easy_init, (void), ())
GIVES(CURLcode, curl_easy_perform, (CURL *handle), (handle))
GIVES(const char *, curl_easy_strerror, (CURLcode code), (code))
GIVES(CURLcode, curl_global_init, (long flags), (flags))
GIVES(struct curl_slist *, curl_slist_append, (struct curl_slist *list, const char *text), (list, text))
DOES(curl_easy_cleanup, (CURL *handle), (handle))
DOES(curl_slist_free_all, (struct curl_slist *list), (list))
// For reading mail over a connection of libcurl's.
GIVES(CURLcode, curl_easy_recv, (CURL *handle, void *bytes, size_t count, size_t *read), (handle, bytes, count, read))
GIVES(CURLcode, curl_easy_send, (CURL *handle, const void *bytes, size_t count, size_t *written), (handle, bytes, count, written))
DOES(curl_easy_reset, (CURL *handle), (handle))

