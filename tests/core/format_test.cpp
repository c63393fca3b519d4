#include "core/format.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;

namespace {

/// ICU parts groups and words with no-break blanks; here they read as plain ones.
std::string plain(std::string text)
{
    for (const std::string_view blank : {"\u00A0", "\u202F"}) {
        for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank)) {
            text.replace(at, blank.size(), " ");
        }
    }
    return text;
}

} // namespace

TEST_SUITE("core/format") {

TEST_CASE("numbers are grouped as the language does it")
{
    CHECK(plain(format_number(1234567.891, Language::ru)) == "1 234 567,89");
    CHECK(plain(format_number(1234567.891, Language::kk)) == "1 234 567,89");
    CHECK(plain(format_number(1234567.891, Language::ky)) == "1 234 567,89");
    CHECK(format_number(1234567.891, Language::en) == "1,234,567.89");
    CHECK(format_number(195, Language::en) == "195");
    CHECK(format_number(1.5, Language::ru, 0) == "2");
}

TEST_CASE("large numbers use words")
{
    CHECK(plain(format_large_number(1.5e9, Language::en)) == "1.5 billion");
    CHECK(plain(format_large_number(1.5e9, Language::ru)) == "1,5 млрд");
    CHECK(plain(format_large_number(1.5e9, Language::kk)) == "1,5 млрд");
    CHECK(plain(format_large_number(260e6, Language::ky)) == "260 млн");
    CHECK(plain(format_large_number(1.318e9, Language::en)) == "1.318 billion");
    CHECK(format_large_number(200000, Language::en) == "200,000");
}

TEST_CASE("a date is as exact as its source, in the grammar of the language")
{
    CHECK(format_date("2024", Language::kk) == "2024");
    CHECK(plain(format_date("2024-04", Language::ru)) == "апрель 2024 г.");
    CHECK(plain(format_date("2024-04-19", Language::ru)) == "19 апреля 2024 г.");
    CHECK(plain(format_date("2024-04-19", Language::kk)) == "2024 ж. 19 сәуір");
    CHECK(plain(format_date("2024-04-19", Language::ky)) == "2024-ж., 19-апрель");
    CHECK(plain(format_date("2024-04-19", Language::en)) == "19 April 2024");
}

TEST_CASE("a period names what its ends share once")
{
    CHECK(plain(format_date("2023-09-22/2023-09-23", Language::ru)) == "22–23 сентября 2023 г.");
    CHECK(plain(format_date("2024/2027", Language::en)).find("2024") == 0);
}

TEST_CASE("what is no date comes back as it is")
{
    for (const auto* text : {"today", "2024-13-01", "2024-1-1", "20240419", "", "2024-04-19/x"}) {
        CHECK(format_date(text, Language::en) == text);
    }
}

} // TEST_SUITE
