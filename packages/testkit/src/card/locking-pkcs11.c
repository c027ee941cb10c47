/*
 * A PKCS#11 module that locks its PIN at the third wrong try, as the cards do and SoftHSM does not. It is SoftHSM in all
 * but C_Login and C_GetTokenInfo. The tries lie in a file, since each question to a module has a process of its own.
 *
 * MHB_PKCS11_MODULE   the module behind it
 * MHB_PKCS11_TRIES    the file of the wrong tries: one byte each
 *
 * Types and positions are those of PKCS #11 v2.40 (pkcs11t.h, pkcs11f.h).
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned long CK_RV;
typedef CK_RV (*function)(void);

enum { GET_TOKEN_INFO = 6, LOGIN = 18, FUNCTIONS = 68 };
enum { MAX_TRIES = 3, TOKEN_FLAGS_OFFSET = 96 };
enum { CKU_USER = 1 };

#define CKR_OK 0x00UL
#define CKR_GENERAL_ERROR 0x05UL
#define CKR_PIN_INCORRECT 0xa0UL
#define CKR_PIN_LOCKED 0xa4UL
#define CKF_USER_PIN_COUNT_LOW 0x10000UL
#define CKF_USER_PIN_FINAL_TRY 0x20000UL
#define CKF_USER_PIN_LOCKED 0x40000UL

typedef struct {
  unsigned char version[2];
  function entries[FUNCTIONS];
} function_list;

static function_list own;
static function_list *real;

static long tries(void) {
  FILE *file = fopen(getenv("MHB_PKCS11_TRIES"), "rb");
  if (file == NULL) return 0;
  fseek(file, 0, SEEK_END);
  long count = ftell(file);
  fclose(file);
  return count;
}

static void set_tries(long count) {
  FILE *file = fopen(getenv("MHB_PKCS11_TRIES"), "wb");
  while (file != NULL && count-- > 0) fputc('x', file);
  if (file != NULL) fclose(file);
}

static CK_RV get_token_info(unsigned long slot, unsigned char *info) {
  CK_RV result = ((CK_RV(*)(unsigned long, unsigned char *))real->entries[GET_TOKEN_INFO])(slot, info);
  unsigned long flags;
  long wrong = tries();
  memcpy(&flags, info + TOKEN_FLAGS_OFFSET, sizeof flags);
  flags &= ~(CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY | CKF_USER_PIN_LOCKED);
  if (wrong > 0) flags |= CKF_USER_PIN_COUNT_LOW;
  if (wrong == MAX_TRIES - 1) flags |= CKF_USER_PIN_FINAL_TRY;
  if (wrong >= MAX_TRIES) flags |= CKF_USER_PIN_LOCKED;
  memcpy(info + TOKEN_FLAGS_OFFSET, &flags, sizeof flags);
  return result;
}

static CK_RV login(unsigned long session, unsigned long user, unsigned char *pin, unsigned long length) {
  long wrong = tries();
  if (user == CKU_USER && wrong >= MAX_TRIES) return CKR_PIN_LOCKED;
  CK_RV result = ((CK_RV(*)(unsigned long, unsigned long, unsigned char *, unsigned long))real->entries[LOGIN])(
      session, user, pin, length);
  if (user != CKU_USER) return result;
  if (result == CKR_OK) set_tries(0);
  if (result != CKR_PIN_INCORRECT) return result;
  set_tries(wrong + 1);
  return wrong + 1 >= MAX_TRIES ? CKR_PIN_LOCKED : CKR_PIN_INCORRECT;
}

CK_RV C_GetFunctionList(function_list **list) {
  const char *path = getenv("MHB_PKCS11_MODULE");
  void *module = path == NULL || getenv("MHB_PKCS11_TRIES") == NULL ? NULL : dlopen(path, RTLD_NOW);
  CK_RV(*get)(function_list **) = module == NULL ? NULL : (CK_RV(*)(function_list **))dlsym(module, "C_GetFunctionList");
  if (get == NULL || get(&real) != CKR_OK) return CKR_GENERAL_ERROR;
  own = *real;
  own.entries[GET_TOKEN_INFO] = (function)get_token_info;
  own.entries[LOGIN] = (function)login;
  *list = &own;
  return CKR_OK;
}
