#include "core/language.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace dostyk;

TEST_SUITE("core/language") {

TEST_CASE("every language is found by its own code")
{
    for (const Language language : all_languages) {
        CHECK(parse_language(code_of(language)) == language);
    }
}

TEST_CASE("a locale names its language")
{
    CHECK(parse_language("ru_RU.UTF-8") == Language::ru);
    CHECK(parse_language("kk") == Language::kk);
    CHECK_FALSE(parse_language("de_DE"));
    CHECK_FALSE(parse_language("russian"));
}

TEST_CASE("the cycle visits all four and comes back")
{
    Language language = Language::kk;
    for (const Language expected : {Language::ky, Language::ru, Language::en, Language::kk}) {
        language = next_language(language);
        CHECK(language == expected);
    }
}

TEST_CASE("the first variable that is set decides the system's language")
{
    ::setenv("LC_ALL", "", 1);
    ::setenv("LC_MESSAGES", "ky_KG.UTF-8", 1);
    ::setenv("LANG", "ru_RU.UTF-8", 1);
    CHECK(system_language() == Language::ky);

    ::setenv("LC_ALL", "C", 1);
    CHECK(system_language() == Language::en);
}

} // TEST_SUITE
