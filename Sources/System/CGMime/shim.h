#ifndef DULY_CGMIME_SHIM_H
#define DULY_CGMIME_SHIM_H

#include <gmime/gmime.h>

// GMime's casts are macros, which Swift does not import. Every object goes through here as a `GMimeObject *`; what
// a function named `new` returns is owned by its caller, who gives it back with `duly_mime_release`.

static inline void duly_mime_release(GMimeObject *object) { g_object_unref(object); }

static inline GMimeObject *duly_mime_message_new(void) {
  return GMIME_OBJECT(g_mime_message_new(FALSE));
}

// Gives the part its content, encoded as said; the bytes are copied.
static inline void duly_mime_set_content(GMimePart *part, const void *bytes, size_t count,
                                         GMimeContentEncoding encoding) {
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
  GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
  g_mime_part_set_content(part, content);
  g_mime_part_set_content_encoding(part, encoding);
  g_object_unref(content);
  g_object_unref(stream);
}

// A text in UTF-8, as quoted-printable whatever is in it.
static inline GMimeObject *duly_mime_text_new(const char *subtype, const void *bytes, size_t count) {
  GMimePart *part = g_mime_part_new_with_type("text", subtype);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
  duly_mime_set_content(part, bytes, count, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return GMIME_OBJECT(part);
}

static inline void duly_mime_use_utf8(GMimeParamList *list, const char *name) {
  GMimeParam *parameter = g_mime_param_list_get_parameter(list, name);
  if (parameter != NULL) g_mime_param_set_charset(parameter, "utf-8");
}

// A file as base64; its name is UTF-8.
static inline GMimeObject *duly_mime_file_new(const char *type, const char *subtype, const char *name,
                                              const void *bytes, size_t count) {
  GMimePart *part = g_mime_part_new_with_type(type, subtype);
  g_mime_object_set_disposition(GMIME_OBJECT(part), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(part, name);
  // GMime would take a Latin alphabet where one is enough.
  duly_mime_use_utf8(g_mime_content_type_get_parameters(g_mime_object_get_content_type(GMIME_OBJECT(part))), "name");
  duly_mime_use_utf8(
      g_mime_content_disposition_get_parameters(g_mime_object_get_content_disposition(GMIME_OBJECT(part))), "filename");
  duly_mime_set_content(part, bytes, count, GMIME_CONTENT_ENCODING_BASE64);
  return GMIME_OBJECT(part);
}

static inline GMimeObject *duly_mime_multipart_new(const char *subtype, const char *boundary) {
  GMimeMultipart *multipart = g_mime_multipart_new_with_subtype(subtype);
  g_mime_multipart_set_boundary(multipart, boundary);
  return GMIME_OBJECT(multipart);
}

static inline void duly_mime_add(GMimeObject *multipart, GMimeObject *part) {
  g_mime_multipart_add(GMIME_MULTIPART(multipart), part);
}

static inline void duly_mime_set_body(GMimeObject *message, GMimeObject *body) {
  g_mime_message_set_mime_part(GMIME_MESSAGE(message), body);
}

// The name may be NULL.
static inline void duly_mime_add_mailbox(GMimeObject *message, GMimeAddressType kind, const char *name,
                                         const char *address) {
  InternetAddress *mailbox = internet_address_mailbox_new(name, address);
  internet_address_set_charset(mailbox, "utf-8");
  internet_address_list_add(g_mime_message_get_addresses(GMIME_MESSAGE(message), kind), mailbox);
  g_object_unref(mailbox);
}

static inline void duly_mime_set_subject(GMimeObject *message, const char *subject) {
  g_mime_message_set_subject(GMIME_MESSAGE(message), subject, "utf-8");
}

// Without the angle brackets.
static inline void duly_mime_set_message_id(GMimeObject *message, const char *identifier) {
  g_mime_message_set_message_id(GMIME_MESSAGE(message), identifier);
}

static inline void duly_mime_set_header(GMimeObject *message, const char *name, const char *value) {
  g_mime_object_set_header(message, name, value, "utf-8");
}

static inline void duly_mime_set_date(GMimeObject *message, int64_t seconds, int32_t offset) {
  GDateTime *utc = g_date_time_new_from_unix_utc(seconds);
  GTimeZone *zone = g_time_zone_new_offset(offset);
  GDateTime *local = g_date_time_to_timezone(utc, zone);
  g_mime_message_set_date(GMIME_MESSAGE(message), local);
  g_date_time_unref(local);
  g_time_zone_unref(zone);
  g_date_time_unref(utc);
}

// The message with CR LF at the end of every line; the caller gives it back with `g_byte_array_unref`.
static inline GByteArray *duly_mime_bytes(GMimeObject *message) {
  GByteArray *bytes = g_byte_array_new();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
  GMimeFormatOptions *options = g_mime_format_options_new();
  g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
  gssize written = g_mime_object_write_to_stream(message, options, stream);
  g_mime_stream_flush(stream);
  g_mime_format_options_free(options);
  g_object_unref(stream);
  if (written < 0) g_byte_array_set_size(bytes, 0);
  return bytes;
}

// Reading. What a function named `get` returns is borrowed from the message; NULL where there is none.

// A message from bytes, which have to stay until it is released; NULL where they are no mail. Owned by the caller.
static inline GMimeObject *duly_mime_parse(const void *bytes, size_t count) {
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
  g_object_unref(parser);
  g_object_unref(stream);
  return message == NULL ? NULL : GMIME_OBJECT(message);
}

static inline GMimeObject *duly_mime_get_body(GMimeObject *message) {
  return GMIME_IS_MESSAGE(message) ? g_mime_message_get_mime_part(GMIME_MESSAGE(message)) : NULL;
}

// The message within a part `message/rfc822`.
static inline GMimeObject *duly_mime_get_enclosed(GMimeObject *part) {
  if (!GMIME_IS_MESSAGE_PART(part)) return NULL;
  GMimeMessage *message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
  return message == NULL ? NULL : GMIME_OBJECT(message);
}

// How many parts a multipart has; -1 for what is none.
static inline int duly_mime_get_count(GMimeObject *part) {
  return GMIME_IS_MULTIPART(part) ? g_mime_multipart_get_count(GMIME_MULTIPART(part)) : -1;
}

static inline GMimeObject *duly_mime_get_part(GMimeObject *part, int index) {
  return g_mime_multipart_get_part(GMIME_MULTIPART(part), index);
}

static inline int duly_mime_get_header_count(GMimeObject *object) {
  return g_mime_header_list_get_count(g_mime_object_get_header_list(object));
}

static inline GMimeHeader *duly_mime_get_header(GMimeObject *object, int index) {
  return g_mime_header_list_get_header_at(g_mime_object_get_header_list(object), index);
}

static inline const char *duly_mime_get_type(GMimeObject *part) {
  GMimeContentType *type = g_mime_object_get_content_type(part);
  return type == NULL ? NULL : g_mime_content_type_get_media_type(type);
}

static inline const char *duly_mime_get_subtype(GMimeObject *part) {
  GMimeContentType *type = g_mime_object_get_content_type(part);
  return type == NULL ? NULL : g_mime_content_type_get_media_subtype(type);
}

static inline const char *duly_mime_get_parameter(GMimeObject *part, const char *name) {
  return g_mime_object_get_content_type_parameter(part, name);
}

static inline const char *duly_mime_get_disposition(GMimeObject *part) {
  return g_mime_object_get_disposition(part);
}

static inline const char *duly_mime_get_filename(GMimeObject *part) {
  return GMIME_IS_PART(part) ? g_mime_part_get_filename(GMIME_PART(part)) : NULL;
}

// The content of a part without its transfer encoding, in its own charset; the caller gives it back with
// `g_byte_array_unref`. NULL for what has no content of its own.
static inline GByteArray *duly_mime_content(GMimeObject *part) {
  GMimeDataWrapper *content = GMIME_IS_PART(part) ? g_mime_part_get_content(GMIME_PART(part)) : NULL;
  if (content == NULL) return NULL;
  GByteArray *bytes = g_byte_array_new();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
  g_mime_data_wrapper_write_to_stream(content, stream);
  g_mime_stream_flush(stream);
  g_object_unref(stream);
  return bytes;
}

// Text in UTF-8 from another charset, to be given back with `g_free`; NULL where the charset is unknown or the bytes
// are none of its text.
static inline char *duly_mime_utf8(const char *charset, const void *bytes, size_t count, size_t *written) {
  return g_convert((const char *)bytes, count, "UTF-8", charset, NULL, written, NULL);
}

#endif
