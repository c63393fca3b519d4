#include "store/merge_projects.hpp"

#include "core/message.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

using namespace dostyk;
using store::Row;

namespace {

using Rows = std::vector<Row>;

Row goal(const std::string& id, const std::string& fields)
{
    return {"goal", id,
            R"({"fields":{)" + fields + R"(},"format":"dostyk-entity","id":")" + id +
                R"(","kind":"goal","pack":"strict","version":1})",
            0};
}

std::string due(const char* year)
{
    return fmt::format(R"("due":[{{"flags":["computed"],"value":"{}"}}])", year);
}

} // namespace

TEST_SUITE("store/merge_projects") {

TEST_CASE("documents of both sides are there, and what was removed and not changed is not")
{
    const Rows base{goal("a", ""), goal("b", "")};
    const Rows mine{goal("a", ""), goal("b", ""), goal("c", "")};
    const Rows theirs{goal("b", due("2030")), goal("d", "")};

    const auto merged = store::merge_projects(base, mine, theirs);

    CHECK(merged.rows == Rows{goal("b", due("2030")), goal("c", ""), goal("d", "")});
    CHECK(merged.changes == Rows{{"goal", "a", "", 0}, goal("b", due("2030")), goal("d", "")});
    CHECK(merged.conflicts.empty());
}

TEST_CASE("a conflict has the three values, and its finding is said in four languages")
{
    const auto merged = store::merge_projects(Rows{goal("a", "")}, Rows{goal("a", due("2027"))},
                                              Rows{goal("a", due("2031"))});

    REQUIRE(merged.conflicts.size() == 1);
    const store::FieldConflict& conflict = merged.conflicts.front();
    CHECK(conflict.base.empty());
    CHECK(conflict.mine == R"([{"flags":["computed"],"value":"2027"}])");
    CHECK(conflict.theirs == R"([{"flags":["computed"],"value":"2031"}])");
    for (const Language language : all_languages) {
        const std::string text = text_of(store::to_finding(conflict), language);
        CHECK(text.starts_with("goal/a.json: /fields/due: "));
        CHECK(text.find("2031") != std::string::npos);
        CHECK(text.find('{') > text.find("MINE"));
    }
}

TEST_CASE("a long value is cut between letters")
{
    store::FieldConflict conflict{"goal", "a", "/fields/name", "", "", ""};
    for (int i = 0; i < 100; ++i) {
        conflict.mine += "x";
        conflict.theirs += "Қ";
    }
    for (const char* head : {"", "x", "xx"}) {
        conflict.theirs = head + conflict.theirs;
        const auto values = store::to_finding(conflict).message.values;
        CHECK(values[0].second == conflict.mine);
        CHECK(values[1].second.ends_with("Қ…"));
    }
}

TEST_CASE("an error that one side had already is not told as the merge's own")
{
    const std::string dangling = R"("indicator":[{"flags":["computed"],"value":"gone"}])";
    const Rows mine{goal("a", dangling)};
    CHECK(store::merge_projects(mine, mine, Rows{goal("a", dangling), goal("b", "")})
              .diagnostics.findings.empty());
}

} // TEST_SUITE
