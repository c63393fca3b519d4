#include "core/number_text.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using dostyk::to_number;

TEST_SUITE("core/number_text") {

TEST_CASE("a text that is a number and nothing else is that number")
{
    CHECK(to_number<int>("42") == 42);
    CHECK(to_number<int>("-7") == -7);
    CHECK(to_number<double>("1.5") == 1.5);
    for (const char* text : {"", " 1", "1 ", "1x", "+1", "0x10", "1,5"}) {
        CAPTURE(text);
        CHECK_FALSE(to_number<int>(text));
        CHECK_FALSE(to_number<double>(text));
    }
}

TEST_CASE("what the type does not hold is none")
{
    CHECK(to_number<std::uint8_t>("255") == 255);
    CHECK_FALSE(to_number<std::uint8_t>("256"));
    CHECK_FALSE(to_number<std::uint32_t>("-1"));
    CHECK_FALSE(to_number<int>("99999999999"));
}

} // TEST_SUITE
