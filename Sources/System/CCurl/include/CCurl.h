#ifndef DULY_CCURL_H
#define DULY_CCURL_H

#include <curl/curl.h>

// libcurl, loaded at the first call: it brings some thirty libraries with it, which would otherwise be loaded and bound
// at every start of the program, also where no mail is sent or read. Of its functions only those of library.c are there.

// `curl_easy_setopt` and `curl_easy_getinfo` are variadic, which Swift does not import: one wrapper a type of value.

typedef size_t (*duly_curl_bytes)(char *bytes, size_t size, size_t count, void *context);
typedef int (*duly_curl_trace)(CURL *handle, curl_infotype kind, char *bytes, size_t count, void *context);

static inline CURLcode duly_curl_set_number(CURL *handle, CURLoption option, long number) {
  return curl_easy_setopt(handle, option, number);
}

static inline CURLcode duly_curl_set_size(CURL *handle, CURLoption option, curl_off_t size) {
  return curl_easy_setopt(handle, option, size);
}

static inline CURLcode duly_curl_set_text(CURL *handle, CURLoption option, const char *text) {
  return curl_easy_setopt(handle, option, text);
}

static inline CURLcode duly_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *list) {
  return curl_easy_setopt(handle, option, list);
}

static inline CURLcode duly_curl_set_pointer(CURL *handle, CURLoption option, void *pointer) {
  return curl_easy_setopt(handle, option, pointer);
}

static inline CURLcode duly_curl_set_bytes(CURL *handle, CURLoption option, duly_curl_bytes function) {
  return curl_easy_setopt(handle, option, function);
}

static inline CURLcode duly_curl_set_trace(CURL *handle, CURLoption option, duly_curl_trace function) {
  return curl_easy_setopt(handle, option, function);
}

static inline CURLcode duly_curl_number(CURL *handle, CURLINFO info, long *number) {
  return curl_easy_getinfo(handle, info, number);
}

static inline CURLcode duly_curl_socket(CURL *handle, curl_socket_t *socket) {
  return curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, socket);
}

// A macro with a cast.
static inline CURLcode duly_curl_global_init(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

#endif
