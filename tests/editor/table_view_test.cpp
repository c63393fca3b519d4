#include "core/message.hpp"
#include "editor/table_view.hpp"

#include "core/fold.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <ctime>

using namespace dostyk;
using editor::TableView;
using model::Pack;

namespace {

model::Claim claim_of(model::Value value)
{
    model::Claim claim;
    claim.value = std::move(value);
    return claim;
}

Text4 text(const std::string& english, const std::string& kazakh)
{
    Text4 made;
    made[Language::en] = english;
    made[Language::kk] = kazakh;
    return made;
}

struct Row {
    const char* id;
    const char* english;
    const char* kazakh;
    double count;
    const char* status;
};

std::shared_ptr<const model::Project> project_of(const std::vector<Row>& rows)
{
    auto project = std::make_shared<model::Project>();
    for (const Row& row : rows) {
        model::Entity entity{row.id, "project", Pack::strict, {}};
        entity.fields["name"] = {claim_of(text(row.english, row.kazakh))};
        if (row.count >= 0) {
            entity.fields["count"] = {claim_of(row.count)};
        }
        entity.fields["status"] = {claim_of(model::Word{row.status})};
        project->entities.push_back(std::move(entity));
    }
    project->entities.push_back({"a-goal", "goal", Pack::strict, {}});
    return project;
}

const std::vector<Row> some_rows{{"a", "Astana", "Астана", 10, "planned"},
                                 {"b", "Aktobe", "Ақтөбе", -1, "operating"},
                                 {"c", "Almaty", "Алматы", 9, "planned"},
                                 {"d", "Osh", "Ош", 100, "stalled"},
                                 {"e", "Ozgon", "Өзгөн", 2, "planned"}};

struct Table {
    explicit Table(Language language = Language::en)
    {
        input.project = project_of(some_rows);
        input.language = language;
        model::TableSetup setup;
        setup.kind = "project";
        view.show(setup);
        update();
    }

    void update() { REQUIRE(view.update(input, 1e9)); }

    std::string ids()
    {
        update();
        std::string all;
        for (std::size_t row = 0; row < view.size(); ++row) {
            all += view.entity(row).id;
        }
        return all;
    }

    editor::TableInput input;
    TableView view;
};

} // namespace

TEST_SUITE("editor/table_view") {

TEST_CASE("a table shows the entities of its kind with the columns that have something in them")
{
    Table table;
    CHECK(table.ids() == "abcde");
    REQUIRE(table.view.columns().size() == 3);
    CHECK(table.view.columns()[0].name == "name");
    CHECK(table.view.columns()[1].name == "status");
    CHECK(table.view.cell(3, 0) == "Osh");
    CHECK(table.view.cell(1, 2).empty());
    table.view.set_columns({"id", "name", "no_such_field"});
    REQUIRE(table.view.columns().size() == 2);
    CHECK(table.view.cell(3, 0) == "d");
}

TEST_CASE("a rank that nobody states stands in its column as the order of precedence gives it")
{
    auto project = std::make_shared<model::Project>();
    const auto add = [&](const char* kind, const char* id, const char* field, model::Value value) {
        model::Entity entity{id, kind, Pack::strict, {}};
        entity.fields[field] = {claim_of(std::move(value))};
        project->entities.push_back(std::move(entity));
    };
    add("person", "aigul", "posts", model::Refs{{"ninth"}});
    add("person", "bolot", "posts", model::Refs{{"second"}});
    add("post", "ninth", "precedence", 9.0);
    add("post", "second", "precedence", 2.0);
    add("delegation", "one", "head", model::Refs{{"aigul"}});
    add("delegation", "two", "head", model::Refs{{"bolot"}});
    add("delegation", "three", "rank", 4.0);
    Table table;
    table.input.project = project;
    ++table.input.version;
    model::TableSetup setup;
    setup.kind = "delegation";
    setup.sort = "rank";
    table.view.show(setup);

    CHECK(table.ids() == "twothreeone");
    const auto& columns = table.view.columns();
    const auto rank = std::find_if(columns.begin(), columns.end(),
                                   [](const auto& each) { return each.name == "rank"; });
    REQUIRE(rank != columns.end());
    CHECK(table.view.cell(2, static_cast<std::size_t>(rank - columns.begin())) == "9");
}

TEST_CASE("sorting follows the alphabet of the language, numbers as numbers, gaps last")
{
    Table kazakh(Language::kk);
    kazakh.view.sort_by("name");
    CHECK(kazakh.ids() == "bcade"); // Ақтөбе, Алматы, Астана, Ош, Өзгөн
    kazakh.view.sort_by("count");
    CHECK(kazakh.ids() == "ecadb");
    kazakh.view.sort_by("count");
    CHECK(kazakh.ids() == "daceb"); // what is not stated stays last
    kazakh.view.sort_by("count");
    CHECK(kazakh.ids() == "abcde");
}

TEST_CASE("the filter finds words in every column or in one, in whatever script")
{
    Table table(Language::kk);
    table.view.set_filter("aktobe", "");
    CHECK(table.ids() == "b");
    table.view.set_filter("алматы", "");
    CHECK(table.ids() == "c");
    table.view.set_filter(std::string(tr(Language::kk, "word.status.planned")), "");
    CHECK(table.ids() == "ace");
    table.view.set_filter(std::string(tr(Language::kk, "word.status.planned")), "name");
    CHECK(table.ids().empty());
    table.view.set_filter("", "name");
    CHECK(table.ids() == "abcde");
    table.view.set_filter("10", "count");
    table.view.sort_by("count");
    CHECK(table.ids() == "ad");
}

TEST_CASE("the selection stays with its entities while rows are sorted, filtered and edited")
{
    Table table;
    table.view.choose(1);
    table.view.choose_through(3);
    table.view.toggle(2);
    CHECK(table.view.chosen().size() == 2);
    table.view.sort_by("name");
    table.update();
    CHECK(table.view.is_chosen("b"));
    CHECK_FALSE(table.view.is_chosen("c"));
    CHECK(table.view.entity(*table.view.cursor()).id == "c");
    table.view.set_filter("osh", "");
    table.update();
    REQUIRE(table.view.chosen().size() == 1);
    CHECK(table.view.chosen().front()->id == "d");
    CHECK_FALSE(table.view.cursor().has_value());

    auto fewer = some_rows;
    fewer.erase(fewer.begin());
    table.input.project = project_of(fewer);
    ++table.input.version;
    table.view.set_filter("", "");
    CHECK(table.ids().size() == 4);
    CHECK(table.view.is_chosen("b"));
    CHECK(table.view.row_of("a") == std::nullopt);
}

TEST_CASE("entities of several kinds stand in one table")
{
    Table table;
    table.view.show_entities({"e", "a-goal", "gone", "a"});
    table.update();
    REQUIRE(table.view.size() == 3);
    CHECK(table.view.entity(1).kind == "goal");
    CHECK(table.view.columns()[0].name == "kind");
    CHECK(table.view.cell(0, 0) == tr(Language::en, "kind.project"));
}

TEST_CASE("100,000 rows are sorted and filtered in slices that do not hold up a frame")
{
    constexpr int count = 100'000;
    auto project = std::make_shared<model::Project>();
    project->entities.reserve(count);
    for (int i = 0; i < count; ++i) {
        const int mixed = static_cast<int>((static_cast<long long>(i) * 7919) % count);
        model::Entity entity{"p" + std::to_string(i), "project", Pack::strict, {}};
        entity.fields["name"] = {
            claim_of(text("Trade and logistics complex " + std::to_string(mixed),
                          "Сауда-логистикалық кешен " + std::to_string(mixed)))};
        entity.fields["count"] = {claim_of(static_cast<double>(mixed % 1000))};
        entity.fields["status"] = {claim_of(model::Word{"planned"})};
        project->entities.push_back(std::move(entity));
    }
    editor::TableInput input{project, 1, nullptr, Language::kk, Pack::enriched};
    TableView view;
    model::TableSetup setup;
    setup.kind = "project";
    view.show(setup);

    using clock = std::chrono::steady_clock;
    const auto run = [&](const char* what) {
        int slices = 0;
        double longest = 0;
        const auto started = std::clock();
        bool is_done = false;
        while (!is_done) {
            const auto from = clock::now();
            is_done = view.update(input, 8);
            longest = std::max(
                longest, std::chrono::duration<double, std::milli>(clock::now() - from).count());
            ++slices;
            REQUIRE(slices < 10'000);
        }
        MESSAGE(std::string(what), ": ",
                1000.0 * static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC,
                " ms of CPU in ", slices, " slices, longest ", longest, " ms");
    };
    run("open");
    view.sort_by("name");
    run("sort by name");
    const Collator collator(Language::kk);
    for (std::size_t row = 1000; row < 1100; ++row) {
        CHECK_FALSE(collator.less(view.cell(row, 0), view.cell(row - 1, 0)));
    }
    view.sort_by("count");
    run("sort by count");
    view.set_filter("keshen 4711", "");
    run("first filter");
    CHECK(view.size() == 20); // 4711, nine that end so, ten that begin so
    view.set_filter("КЕШЕН 471", "");
    run("next filter");
    CHECK(view.size() == 300);
}

} // TEST_SUITE
