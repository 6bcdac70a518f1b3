#include <git2.h>
#include <git2/sys/repository.h>
#include <git2/sys/mempack.h>

// git_libgit2_opts takes what follows by the option, which Swift cannot call.
static inline int sallyport_git_set_authorities(const char *file) {
    return git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, file, (const char *)0);
}
