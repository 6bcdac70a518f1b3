#ifndef SALLYPORT_CLIBCURL_SHIM_H
#define SALLYPORT_CLIBCURL_SHIM_H

#include <curl/curl.h>
#include <stddef.h>

/* curl_easy_setopt and curl_easy_getinfo take their last argument by "...", which Swift cannot call: one function for
 * each type of argument. The header comes with GCC and Clang checks as macros, hence the parentheses. */

static inline CURLcode sallyport_curl_set_long(CURL *handle, CURLoption option, long value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode sallyport_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode sallyport_curl_set_headers(CURL *handle, struct curl_slist *headers) {
    return (curl_easy_setopt)(handle, CURLOPT_HTTPHEADER, headers);
}

/* curl copies the bytes. */
static inline CURLcode sallyport_curl_set_blob(CURL *handle, CURLoption option, const void *bytes, size_t count) {
    struct curl_blob blob = {(void *)bytes, count, CURL_BLOB_COPY};
    return (curl_easy_setopt)(handle, option, &blob);
}

/* curl keeps the pointer: the buffer must live as long as the handle. */
static inline CURLcode sallyport_curl_set_error_buffer(CURL *handle, char *buffer) {
    return (curl_easy_setopt)(handle, CURLOPT_ERRORBUFFER, buffer);
}

/* curl keeps the pointer; with a count of -1 it takes the body's length from strlen. */
static inline CURLcode sallyport_curl_set_post(CURL *handle, const char *bytes, long count) {
    CURLcode code = (curl_easy_setopt)(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    if (code != CURLE_OK) return code;
    return (curl_easy_setopt)(handle, CURLOPT_POSTFIELDS, bytes);
}

typedef size_t (*sallyport_curl_sink)(const char *bytes, size_t size, size_t count, void *context);

static inline CURLcode sallyport_curl_set_sink(CURL *handle, sallyport_curl_sink sink, void *context) {
    CURLcode code = (curl_easy_setopt)(handle, CURLOPT_WRITEFUNCTION, sink);
    if (code != CURLE_OK) return code;
    return (curl_easy_setopt)(handle, CURLOPT_WRITEDATA, context);
}

static inline long sallyport_curl_response_code(CURL *handle) {
    long code = 0;
    return (curl_easy_getinfo)(handle, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0;
}

#endif
