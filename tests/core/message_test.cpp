#include "core/message.hpp"

#include "core/strings_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;

TEST_SUITE("core/message") {

TEST_CASE("the table is sorted, so that a key is found by halving")
{
    const auto keys = message_keys();

    CHECK(std::is_sorted(keys.begin(), keys.end()));
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("every message has four languages")
{
    for (const StringRow& row : strings_table()) {
        for (const Language language : all_languages) {
            CAPTURE(row.key);
            CAPTURE(code_of(language));
            CHECK_FALSE(row.texts[index_of(language)].empty());
        }
    }
}

TEST_CASE("an unknown key is shown, not hidden")
{
    CHECK(tr(Language::ru, "no.such.key") == "no.such.key");
    CHECK_FALSE(has_message("no.such.key"));
    CHECK(has_message("error.file_missing"));
}

TEST_CASE("places are filled by name, unknown ones stay to be seen")
{
    CHECK(tr(Language::en, Message{"error.file_missing", {{"file", "x.json"}}}) ==
          "There is no file x.json; check the path.");
    CHECK(tr(Language::en, Message{"error.file_missing", {{"other", "1"}}}) ==
          "There is no file {file}; check the path.");
}

TEST_CASE("a value that looks like a place is not filled again")
{
    CHECK(tr(Language::en, Message{"error.file_missing", {{"file", "{file}"}}}) ==
          "There is no file {file}; check the path.");
}

TEST_CASE("a code is said in the language, what is no code stays")
{
    const auto told = [](const char* expected) {
        return tr(Language::ru,
                  Message{"project.wrong_type",
                          {{"expected", expected}, {"shape", ""}, {"found", "array"}}});
    };

    CHECK(told("object").find("объект") != std::string::npos);
    CHECK(told("object").find("список") != std::string::npos);
    CHECK(told("[lon, lat]").find("[lon, lat]") != std::string::npos);
}

TEST_CASE("plural forms follow the language's own rules")
{
    const auto count = [](Language language, const char* number) {
        return tr(language, Message{"count.items", {{"count", number}}});
    };

    CHECK(count(Language::ru, "1") == "1 запись");
    CHECK(count(Language::ru, "3") == "3 записи");
    CHECK(count(Language::ru, "7") == "7 записей");
    CHECK(count(Language::ru, "21") == "21 запись");
    CHECK(count(Language::en, "1") == "1 item");
    CHECK(count(Language::en, "2") == "2 items");
    CHECK(count(Language::kk, "5") == "5 жазба");
    CHECK(count(Language::ky, "5") == "5 жазуу");
}

} // TEST_SUITE
