#include "rnp_functions.h"

#include <dlfcn.h>

const struct sallyport_rnp_functions *sallyport_rnp_load(const char **missing)
{
    static struct sallyport_rnp_functions functions;
    void *library = dlopen("librnp.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        *missing = "librnp.so.0 cannot be loaded (Debian package librnp0)";
        return NULL;
    }
#define SALLYPORT_RNP_FIND(name)                                 \
    functions.name = (__typeof__(name) *)dlsym(library, #name);  \
    if (!functions.name) {                                       \
        *missing = "librnp.so.0 has no function " #name;         \
        return NULL;                                             \
    }
    SALLYPORT_RNP_FUNCTIONS(SALLYPORT_RNP_FIND)
#undef SALLYPORT_RNP_FIND
    return &functions;
}
