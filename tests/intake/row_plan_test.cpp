#include "intake/row_plan.hpp"

#include "support/foreign_rows.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using intake::Verdict;
using Rows = std::vector<std::vector<std::string>>;
using Texts = std::vector<std::string>;

namespace {

intake::RowPlan plan(const char* kind, const Texts& targets, const Rows& rows,
                     const model::Project& project = test::small_project(),
                     intake::PlanOptions options = {})
{
    options.source = {"list.xlsx", std::string(64, 'a'), "2026-11-24"};
    intake::ColumnMapping mapping{kind, {}};
    for (const std::string& target : targets) {
        mapping.targets.push_back(intake::parse_target(target));
    }
    return intake::plan_rows(test::table_of(targets, rows), mapping, project, test::unit_names(),
                             options);
}

std::vector<std::string> verdicts(const intake::RowPlan& made)
{
    std::vector<std::string> names;
    for (const intake::PlannedRow& row : made.rows) {
        names.emplace_back(name_of(row.verdict));
    }
    return names;
}

std::string fault(const intake::PlannedRow& row)
{
    return row.notes.empty() ? "" : row.notes.back().note.message.key;
}

} // namespace

TEST_SUITE("intake/row_plan") {

TEST_CASE("new rows are inserted with ids of their own and one source for all")
{
    const auto made = plan("venue", {"name.ru", "capacity"}, {{"Зал А", "10"}, {"Зал Б", "20"}});
    CHECK(verdicts(made) == Texts{"insert", "insert"});
    CHECK(made.rows[0].id == "zal-a");
    CHECK(made.source.id == "import-list-xlsx-aaaaaaaa");
    CHECK(made.is_source_new);
    const model::Claim& claim = made.rows[0].entity.fields.at("capacity").front();
    CHECK(claim.sources == Texts{made.source.id});
    CHECK(std::get<double>(claim.value) == 10);
}

TEST_CASE("a refused row names its column, and changes nothing")
{
    const auto made =
        plan("venue", {"name.ru", "capacity"}, {{"Зал А", "many"}, {"", "5"}, {"Зал Б", "1"}});
    CHECK(verdicts(made) == Texts{"refused", "refused", "insert"});
    CHECK(made.rows[0].notes.front().column == "capacity");
    CHECK(made.rows[0].number == 2);
    CHECK(made.rows[0].id.empty());
    CHECK(made.rows[0].entity.fields.empty());
    CHECK(fault(made.rows[1]) == "import.row.missing_field");
}

TEST_CASE("the same id or the same name is a change of what is there, or nothing at all")
{
    const auto made = plan("venue", {"id", "name.ru", "capacity"},
                           {{"hall", "Большой зал", "300"}, {"", "БОЛЬШОЙ ЗАЛ", ""}});
    CHECK(verdicts(made) == Texts{"change", "refused"});
    CHECK(made.rows[0].changed_fields == Texts{"capacity"});
    CHECK(fault(made.rows[1]) == "import.row.same_as");

    const auto by_name = plan("venue", {"name.ru", "capacity"}, {{"Большой зал", "300"}});
    CHECK(by_name.rows[0].duplicate_of == "hall");
    CHECK(verdicts(by_name) == Texts{"change"});

    const auto same = plan("venue", {"id", "name.ru"}, {{"hall", "Большой зал"}});
    CHECK(verdicts(same) == Texts{"same"});
    CHECK_FALSE(same.has_effect());
}

TEST_CASE("a person decides about duplicates and rows")
{
    intake::PlanOptions options;
    options.choices[2] = intake::Choice::add;
    options.choices[3] = intake::Choice::leave_out;
    const auto made =
        plan("venue", {"name.ru"}, {{"Большой зал"}, {"Зал Б"}}, test::small_project(), options);
    CHECK(verdicts(made) == Texts{"insert", "left_out"});
    CHECK(made.rows[0].id != "hall");
}

TEST_CASE("another value stands beside what a source says, and replaces what an import said")
{
    model::Project project = test::small_project();
    const auto first = plan("venue", {"id", "zone"}, {{"hall", "Asia/Almaty"}}, project);
    REQUIRE(verdicts(first) == Texts{"change"});
    const auto& claims = first.rows[0].entity.fields.at("zone");
    REQUIRE(claims.size() == 2);
    CHECK_FALSE(claims[0].chosen);
    CHECK(claims[1].chosen);
    CHECK(std::get<std::string>(claims[1].value) == "Asia/Almaty");

    project.entities.edit(project.entities.size() - 1).fields["zone"] = claims;
    const auto second = plan("venue", {"id", "zone"}, {{"hall", "Asia/Aqtau"}}, project);
    REQUIRE(second.rows[0].entity.fields.at("zone").size() == 2);
    CHECK(std::get<std::string>(second.rows[0].entity.fields.at("zone")[1].value) == "Asia/Aqtau");
    CHECK(second.rows[0].entity.fields.at("zone")[1].chosen);
}

TEST_CASE("a language that is given leaves the others")
{
    const auto made = plan("venue", {"id", "name.en"}, {{"hall", "Great Hall"}});
    const auto& text = std::get<Text4>(made.rows[0].entity.fields.at("name").back().value);
    CHECK(text[Language::en] == "Great Hall");
    CHECK(text[Language::ru] == "Большой зал");
}

TEST_CASE("persons whom nobody knows are added once, and only with a row that is taken")
{
    const auto made =
        plan("delegation", {"name.ru", "head", "members", "country"},
             {{"A", "Ольга Ли", "Ольга Ли; Иван Петров", "KZ"}, {"B", "Пётр Ан", "", "Атлантида"}});
    CHECK(verdicts(made) == Texts{"insert", "refused"});
    REQUIRE(made.additions.size() == 1);
    CHECK(made.additions[0].id == "olga-li");
    CHECK(std::get<model::Refs>(made.rows[0].entity.fields.at("members").front().value).ids ==
          Texts{"olga-li", "ivan"});
}

TEST_CASE("an id of another kind is refused, and a name that several have")
{
    const auto made = plan("venue", {"id", "name.ru"}, {{"ivan", "Зал"}});
    CHECK(fault(made.rows[0]) == "import.row.other_kind");
    const auto many = plan("person", {"name.ru", "precedence"}, {{"Анна Ким", "1"}});
    CHECK(fault(many.rows[0]) == "import.row.many_of_name");
}

TEST_CASE("sessions of one name on other days are other sessions")
{
    const auto made =
        plan("session", {"name.ru", "date"},
             {{"Обед", "24.11.2026"}, {"Обед", "25.11.2026"}, {"Обед", "25.11.2026"}});
    CHECK(verdicts(made) == Texts{"insert", "insert", "refused"});
    CHECK(made.rows[0].id != made.rows[1].id);
}

TEST_CASE("naughty texts are kept to the letter")
{
    for (const char* text : {"'; DROP TABLE x; --", "<script>alert(1)</script>", "\u202Eabc\u202C",
                             "Ω≈ç√∫˜µ≤≥÷", "​​", "=1+1", "../../etc/passwd", "NULL", "𝕬𝖓𝖓𝖆"}) {
        const std::string name = "A " + std::string(text);
        CAPTURE(name);
        const auto made = plan("venue", {"name.ru"}, {{name}});
        REQUIRE(verdicts(made) == Texts{"insert"});
        CHECK(std::get<Text4>(made.rows[0].entity.fields.at("name").front().value)[Language::ru] ==
              name);
    }
}

} // TEST_SUITE
