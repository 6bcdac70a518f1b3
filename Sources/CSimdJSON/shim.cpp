#include "include/shim.h"
#include <new>
#include <simdjson.h>

struct sallyport_json_parser {
    simdjson::dom::parser parser;
    size_t max_depth;
    explicit sallyport_json_parser(size_t max_bytes, size_t depth) : parser(max_bytes), max_depth(depth) {}
};

extern "C" sallyport_json_parser *sallyport_json_parser_new(size_t max_bytes, size_t max_depth) {
    return new (std::nothrow) sallyport_json_parser(max_bytes, max_depth);
}

extern "C" void sallyport_json_parser_free(sallyport_json_parser *parser) { delete parser; }

extern "C" int sallyport_json_parse(sallyport_json_parser *p, const uint8_t *bytes, size_t length,
                                    sallyport_json_document *out) {
    if (length > p->parser.max_capacity()) return simdjson::CAPACITY;
    if (p->parser.capacity() < length || p->parser.max_depth() != p->max_depth) {
        auto error = p->parser.allocate(length < 4096 ? 4096 : length, p->max_depth);
        if (error) return error;
    }
    auto result = p->parser.parse(bytes, length, true);
    if (result.error()) return result.error();
    out->tape = p->parser.doc.tape.get();
    out->strings = p->parser.doc.string_buf.get();
    return 0;
}

extern "C" const char *sallyport_json_error(int code) {
    return simdjson::error_message(static_cast<simdjson::error_code>(code));
}
