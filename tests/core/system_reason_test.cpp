#include "core/system_reason.hpp"

#include "core/message.hpp"

#include <doctest/doctest.h>

#include <cerrno>

using namespace dostyk;

TEST_SUITE("core/system_reason") {

TEST_CASE("a common reason has words in every language, a rare one the system's")
{
    for (const int number : {ENOENT, EACCES, ENOTDIR, EISDIR, ENOSPC, EROFS}) {
        CAPTURE(number);
        CHECK(has_message("reason." + system_reason(number)));
    }
    CHECK_FALSE(has_message("reason." + system_reason(ELOOP)));
    CHECK_FALSE(system_reason(ELOOP).empty());
}

TEST_CASE("a refused write is told in the language of the reader")
{
    const Message refused{"error.write_failed",
                          {{"file", "/a"}, {"reason", system_reason(ENOSPC)}}};

    CHECK(tr(Language::ru, refused).find("нет места на диске") != std::string::npos);
}

} // TEST_SUITE
