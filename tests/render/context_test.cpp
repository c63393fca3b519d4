#include "render/context.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <string>
#include <unistd.h>

using namespace dostyk;

namespace {

/// This test program again, with one case and one variable.
int run_self(const std::string& environment, const std::string& test_case)
{
    std::array<char, 4096> path{};
    const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size() - 1);
    REQUIRE(length > 0);
    const std::string command =
        environment + " '" + path.data() + "' --no-skip -tc='" + test_case + "' > /dev/null 2>&1";
    return std::system(command.c_str()); // NOLINT(cert-env33-c): our own program
}

} // namespace

TEST_SUITE("render/context") {

TEST_CASE("a context without a display can be made twice, one after the other")
{
    for (int i = 0; i < 2; ++i) {
        auto context = render::make_headless_context();
        REQUIRE(context);
        (*context)->make_current();
    }
    CHECK(render::make_headless_context());
}

TEST_CASE("child: without a driver the error says what is missing" * doctest::skip())
{
    const auto context = render::make_headless_context();

    REQUIRE_FALSE(context);
    CHECK(context.error().code == ErrorCode::no_display);
    CHECK(text_of(context.error(), Language::en).find("libegl1") != std::string::npos);
}

TEST_CASE("without a driver there is an error, not a crash")
{
    // The loader reads its drivers once in a process, so another process has to do it.
    CHECK(run_self("__EGL_VENDOR_LIBRARY_FILENAMES=/nonexistent.json",
                   "child: without a driver*") == 0);
}

} // TEST_SUITE
