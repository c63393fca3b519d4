#include "schedule/dzn_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace dostyk;
using schedule::read_dzn;

namespace {

/// "place key" of what is wrong, or nothing.
std::string fault_of(std::string_view text)
{
    const auto read = read_dzn(text, "f.dzn");
    return read ? "" : read.error().where + " " + read.error().message.key;
}

} // namespace

TEST_SUITE("schedule/dzn_text") {

TEST_CASE("numbers, lists, sets and rows are read with their lines")
{
    const auto read = read_dzn("a = 7; % a comment\n"
                               "b = [1,-2,\n 3];\n"
                               "c = [{0}, {}, {4, 5}];\n"
                               "d = [|1, 2,3, \n|4, 5,6, \n|];\n",
                               "f.dzn");

    REQUIRE(read);
    CHECK(read->values.at("a").number == 7);
    CHECK_FALSE(read->values.at("a").is_list);
    const auto& list = read->values.at("b").items;
    REQUIRE(list.size() == 3);
    CHECK(list[1].number == -2);
    CHECK(list[2].line == 3);
    const auto& sets = read->values.at("c").items;
    REQUIRE(sets.size() == 3);
    CHECK(sets[1].is_list);
    CHECK(sets[1].items.empty());
    CHECK(sets[2].items.back().number == 5);
    const auto& rows = read->values.at("d").items;
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].items.front().number == 4);
    CHECK(rows[1].line == 6);
}

TEST_CASE("an end in the middle names what was cut off")
{
    CHECK(fault_of("a = [1,\n2") == "f.dzn:2 error.instance.cut_off");
    CHECK(fault_of("a = [|1, 2,3,\n|4,") == "f.dzn:2 error.instance.cut_off");
    CHECK(fault_of("a = 4") == "f.dzn:1 error.instance.cut_off");
    CHECK(fault_of("a = 4;\nb") == "f.dzn:2 error.instance.cut_off");
}

TEST_CASE("what does not fit is named with its line")
{
    CHECK(fault_of("a = 4;\na = 5;") == "f.dzn:2 error.instance.twice");
    CHECK(fault_of("a = x;") == "f.dzn:1 error.instance.not_a_number");
    CHECK(fault_of("a = 99999999999;") == "f.dzn:1 error.instance.not_a_number");
    CHECK(fault_of("a = [1 2];") == "f.dzn:1 error.instance.unexpected");
    CHECK(fault_of("a = [[1]];") == "f.dzn:1 error.instance.not_a_number");
    CHECK(fault_of("= 4;") == "f.dzn:1 error.instance.unexpected");
    CHECK(fault_of("\n\n?") == "f.dzn:3 error.instance.unexpected");
}

TEST_CASE("any text is read or refused, and every cut of a good one but its last blanks is refused")
{
    CHECK(rc::check([] {
        const auto text = *rc::gen::container<std::string>(rc::gen::element(
            'a', '=', '[', ']', '|', '{', '}', ',', ';', '1', '-', '\n', '%', ' '));
        const auto read = read_dzn(text, "f");
        const bool is_placed = read ? true : read.error().where.starts_with("f:");
        RC_ASSERT(is_placed);
    }));
    const std::string good = "d = [|1, 2,3, |4, 5,6, |];";
    for (std::size_t size = 1; size < good.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(read_dzn(good.substr(0, size), "f"));
    }
}

} // TEST_SUITE
