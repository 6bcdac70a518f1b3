// A C face of simdjson's DOM parser. The parsed document is handed over as simdjson's tape
// (https://github.com/simdjson/simdjson/blob/v3.0.1/doc/tape.md), so that walking it costs no call per value.
#ifndef SALLYPORT_SIMDJSON_SHIM_H
#define SALLYPORT_SIMDJSON_SHIM_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef struct sallyport_json_parser sallyport_json_parser;

typedef struct {
    const uint64_t *tape;   // words 0 ..< tape[0] & 0x00ffffffffffffff
    const uint8_t *strings; // each: uint32 length in host order, bytes, NUL
} sallyport_json_document;

/// A parser that refuses documents over `max_bytes` and deeper than `max_depth`. NULL when out of memory.
sallyport_json_parser *sallyport_json_parser_new(size_t max_bytes, size_t max_depth);
void sallyport_json_parser_free(sallyport_json_parser *parser);

/// Parses one document. Returns 0 and fills `out` (valid until the next call or free), else simdjson's error code.
int sallyport_json_parse(sallyport_json_parser *parser, const uint8_t *bytes, size_t length,
                         sallyport_json_document *out);

/// simdjson's text for an error code; a static string.
const char *sallyport_json_error(int code);

#ifdef __cplusplus
}
#endif
#endif
