#include "editor/planning_rules.hpp"

#include "memory_rows.hpp"

#include "model/validate.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>

using namespace dostyk;
using namespace dostyk::editor;
using schedule::Custom;
using schedule::Customs;
using schedule::Rule;
using schedule::RuleBook;
using schedule::RuleId;
using schedule::Tier;

namespace {

using Lines = std::vector<std::string>;

/// A meeting whose rows are changed, and which is read anew after each edit.
class Planned {
public:
    explicit Planned(const std::string& planning = {})
    {
        rows.put("meeting", "forum",
                 planning.empty() ? "{}" : R"({"planning": [{"value": )" + planning + "}]}");
        project = rows.project();
    }

    [[nodiscard]] const model::Entity& meeting() const { return *project.find("forum"); }
    [[nodiscard]] RuleBook book() const { return planning_rules(meeting()).book; }
    [[nodiscard]] Lines lines() const
    {
        const auto* lines = model::find_value<Lines>(meeting(), "planning", model::Pack::enriched);
        return lines != nullptr ? *lines : Lines{};
    }

    /// "done", "same", or the key of the reason why not.
    std::string run(const Result<RowEdit>& edit)
    {
        if (!edit || !*edit) {
            return edit ? "same" : edit.error().message.key;
        }
        rows.apply(**edit);
        project = rows.project();
        return "done";
    }

    test::MemoryRows rows;
    model::Project project;
};

const Custom& custom_of(std::string_view name)
{
    return *std::find_if(schedule::customs().begin(), schedule::customs().end(),
                         [&](const Custom& each) { return each.name == name; });
}

RuleId any_rule()
{
    return static_cast<RuleId>(*rc::gen::inRange<std::size_t>(0, schedule::rule_count));
}

const Custom& any_custom()
{
    return schedule::customs()[*rc::gen::inRange<std::size_t>(0, schedule::customs().size())];
}

/// One edit of any row; what the book has to be after it.
RuleBook edit_any(Planned& planned)
{
    RuleBook book = planned.book();
    const RuleId id = any_rule();
    const Custom& custom = any_custom();
    switch (*rc::gen::inRange(0, 5)) {
    case 0: {
        const Tier tier = *rc::gen::element(Tier::off, Tier::soft, Tier::hard);
        if (planned.run(set_tier(planned.meeting(), id, tier)) == "done") {
            book[id] = *usual_rule(id, tier);
        }
        return book;
    }
    case 1: {
        const int weight = *rc::gen::inRange(-1, schedule::most_weight + 2);
        if (planned.run(set_weight(planned.meeting(), id, std::to_string(weight))) == "done") {
            book[id] = weight > 0 ? Rule{Tier::soft, weight} : *usual_rule(id, Tier::off);
        }
        return book;
    }
    case 2: {
        const int value = *rc::gen::inRange(custom.least - 1, custom.most + 2);
        if (planned.run(set_custom(planned.meeting(), custom, value)) == "done") {
            book.customs.*custom.member = value;
        }
        return book;
    }
    case 3:
        planned.run(reset_rule(planned.meeting(), id));
        book[id] = schedule::default_rules()[id];
        return book;
    default:
        if (planned.run(reset_custom(planned.meeting(), custom)) == "done") {
            book.customs.*custom.member = Customs{}.*custom.member;
        }
        return book;
    }
}

} // namespace

TEST_SUITE("editor/planning_rules") {

TEST_CASE("what was written is read back, and only what differs from the catalogue is written")
{
    CHECK(rc::check([] {
        Planned planned;
        for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
            const RuleBook wanted = edit_any(planned);
            RC_ASSERT(planned.book() == wanted);
        }
        const PlanningRules rules = planning_rules(planned.meeting());
        RC_ASSERT(rules.changes == planned.lines().size());
        RC_ASSERT(rules.unread.empty());
        RC_ASSERT(planned.meeting().fields.contains("planning") == (rules.changes > 0));
    }));
}

TEST_CASE("every row set back leaves a meeting as it was")
{
    CHECK(rc::check([] {
        Planned planned;
        const model::Entity before = planned.meeting();
        for (int i = *rc::gen::inRange(1, 8); i > 0; --i) {
            (void)edit_any(planned);
        }
        for (std::size_t i = 0; i < schedule::rule_count; ++i) {
            planned.run(reset_rule(planned.meeting(), static_cast<RuleId>(i)));
        }
        // An hour that two customs bound goes back with the other one.
        for (int round = 0; round < 2; ++round) {
            for (const Custom& custom : schedule::customs()) {
                planned.run(reset_custom(planned.meeting(), custom));
            }
        }
        RC_ASSERT(planned.meeting() == before);
    }));
}

TEST_CASE("a row that is set stands in its place, and the others stay as somebody wrote them")
{
    Planned planned(R"(["S11  off", "H5 soft", "grain_min 5", "S11 soft 7"])");
    REQUIRE(planning_rules(planned.meeting()).unread == Lines{"H5 soft"});

    CHECK(planned.run(set_tier(planned.meeting(), RuleId::s11, Tier::off)) == "done");
    CHECK(planned.lines() == Lines{"S11 off", "H5 soft", "grain_min 5"});
    CHECK(planned.run(set_tier(planned.meeting(), RuleId::h05, Tier::soft)) == "done");
    CHECK(planned.lines() == Lines{"S11 off", "H5 soft", "grain_min 5", "H05 soft 50"});
    CHECK(planned.run(reset_rule(planned.meeting(), RuleId::s11)) == "done");
    CHECK(planned.run(remove_line(planned.meeting(), "H5 soft")) == "done");
    CHECK(planned.lines() == Lines{"grain_min 5", "H05 soft 50"});
}

TEST_CASE("a tier that a rule has is no edit, and keeps the weight that somebody gave it")
{
    Planned planned(R"(["S01 soft 9"])");
    CHECK(planned.run(set_tier(planned.meeting(), RuleId::s01, Tier::soft)) == "same");
    CHECK(planned.run(set_weight(planned.meeting(), RuleId::s01, "9")) == "same");
    CHECK(planned.run(set_weight(planned.meeting(), RuleId::s01, "0")) == "done");
    CHECK(planned.lines() == Lines{"S01 off"});
    CHECK(planned.run(set_tier(planned.meeting(), RuleId::s01, Tier::soft)) == "done");
    CHECK(planned.lines().empty());
}

TEST_CASE("the first line is a claim that says it is assumed, so that nobody misses its source")
{
    Planned planned;
    planned.run(set_tier(planned.meeting(), RuleId::s11, Tier::off));
    const model::Claim* claim =
        model::find_claim(planned.meeting(), "planning", model::Pack::enriched);
    REQUIRE(claim != nullptr);
    CHECK(claim->flags == model::flag::assumed);
    Diagnostics findings;
    validate(planned.project, {}, findings);
    CHECK(std::none_of(findings.findings.begin(), findings.findings.end(), [](const Finding& each) {
        return each.pointer.find("planning") != std::string::npos;
    }));
}

TEST_CASE("lines that a source states stay beside ours, and ours count")
{
    Planned planned;
    planned.rows.apply(SetField{"meeting", "forum", "/fields/planning",
                                R"([{"value": ["S11 off"], "sources": ["paper"]}])"});
    planned.project = planned.rows.project();

    CHECK(planned.run(set_tier(planned.meeting(), RuleId::h05, Tier::soft)) == "done");
    CHECK(planned.lines() == Lines{"S11 off", "H05 soft 50"});
    CHECK(planned.run(reset_rule(planned.meeting(), RuleId::h05)) == "done");
    CHECK(planned.run(reset_rule(planned.meeting(), RuleId::s11)) == "done");
    CHECK(planned.book() == schedule::default_rules());
    const auto& claims = planned.meeting().fields.find("planning")->second;
    REQUIRE(claims.size() == 2);
    CHECK(std::get<Lines>(claims.front().value) == Lines{"S11 off"});
}

TEST_CASE("a value that cannot be is refused in words, and changes nothing")
{
    Planned planned(R"(["meal_to_min 900"])");
    const auto refused = [&](const Result<RowEdit>& edit) {
        REQUIRE_FALSE(edit);
        for (const Language language : all_languages) {
            CHECK(tr(language, edit.error().message) != edit.error().message.key);
        }
        return edit.error().message.key;
    };
    const model::Entity& meeting = planned.meeting();
    CHECK(refused(set_tier(meeting, RuleId::h02, Tier::soft)) == "error.planning.tier");
    CHECK(refused(set_tier(meeting, RuleId::s02, Tier::hard)) == "error.planning.tier");
    CHECK(refused(set_weight(meeting, RuleId::h05, "5")) == "error.planning.not_soft");
    for (const char* typed : {"", "x", "-1", "1.5", "100001"}) {
        CAPTURE(typed);
        CHECK(refused(set_weight(meeting, RuleId::s01, typed)) == "error.planning.number");
    }
    CHECK(refused(set_custom(meeting, custom_of("grain_min"), 4)) == "error.planning.number");
    CHECK(refused(set_custom(meeting, custom_of("meal_from_min"), 900)) ==
          "error.planning.meal_hours");
    CHECK(refused(set_custom(meeting, custom_of("preferred_to_min"), 60)) ==
          "error.planning.preferred_hours");
    CHECK(refused(set_custom(meeting, custom_of("queue_p90_min"), 44)) == "error.planning.queues");
    CHECK(set_custom(meeting, custom_of("queue_p90_min"), 45));
}

TEST_CASE("what is typed for a custom is read with its unit, or refused with its limits")
{
    CHECK(parse_custom(custom_of("meal_from_min"), "12:30").value() == 750);
    CHECK(parse_custom(custom_of("meal_from_min"), "9:05").value() == 545);
    CHECK(parse_custom(custom_of("meal_to_min"), "24:00").value() == 1440);
    CHECK(parse_custom(custom_of("rest_min"), "480").value() == 480);
    for (const char* typed : {"24:01", "12", "12:60", "-1:00", "12:3", "a:30", ""}) {
        CAPTURE(typed);
        const auto value = parse_custom(custom_of("meal_from_min"), typed);
        REQUIRE_FALSE(value);
        CHECK(value.error().message.key == "error.planning.clock");
    }
    for (const char* typed : {"4", "61", "5.5", "x", ""}) {
        CAPTURE(typed);
        CHECK_FALSE(parse_custom(custom_of("grain_min"), typed));
    }
    for (const Custom& custom : schedule::customs()) {
        for (const int value : {custom.least, custom.most, Customs{}.*custom.member}) {
            CHECK(parse_custom(custom, typed_text(custom, value)).value() == value);
        }
    }
}

TEST_CASE("every rule and every custom is called something in each language")
{
    for (const Language language : all_languages) {
        for (std::size_t i = 0; i < schedule::rule_count; ++i) {
            CHECK(has_message("rule." + key_of(static_cast<RuleId>(i))));
        }
        for (const Custom& custom : schedule::customs()) {
            CAPTURE(custom.name);
            CHECK(tr(language, "custom." + std::string(custom.name)).find("custom.") ==
                  std::string_view::npos);
        }
    }
}

} // TEST_SUITE
