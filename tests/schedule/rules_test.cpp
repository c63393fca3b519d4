#include "schedule/rules.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/rules") {

TEST_CASE("every rule has its code, and is by default what its letter says")
{
    const RuleBook book = default_rules();
    for (std::size_t i = 0; i < rule_count; ++i) {
        const auto id = static_cast<RuleId>(i);
        CHECK(parse_rule(code_of(id)) == id);
        CHECK((book[id].tier == Tier::hard) == (code_of(id).front() == 'H'));
        CHECK(book[id].weight > 0);
    }
    CHECK_FALSE(parse_rule("H20"));
}

TEST_CASE("a line changes one rule or one custom, and says it again")
{
    RuleBook book = default_rules();
    CHECK(apply_line(book, "H05 soft 12"));
    CHECK(book[RuleId::h05] == Rule{Tier::soft, 12});
    CHECK(apply_line(book, "S11  off"));
    CHECK(book[RuleId::s11].tier == Tier::off);
    CHECK(apply_line(book, "H13 off"));
    CHECK(apply_line(book, "H13 hard"));
    CHECK(apply_line(book, "H05 soft"));
    CHECK(book[RuleId::h05].weight == 50);
    CHECK(apply_line(book, "grain_min 5"));
    CHECK(book.customs.grain_min == 5);
}

TEST_CASE("a line that says nothing of the kind is refused and changes nothing")
{
    RuleBook book = default_rules();
    for (const char* line :
         {"", "H05", "H99 off", "H05 soft x", "H02 soft 10", "S01 hard", "H05 hard 3", "grain_min",
          "grain_min 0", "grain_min 4", "speed 3", "grain_min 15 16", "H05 soft 5 5", "S01 soft -1",
          "S01 soft 100001", "H05 of", "S11 off 0"}) {
        CAPTURE(line);
        CHECK_FALSE(apply_line(book, line));
    }
    CHECK(book == default_rules());
}

TEST_CASE("every custom is said as a line that gives it back")
{
    Customs changed;
    changed.grain_min = 5;
    changed.plan_for_p90 = 1;
    RuleBook book = default_rules();
    for (const Custom& each : customs()) {
        CHECK(apply_line(book, line_of(each, changed.*each.member)));
    }
    CHECK(book.customs == changed);
}

TEST_CASE("a rule in each tier that it may be in, and each custom within its limits, is read back")
{
    for (std::size_t i = 0; i < rule_count; ++i) {
        const auto id = static_cast<RuleId>(i);
        for (const Tier tier : {Tier::off, Tier::soft, Tier::hard}) {
            const auto rule = usual_rule(id, tier);
            RuleBook book = default_rules();
            CAPTURE(code_of(id));
            CHECK(rule.has_value() ==
                  bool(apply_line(book, code_of(id) + (tier == Tier::off    ? " off"
                                                       : tier == Tier::soft ? " soft"
                                                                            : " hard"))));
            REQUIRE((!rule || apply_line(book, line_of(id, *rule))));
            CHECK((!rule || book[id] == *rule));
        }
        CHECK(usual_rule(id, default_rules()[id].tier) == default_rules()[id]);
    }
    for (const Custom& custom : customs()) {
        RuleBook book = default_rules();
        CAPTURE(custom.name);
        for (const int value : {custom.least, custom.most, Customs{}.*custom.member}) {
            REQUIRE(apply_line(book, line_of(custom, value)));
            CHECK(book.customs.*custom.member == value);
        }
        CHECK_FALSE(apply_line(book, line_of(custom, custom.most + 1)));
    }
}

TEST_CASE("a weight of nothing turns a rule off, whichever way it is said")
{
    RuleBook book = default_rules();
    RuleBook other = default_rules();
    CHECK(apply_line(book, "S11 soft 0"));
    CHECK(apply_line(other, "S11 off"));
    CHECK(book == other);
}

} // TEST_SUITE
