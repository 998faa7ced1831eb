#include "CMime.h"

#include "library.h"

// GMime's casts are checked by its own types; every object is a `GMimeObject` first.
static GMimeObject *object_of(duly_mime *object) { return (GMimeObject *)object; }
static duly_mime *mime_of(void *object) { return (duly_mime *)object; }

void duly_mime_start(void) { g_mime_init(); }

void duly_mime_release(duly_mime *object) { g_object_unref(object); }

static duly_mime_octets octets_of(GByteArray *array) {
  duly_mime_octets octets = {array->data, array->len, array};
  return octets;
}

void duly_mime_free_octets(duly_mime_octets octets) {
  if (octets.owner != NULL) g_byte_array_unref((GByteArray *)octets.owner);
}

// Writing.

duly_mime *duly_mime_message_new(void) { return mime_of(g_mime_message_new(FALSE)); }

// Gives the part its content, encoded as said.
static void set_content(GMimePart *part, const void *bytes, size_t count, GMimeContentEncoding encoding) {
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
  GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
  g_mime_part_set_content(part, content);
  g_mime_part_set_content_encoding(part, encoding);
  g_object_unref(content);
  g_object_unref(stream);
}

duly_mime *duly_mime_text_new(const char *subtype, const void *bytes, size_t count) {
  GMimePart *part = g_mime_part_new_with_type("text", subtype);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
  set_content(part, bytes, count, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return mime_of(part);
}

static void use_utf8(GMimeParamList *list, const char *name) {
  GMimeParam *parameter = g_mime_param_list_get_parameter(list, name);
  if (parameter != NULL) g_mime_param_set_charset(parameter, "utf-8");
}

duly_mime *duly_mime_file_new(const char *type, const char *subtype, const char *name, const void *bytes,
                              size_t count) {
  GMimePart *part = g_mime_part_new_with_type(type, subtype);
  GMimeObject *object = GMIME_OBJECT(part);
  g_mime_object_set_disposition(object, GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(part, name);
  // GMime would take a Latin alphabet where one is enough.
  use_utf8(g_mime_content_type_get_parameters(g_mime_object_get_content_type(object)), "name");
  use_utf8(g_mime_content_disposition_get_parameters(g_mime_object_get_content_disposition(object)), "filename");
  set_content(part, bytes, count, GMIME_CONTENT_ENCODING_BASE64);
  return mime_of(part);
}

duly_mime *duly_mime_multipart_new(const char *subtype, const char *boundary) {
  GMimeMultipart *multipart = g_mime_multipart_new_with_subtype(subtype);
  g_mime_multipart_set_boundary(multipart, boundary);
  return mime_of(multipart);
}

void duly_mime_add(duly_mime *multipart, duly_mime *part) {
  g_mime_multipart_add(GMIME_MULTIPART(multipart), object_of(part));
}

void duly_mime_set_body(duly_mime *message, duly_mime *body) {
  g_mime_message_set_mime_part(GMIME_MESSAGE(message), object_of(body));
}

static GMimeAddressType address_type(duly_mime_address_header header) {
  switch (header) {
    case DULY_MIME_REPLY_TO: return GMIME_ADDRESS_TYPE_REPLY_TO;
    case DULY_MIME_TO: return GMIME_ADDRESS_TYPE_TO;
    case DULY_MIME_CC: return GMIME_ADDRESS_TYPE_CC;
    case DULY_MIME_FROM: break;
  }
  return GMIME_ADDRESS_TYPE_FROM;
}

void duly_mime_add_mailbox(duly_mime *message, duly_mime_address_header header, const char *name,
                           const char *address) {
  InternetAddress *mailbox = internet_address_mailbox_new(name, address);
  internet_address_set_charset(mailbox, "utf-8");
  internet_address_list_add(g_mime_message_get_addresses(GMIME_MESSAGE(message), address_type(header)), mailbox);
  g_object_unref(mailbox);
}

void duly_mime_set_subject(duly_mime *message, const char *subject) {
  g_mime_message_set_subject(GMIME_MESSAGE(message), subject, "utf-8");
}

void duly_mime_set_message_id(duly_mime *message, const char *identifier) {
  g_mime_message_set_message_id(GMIME_MESSAGE(message), identifier);
}

void duly_mime_set_header(duly_mime *message, const char *name, const char *value) {
  g_mime_object_set_header(object_of(message), name, value, "utf-8");
}

void duly_mime_set_date(duly_mime *message, int64_t seconds, int32_t offset) {
  GDateTime *utc = g_date_time_new_from_unix_utc(seconds);
  GTimeZone *zone = g_time_zone_new_offset(offset);
  GDateTime *local = g_date_time_to_timezone(utc, zone);
  g_mime_message_set_date(GMIME_MESSAGE(message), local);
  g_date_time_unref(local);
  g_time_zone_unref(zone);
  g_date_time_unref(utc);
}

duly_mime_octets duly_mime_written(duly_mime *message) {
  GByteArray *bytes = g_byte_array_new();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
  GMimeFormatOptions *options = g_mime_format_options_new();
  g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
  gssize written = g_mime_object_write_to_stream(object_of(message), options, stream);
  g_mime_stream_flush(stream);
  g_mime_format_options_free(options);
  g_object_unref(stream);
  if (written < 0) g_byte_array_set_size(bytes, 0);
  return octets_of(bytes);
}

// Reading.

duly_mime *duly_mime_parse(const void *bytes, size_t count) {
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
  g_object_unref(parser);
  g_object_unref(stream);
  return mime_of(message);
}

duly_mime *duly_mime_get_body(duly_mime *message) {
  return GMIME_IS_MESSAGE(message) ? mime_of(g_mime_message_get_mime_part(GMIME_MESSAGE(message))) : NULL;
}

duly_mime *duly_mime_get_enclosed(duly_mime *part) {
  return GMIME_IS_MESSAGE_PART(part) ? mime_of(g_mime_message_part_get_message(GMIME_MESSAGE_PART(part))) : NULL;
}

int duly_mime_get_count(duly_mime *part) {
  return GMIME_IS_MULTIPART(part) ? g_mime_multipart_get_count(GMIME_MULTIPART(part)) : -1;
}

duly_mime *duly_mime_get_part(duly_mime *part, int index) {
  return mime_of(g_mime_multipart_get_part(GMIME_MULTIPART(part), index));
}

int duly_mime_get_header_count(duly_mime *object) {
  return g_mime_header_list_get_count(g_mime_object_get_header_list(object_of(object)));
}

static GMimeHeader *header_of(duly_mime *object, int index) {
  return g_mime_header_list_get_header_at(g_mime_object_get_header_list(object_of(object)), index);
}

const char *duly_mime_get_header_name(duly_mime *object, int index) {
  GMimeHeader *header = header_of(object, index);
  return header == NULL ? NULL : g_mime_header_get_name(header);
}

const char *duly_mime_get_header_value(duly_mime *object, int index) {
  GMimeHeader *header = header_of(object, index);
  return header == NULL ? NULL : g_mime_header_get_value(header);
}

const char *duly_mime_get_type(duly_mime *part) {
  GMimeContentType *type = g_mime_object_get_content_type(object_of(part));
  return type == NULL ? NULL : g_mime_content_type_get_media_type(type);
}

const char *duly_mime_get_subtype(duly_mime *part) {
  GMimeContentType *type = g_mime_object_get_content_type(object_of(part));
  return type == NULL ? NULL : g_mime_content_type_get_media_subtype(type);
}

const char *duly_mime_get_parameter(duly_mime *part, const char *name) {
  return g_mime_object_get_content_type_parameter(object_of(part), name);
}

const char *duly_mime_get_disposition(duly_mime *part) { return g_mime_object_get_disposition(object_of(part)); }

const char *duly_mime_get_filename(duly_mime *part) {
  return GMIME_IS_PART(part) ? g_mime_part_get_filename(GMIME_PART(part)) : NULL;
}

duly_mime_octets duly_mime_content(duly_mime *part) {
  duly_mime_octets none = {NULL, 0, NULL};
  GMimeDataWrapper *content = GMIME_IS_PART(part) ? g_mime_part_get_content(GMIME_PART(part)) : NULL;
  if (content == NULL) return none;
  GByteArray *bytes = g_byte_array_new();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
  g_mime_data_wrapper_write_to_stream(content, stream);
  g_mime_stream_flush(stream);
  g_object_unref(stream);
  return octets_of(bytes);
}

char *duly_mime_utf8(const char *charset, const void *bytes, size_t count, size_t *written) {
  return g_convert((const char *)bytes, count, "UTF-8", charset, NULL, written, NULL);
}

void duly_mime_free_text(char *text) { g_free(text); }
