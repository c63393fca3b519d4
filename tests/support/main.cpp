#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// Graphics drivers unload themselves at exit; the sanitizers then cannot name what they report.
extern "C" int dlclose(void* /*handle*/);
extern "C" int dlclose(void* /*handle*/)
{
    return 0;
}
#endif
