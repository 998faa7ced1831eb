#ifndef DULY_CMIME_H
#define DULY_CMIME_H

#include <stddef.h>
#include <stdint.h>

// MIME messages by GMime, which is loaded at the first call: it brings some thirty libraries with it, which would
// otherwise be loaded and bound at every start of the program, also where no mail is written or read.

// A message or a part of one. What a function named `new` or `parse` returns is owned by its caller, who gives it back
// with `duly_mime_release`; what one named `get` returns is borrowed from the message; NULL where there is none.
typedef struct duly_mime duly_mime;

// Bytes that are given back with `duly_mime_free_octets`; `owner` is NULL where there are none.
typedef struct {
  const uint8_t *bytes;
  size_t count;
  void *owner;
} duly_mime_octets;

// The headers that hold addresses.
typedef enum { DULY_MIME_FROM, DULY_MIME_REPLY_TO, DULY_MIME_TO, DULY_MIME_CC } duly_mime_address_header;

// Once in a process, before anything else.
void duly_mime_start(void);
void duly_mime_release(duly_mime *object);
void duly_mime_free_octets(duly_mime_octets octets);

// Writing.

duly_mime *duly_mime_message_new(void);
// A text in UTF-8, as quoted-printable whatever is in it; the bytes are copied.
duly_mime *duly_mime_text_new(const char *subtype, const void *bytes, size_t count);
// A file as base64; its name is UTF-8; the bytes are copied.
duly_mime *duly_mime_file_new(const char *type, const char *subtype, const char *name, const void *bytes, size_t count);
duly_mime *duly_mime_multipart_new(const char *subtype, const char *boundary);
void duly_mime_add(duly_mime *multipart, duly_mime *part);
void duly_mime_set_body(duly_mime *message, duly_mime *body);
// The name may be NULL.
void duly_mime_add_mailbox(duly_mime *message, duly_mime_address_header header, const char *name, const char *address);
void duly_mime_set_subject(duly_mime *message, const char *subject);
// Without the angle brackets.
void duly_mime_set_message_id(duly_mime *message, const char *identifier);
void duly_mime_set_header(duly_mime *message, const char *name, const char *value);
// Seconds since 1970-01-01 UTC, and the offset of its zone in seconds.
void duly_mime_set_date(duly_mime *message, int64_t seconds, int32_t offset);
// The message with CR LF at the end of every line.
duly_mime_octets duly_mime_written(duly_mime *message);

// Reading.

// A message from bytes, which have to stay until it is released; NULL where they are no mail.
duly_mime *duly_mime_parse(const void *bytes, size_t count);
duly_mime *duly_mime_get_body(duly_mime *message);
// The message within a part `message/rfc822`.
duly_mime *duly_mime_get_enclosed(duly_mime *part);
// How many parts a multipart has; -1 for what is none.
int duly_mime_get_count(duly_mime *part);
duly_mime *duly_mime_get_part(duly_mime *part, int index);
int duly_mime_get_header_count(duly_mime *object);
const char *duly_mime_get_header_name(duly_mime *object, int index);
const char *duly_mime_get_header_value(duly_mime *object, int index);
const char *duly_mime_get_type(duly_mime *part);
const char *duly_mime_get_subtype(duly_mime *part);
const char *duly_mime_get_parameter(duly_mime *part, const char *name);
const char *duly_mime_get_disposition(duly_mime *part);
const char *duly_mime_get_filename(duly_mime *part);
// The content of a part without its transfer encoding, in its own charset.
duly_mime_octets duly_mime_content(duly_mime *part);

// Text in UTF-8 from another charset, given back with `duly_mime_free_text`; NULL where the charset is unknown or the
// bytes are none of its text.
char *duly_mime_utf8(const char *charset, const void *bytes, size_t count, size_t *written);
void duly_mime_free_text(char *text);

#endif
