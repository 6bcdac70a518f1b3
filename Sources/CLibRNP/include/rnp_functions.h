/* The functions of librnp that are used, found in the library when the first OpenPGP signature or key turns up: linking
 * it would cost every start of every program what loading librnp, Botan and the C++ library costs. */
#ifndef SALLYPORT_RNP_FUNCTIONS_H
#define SALLYPORT_RNP_FUNCTIONS_H

#include <rnp/rnp.h>
#include <rnp/rnp_err.h>

#define SALLYPORT_RNP_FUNCTIONS(FUNCTION)      \
    FUNCTION(rnp_ffi_create)                   \
    FUNCTION(rnp_ffi_destroy)                  \
    FUNCTION(rnp_set_timestamp)                \
    FUNCTION(rnp_load_keys)                    \
    FUNCTION(rnp_input_from_memory)            \
    FUNCTION(rnp_input_destroy)                \
    FUNCTION(rnp_op_verify_detached_create)    \
    FUNCTION(rnp_op_verify_execute)            \
    FUNCTION(rnp_op_verify_get_signature_count) \
    FUNCTION(rnp_op_verify_get_signature_at)   \
    FUNCTION(rnp_op_verify_signature_get_status) \
    FUNCTION(rnp_op_verify_signature_get_key)  \
    FUNCTION(rnp_op_verify_destroy)            \
    FUNCTION(rnp_locate_key)                   \
    FUNCTION(rnp_key_handle_destroy)           \
    FUNCTION(rnp_key_get_fprint)               \
    FUNCTION(rnp_key_get_primary_fprint)       \
    FUNCTION(rnp_key_is_primary)               \
    FUNCTION(rnp_key_get_alg)                  \
    FUNCTION(rnp_key_get_bits)                 \
    FUNCTION(rnp_key_get_creation)             \
    FUNCTION(rnp_key_valid_till64)             \
    FUNCTION(rnp_key_allows_usage)             \
    FUNCTION(rnp_key_get_primary_uid)          \
    FUNCTION(rnp_buffer_destroy)               \
    FUNCTION(rnp_result_to_string)

#define SALLYPORT_RNP_MEMBER(name) __typeof__(name) *_Nonnull name;
struct sallyport_rnp_functions {
    SALLYPORT_RNP_FUNCTIONS(SALLYPORT_RNP_MEMBER)
};
#undef SALLYPORT_RNP_MEMBER

/* Loads librnp.so.0 and returns its functions, or NULL with what is missing. Both stay for ever. For one caller at a
 * time. */
const struct sallyport_rnp_functions *_Nullable sallyport_rnp_load(const char *_Nullable *_Nonnull missing);

#endif
