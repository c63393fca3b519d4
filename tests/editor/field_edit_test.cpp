#include "editor/field_edit.hpp"

#include "editor/kept_project.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace dostyk;
using model::FieldType;

TEST_SUITE("editor/field_edit") {

namespace {

const std::string goal_id = test::goal_id;

model::FieldRule rule_of(std::string_view kind, std::string_view field)
{
    return *model::find_field(*model::find_kind(kind), field);
}

model::Entity entity_of(test::KeptProject& kept, const std::string& kind, const std::string& id)
{
    const std::string doc = kept.doc(kind, id);
    Diagnostics findings;
    return io::project_of(std::array{io::DocumentText{kind, id, doc}}, findings).entities.at(0);
}

/// The value that a field shows after commands were run on a store.
std::string shown(test::KeptProject& kept, const std::string& field)
{
    const model::Entity goal = entity_of(kept, "goal", goal_id);
    const model::Claim* claim = model::find_claim(goal, field, model::Pack::enriched);
    return claim == nullptr ? "none" : editor::typed_text(claim->value, Language::ru);
}

} // namespace

TEST_CASE("a field gets its first claim and another one, and one of them is chosen")
{
    test::KeptProject kept("field_claims", test::few_rows());
    const auto rule = rule_of("goal", "due");
    const auto goal = [&] { return entity_of(kept, "goal", goal_id); };
    REQUIRE(kept.run(editor::Group{{editor::RemoveField{"goal", goal_id, "/fields/due"}}}));
    const auto add = [&](const char* date) {
        REQUIRE(kept.run(editor::add_claim(goal(), rule, model::DateText{date}, {"a-source"},
                                           model::Pack::enriched)));
    };
    add("2030");
    CHECK(shown(kept, "due") == "2030");
    add("2031");
    CHECK(shown(kept, "due") == "2030"); // the first one, until one is chosen
    REQUIRE(kept.run(editor::choose_claim(goal(), {"goal", goal_id, "due", 1})));
    CHECK(shown(kept, "due") == "2031");
    REQUIRE(kept.run(editor::choose_claim(goal(), {"goal", goal_id, "due", 0})));
    CHECK(shown(kept, "due") == "2030");
    const model::Entity now = goal();
    CHECK(std::count_if(now.fields.at("due").begin(), now.fields.at("due").end(),
                        [](const model::Claim& claim) { return claim.chosen; }) == 1);
    REQUIRE(kept.run(editor::remove_claim(goal(), {"goal", goal_id, "due", 0})));
    CHECK(shown(kept, "due") == "2031");
    REQUIRE(kept.run(editor::remove_claim(goal(), {"goal", goal_id, "due", 0})));
    CHECK_FALSE(goal().fields.contains("due"));
}

TEST_CASE("each language of a text is edited alone, and what is missing is counted")
{
    test::KeptProject kept("field_translation", test::few_rows());
    const editor::ClaimPlace name{"goal", goal_id, "name", 0};
    const int before = editor::missing_translations(entity_of(kept, "goal", goal_id), Language::ky);
    REQUIRE(kept.run(editor::set_translation(name, Language::ky, "")));
    CHECK(editor::missing_translations(entity_of(kept, "goal", goal_id), Language::ky) ==
          before + 1);
    REQUIRE(kept.run(editor::set_translation(name, Language::ky, "Соода \"жаңы\"")));
    const model::Entity goal = entity_of(kept, "goal", goal_id);
    CHECK(model::name_of(goal, model::Pack::enriched, Language::ky) == "Соода \"жаңы\"");
    CHECK(editor::missing_translations(goal, Language::ky) == before);
}

TEST_CASE("sources, flags and the day of a claim are set, and taken away again")
{
    test::KeptProject kept("field_about", test::few_rows());
    const editor::ClaimPlace name{"goal", goal_id, "name", 0};
    REQUIRE(kept.run(editor::set_sources(name, {"one", "two"})));
    REQUIRE(kept.run(editor::set_flags(name, model::flag::inferred | model::flag::demo)));
    REQUIRE(kept.run(editor::set_at(name, "2024")));
    const model::Claim claim = entity_of(kept, "goal", goal_id).fields.at("name").at(0);
    CHECK(claim.sources == std::vector<std::string>{"one", "two"});
    CHECK(claim.flags == (model::flag::inferred | model::flag::demo));
    CHECK(claim.at == "2024");
    REQUIRE(kept.run(editor::set_flags(name, 0)));
    REQUIRE(kept.run(editor::set_at(name, "")));
    const model::Claim after = entity_of(kept, "goal", goal_id).fields.at("name").at(0);
    CHECK(after.flags == 0);
    CHECK(after.at.empty());
}

TEST_CASE("what is typed becomes a value of the field's type, or a reason")
{
    using editor::parse_value;
    const auto date = rule_of("goal", "due");
    CHECK(*parse_value(" 2024-04-19 ", date) == model::Value(model::DateText{"2024-04-19"}));
    CHECK(parse_value("19.04.2024", date).error().message.key == "error.typed.date");
    CHECK(parse_value("2024-02-30", date).error().message.key == "error.typed.date");
    const auto amount = rule_of("goal", "target");
    CHECK(*parse_value("about 1.5 km2", amount) ==
          model::Value(model::Amount{1.5, "km2", "about"}));
    CHECK(*parse_value("2000000000 USD", amount) == model::Value(model::Amount{2e9, "USD", ""}));
    CHECK(parse_value("2 apples", amount).error().message.key == "error.typed.amount");
    CHECK(parse_value("USD", amount).error().message.key == "error.typed.amount");
    const auto number = rule_of("venue", "capacity");
    CHECK(*parse_value("300", number) == model::Value(300.0));
    CHECK(parse_value("many", number).error().message.key == "error.typed.number");
    const auto place = rule_of("venue", "place");
    const auto at = std::get<model::Place>(*parse_value("43.25, 76.95", place)).at;
    CHECK(std::abs(at.lat - 43.25) + std::abs(at.lon - 76.95) < 1e-9);
    CHECK(parse_value("nowhere", place).error().message.key == "error.typed.place");
    CHECK(*parse_value("  ", date) == model::Value(std::monostate{}));
    const auto aliases = rule_of("goal", "aliases");
    CHECK(*parse_value("A\n\n B ", aliases) == model::Value(std::vector<std::string>{"A", "B"}));
}

} // TEST_SUITE
