#include "core/text4.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("core/text4") {

TEST_CASE("a language that is there is shown")
{
    const Text4 text{{"Қордай", "Кордай", "Кордай", "Korday"}};

    CHECK(text.in(Language::kk) == "Қордай");
    CHECK(text.in(Language::en) == "Korday");
}

TEST_CASE("a missing language falls back to Russian, then English")
{
    CHECK(Text4{{"", "", "Кордай", "Korday"}}.in(Language::kk) == "Кордай");
    CHECK(Text4{{"", "", "", "Korday"}}.in(Language::ky) == "Korday");
    CHECK(Text4{{"Қордай", "", "", ""}}.in(Language::en) == "Қордай");
}

TEST_CASE("an empty text is empty in every language")
{
    CHECK(Text4{}.is_empty());
    CHECK(Text4{}.in(Language::ru).empty());
    CHECK_FALSE(Text4{{"", "x", "", ""}}.is_empty());
}

} // TEST_SUITE
