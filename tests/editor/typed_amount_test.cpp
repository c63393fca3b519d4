#include "editor/typed_amount.hpp"

#include "model/schema.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

using namespace dostyk;
using editor::amount_text;
using editor::parse_amount;
using model::Amount;

TEST_SUITE("editor/typed_amount") {

TEST_CASE("an amount is typed in the words of any language, or in the data's own")
{
    const Amount about{1.5, "km2", "about"};
    for (const char* text : {"about 1.5 km2", "about 1,5 km²", "шамамен 1.5 км²", "около 1,5 км2",
                             "болжол менен 1.5 км²", " около  1,5км² "}) {
        CAPTURE(text);
        CHECK(parse_amount(text) == about);
    }
    CHECK(parse_amount("2 000 000 000 USD") == Amount{2e9, "USD", ""});
    CHECK(parse_amount("2\u00a0000 долл. США") == Amount{2000, "USD", ""});
    CHECK(parse_amount("25%") == Amount{25, "percent", ""});
    CHECK(parse_amount("8 жолақ") == Amount{8, "lane", ""});
    CHECK(parse_amount("8 мөлшерінен астам") == std::nullopt);
    CHECK(parse_amount("8 жолақ мөлшерінен астам") == Amount{8, "lane", "over"});
    CHECK(parse_amount("21 полоса") == Amount{21, "lane", ""});
    CHECK(parse_amount("-3 m") == Amount{-3, "m", ""});
    CHECK(parse_amount("\u22123 m") == Amount{-3, "m", ""});
}

TEST_CASE("a number that may be two is none, and 0,125 is one")
{
    CHECK(editor::parse_number("150") == 150);
    CHECK(editor::parse_number("12,5") == 12.5);
    CHECK(editor::parse_number("0,125") == 0.125);
    CHECK(editor::parse_number("1\u00a0500,25") == 1500.25);
    CHECK_FALSE(editor::parse_number("1,500"));
    CHECK_FALSE(editor::parse_number("150 km"));
    CHECK_FALSE(editor::parse_number(""));
}

TEST_CASE("what has no number, no unit or another one is no amount")
{
    for (const char* text :
         {"", "12", "USD", "2 apples", "about 5", "1,500 km", "1 km 2", "5 5 km km", "km 5"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_amount(text));
    }
}

TEST_CASE("the text of an amount is in the language and has all digits")
{
    CHECK(amount_text({8, "lane", ""}, Language::kk) == "8 жолақ");
    CHECK(amount_text({2, "lane", "up_to"}, Language::ru) == "до 2 полосы");
    CHECK(amount_text({1234567.125, "USD", ""}, Language::en) == "1234567.125 US dollars");
    CHECK(amount_text({1e21, "m", ""}, Language::en) == "1000000000000000000000 m");
}

TEST_CASE("the text of an amount is read back as the same amount, in every language")
{
    for (const std::string_view unit : model::units()) {
        for (const Language language : all_languages) {
            const Amount amount{12.5, std::string(unit), ""};
            CAPTURE(amount_text(amount, language));
            CHECK(parse_amount(amount_text(amount, language)) == amount);
        }
    }
    CHECK(rc::check([] {
        const auto units = model::units();
        const auto qualifiers = model::qualifiers();
        std::vector<std::string_view> all{""};
        all.insert(all.end(), qualifiers.begin(), qualifiers.end());
        const Amount amount{*rc::gen::arbitrary<int>() / 8.0,
                            std::string(units[*rc::gen::inRange<std::size_t>(0, units.size())]),
                            std::string(all[*rc::gen::inRange<std::size_t>(0, all.size())])};
        for (const Language language : all_languages) {
            RC_LOG() << amount_text(amount, language);
            RC_ASSERT(parse_amount(amount_text(amount, language)) == amount);
        }
    }));
}

} // TEST_SUITE
