#include <openssl/evp.h>
#include <openssl/err.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <openssl/x509_vfy.h>
#include <openssl/cms.h>
#include <openssl/bio.h>
#include <time.h>

/* Stacks are macros of C, which Swift does not see. */

static inline int sallyport_cms_signer_count(CMS_ContentInfo *cms)
{
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
    return signers ? sk_CMS_SignerInfo_num(signers) : 0;
}

static inline CMS_SignerInfo *sallyport_cms_first_signer(CMS_ContentInfo *cms)
{
    return sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
}

/* Checks the path from a certificate to a store, by way of the certificates in the signature. Returns 1 or 0, and why. */
static inline int sallyport_x509_verify(X509_STORE *store, X509 *leaf, CMS_ContentInfo *cms, int *reason)
{
    STACK_OF(X509) *others = CMS_get1_certs(cms);
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    int status = 0;
    *reason = X509_V_ERR_UNSPECIFIED;
    if (context && X509_STORE_CTX_init(context, store, leaf, others)) {
        status = X509_verify_cert(context) == 1;
        *reason = X509_STORE_CTX_get_error(context);
    }
    X509_STORE_CTX_free(context);
    sk_X509_pop_free(others, X509_free);
    return status;
}

static inline int sallyport_general_name_count(const GENERAL_NAMES *names) { return sk_GENERAL_NAME_num(names); }

/* The text of an e-mail address or URI among the names; NULL for other kinds. */
static inline const ASN1_STRING *sallyport_general_name(const GENERAL_NAMES *names, int index, int *kind)
{
    GENERAL_NAME *name = sk_GENERAL_NAME_value(names, index);
    *kind = name->type;
    if (name->type == GEN_EMAIL) return name->d.rfc822Name;
    if (name->type == GEN_URI) return name->d.uniformResourceIdentifier;
    return NULL;
}

/* Seconds since 1970, or -1 for a time that is none. */
static inline long long sallyport_asn1_seconds(const ASN1_TIME *time)
{
    struct tm parts;
    return ASN1_TIME_to_tm(time, &parts) ? (long long)timegm(&parts) : -1;
}
