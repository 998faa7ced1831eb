#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

// The functions of GMime and GLib that mime.c calls, under their own names: the first call loads the library.

static const char *const name_of_library = "libgmime-3.0.so.0";
static pthread_once_t once = PTHREAD_ONCE_INIT;
static void *handle;

static void load(void) { handle = dlopen(name_of_library, RTLD_LAZY | RTLD_LOCAL); }

// The function of that name. What is missing is a broken installation: the dynamic loader would have ended the
// program at its start in the same manner.
static void *find(const char *name) {
  pthread_once(&once, load);
  void *function = handle == NULL ? NULL : dlsym(handle, name);
  if (function == NULL) {
    fprintf(stderr, "duly: %s\nhelp: install the package libgmime-3.0-0\n", dlerror());
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

// GLib
GIVES(GByteArray *, g_byte_array_new, (void), ())
GIVES(GByteArray *, g_byte_array_set_size, (GByteArray *array, guint size), (array, size))
DOES(g_byte_array_unref, (GByteArray *array), (array))
GIVES(gchar *, g_convert,
      (const gchar *text, gssize count, const gchar *to, const gchar *from, gsize *read, gsize *written, GError **error),
      (text, count, to, from, read, written, error))
GIVES(GDateTime *, g_date_time_new_from_unix_utc, (gint64 seconds), (seconds))
GIVES(GDateTime *, g_date_time_to_timezone, (GDateTime *time, GTimeZone *zone), (time, zone))
DOES(g_date_time_unref, (GDateTime *time), (time))
GIVES(GTimeZone *, g_time_zone_new_offset, (gint32 seconds), (seconds))
DOES(g_time_zone_unref, (GTimeZone *zone), (zone))
DOES(g_free, (gpointer memory), (memory))
DOES(g_object_unref, (gpointer object), (object))
GIVES(GTypeInstance *, g_type_check_instance_cast, (GTypeInstance *instance, GType type), (instance, type))
GIVES(gboolean, g_type_check_instance_is_a, (GTypeInstance *instance, GType type), (instance, type))

// GMime
DOES(g_mime_init, (void), ())
GIVES(GMimeParamList *, g_mime_content_disposition_get_parameters, (GMimeContentDisposition *object), (object))
GIVES(const char *, g_mime_content_type_get_media_subtype, (GMimeContentType *type), (type))
GIVES(const char *, g_mime_content_type_get_media_type, (GMimeContentType *type), (type))
GIVES(GMimeParamList *, g_mime_content_type_get_parameters, (GMimeContentType *type), (type))
GIVES(GMimeDataWrapper *, g_mime_data_wrapper_new_with_stream, (GMimeStream *stream, GMimeContentEncoding encoding),
      (stream, encoding))
GIVES(ssize_t, g_mime_data_wrapper_write_to_stream, (GMimeDataWrapper *wrapper, GMimeStream *stream),
      (wrapper, stream))
DOES(g_mime_format_options_free, (GMimeFormatOptions *options), (options))
GIVES(GMimeFormatOptions *, g_mime_format_options_new, (void), ())
DOES(g_mime_format_options_set_newline_format, (GMimeFormatOptions *options, GMimeNewLineFormat format),
     (options, format))
GIVES(const char *, g_mime_header_get_name, (GMimeHeader *header), (header))
GIVES(const char *, g_mime_header_get_value, (GMimeHeader *header), (header))
GIVES(int, g_mime_header_list_get_count, (GMimeHeaderList *list), (list))
GIVES(GMimeHeader *, g_mime_header_list_get_header_at, (GMimeHeaderList *list, int index), (list, index))
GIVES(InternetAddressList *, g_mime_message_get_addresses, (GMimeMessage *message, GMimeAddressType type),
      (message, type))
GIVES(GMimeObject *, g_mime_message_get_mime_part, (GMimeMessage *message), (message))
GIVES(GType, g_mime_message_get_type, (void), ())
GIVES(GMimeMessage *, g_mime_message_new, (gboolean pretty), (pretty))
GIVES(GMimeMessage *, g_mime_message_part_get_message, (GMimeMessagePart *part), (part))
GIVES(GType, g_mime_message_part_get_type, (void), ())
DOES(g_mime_message_set_date, (GMimeMessage *message, GDateTime *date), (message, date))
DOES(g_mime_message_set_message_id, (GMimeMessage *message, const char *identifier), (message, identifier))
DOES(g_mime_message_set_mime_part, (GMimeMessage *message, GMimeObject *part), (message, part))
DOES(g_mime_message_set_subject, (GMimeMessage *message, const char *subject, const char *charset),
     (message, subject, charset))
DOES(g_mime_multipart_add, (GMimeMultipart *multipart, GMimeObject *part), (multipart, part))
GIVES(int, g_mime_multipart_get_count, (GMimeMultipart *multipart), (multipart))
GIVES(GMimeObject *, g_mime_multipart_get_part, (GMimeMultipart *multipart, int index), (multipart, index))
GIVES(GType, g_mime_multipart_get_type, (void), ())
GIVES(GMimeMultipart *, g_mime_multipart_new_with_subtype, (const char *subtype), (subtype))
DOES(g_mime_multipart_set_boundary, (GMimeMultipart *multipart, const char *boundary), (multipart, boundary))
GIVES(GMimeContentDisposition *, g_mime_object_get_content_disposition, (GMimeObject *object), (object))
GIVES(GMimeContentType *, g_mime_object_get_content_type, (GMimeObject *object), (object))
GIVES(const char *, g_mime_object_get_content_type_parameter, (GMimeObject *object, const char *name),
      (object, name))
GIVES(const char *, g_mime_object_get_disposition, (GMimeObject *object), (object))
GIVES(GMimeHeaderList *, g_mime_object_get_header_list, (GMimeObject *object), (object))
GIVES(GType, g_mime_object_get_type, (void), ())
DOES(g_mime_object_set_content_type_parameter, (GMimeObject *object, const char *name, const char *value),
     (object, name, value))
DOES(g_mime_object_set_disposition, (GMimeObject *object, const char *disposition), (object, disposition))
DOES(g_mime_object_set_header, (GMimeObject *object, const char *name, const char *value, const char *charset),
     (object, name, value, charset))
GIVES(ssize_t, g_mime_object_write_to_stream,
      (GMimeObject *object, GMimeFormatOptions *options, GMimeStream *stream), (object, options, stream))
GIVES(GMimeParam *, g_mime_param_list_get_parameter, (GMimeParamList *list, const char *name), (list, name))
DOES(g_mime_param_set_charset, (GMimeParam *parameter, const char *charset), (parameter, charset))
GIVES(GMimeMessage *, g_mime_parser_construct_message, (GMimeParser *parser, GMimeParserOptions *options),
      (parser, options))
GIVES(GMimeParser *, g_mime_parser_new_with_stream, (GMimeStream *stream), (stream))
GIVES(GMimeDataWrapper *, g_mime_part_get_content, (GMimePart *part), (part))
GIVES(const char *, g_mime_part_get_filename, (GMimePart *part), (part))
GIVES(GType, g_mime_part_get_type, (void), ())
GIVES(GMimePart *, g_mime_part_new_with_type, (const char *type, const char *subtype), (type, subtype))
DOES(g_mime_part_set_content, (GMimePart *part, GMimeDataWrapper *content), (part, content))
DOES(g_mime_part_set_content_encoding, (GMimePart *part, GMimeContentEncoding encoding), (part, encoding))
DOES(g_mime_part_set_filename, (GMimePart *part, const char *name), (part, name))
GIVES(int, g_mime_stream_flush, (GMimeStream *stream), (stream))
GIVES(GType, g_mime_stream_mem_get_type, (void), ())
GIVES(GMimeStream *, g_mime_stream_mem_new_with_buffer, (const char *bytes, size_t count), (bytes, count))
GIVES(GMimeStream *, g_mime_stream_mem_new_with_byte_array, (GByteArray *array), (array))
DOES(g_mime_stream_mem_set_owner, (GMimeStreamMem *stream, gboolean owner), (stream, owner))
GIVES(int, internet_address_list_add, (InternetAddressList *list, InternetAddress *address), (list, address))
GIVES(InternetAddress *, internet_address_mailbox_new, (const char *name, const char *address), (name, address))
DOES(internet_address_set_charset, (InternetAddress *address, const char *charset), (address, charset))
