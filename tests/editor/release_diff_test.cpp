#include "editor/release_diff.hpp"

#include "editor/released_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using editor::ReleaseDiff;
using test::hours;
using test::session;

namespace {

/// What a project's programme is compared with.
struct Followed {
    editor::Programme programme;
    ReleaseDiff diff;

    explicit Followed(model::Project project) { take(std::move(project)); }
    void take(model::Project project)
    {
        programme.follow(std::make_shared<const model::Project>(std::move(project)));
        diff.follow(programme);
    }
    void choose(int before, int after)
    {
        diff.choose(before, after);
        diff.follow(programme);
    }
    [[nodiscard]] std::vector<std::string> concerned() const
    {
        std::vector<std::string> ids;
        std::transform(diff.sheets().begin(), diff.sheets().end(), std::back_inserter(ids),
                       [](const editor::ChangeSheet& sheet) { return sheet.id; });
        return ids;
    }
};

} // namespace

TEST_SUITE("editor/release_diff") {

TEST_CASE("one session that has moved is one arrow, and a sheet for those whom it concerns alone")
{
    Followed followed(test::released(test::calm_sessions(), test::moved_talks()));
    CHECK(followed.diff.before() == 1);
    CHECK(followed.diff.after() == ReleaseDiff::now);
    CHECK(followed.diff.unreleased() == 1);
    REQUIRE(followed.diff.diff().changes.size() == 1);

    const auto& moves = followed.diff.moves(Language::en);
    REQUIRE(moves.size() == 1);
    CHECK(moves[0].entity == "talks");
    CHECK(moves[0].from == geo::LonLat{76.95, 43.25});
    CHECK(moves[0].to == geo::LonLat{76.9, 43.24});
    CHECK(moves[0].text == "Name of talks");
    // Delegations first; neither the hosts nor their hall hear of it.
    CHECK(followed.concerned() == std::vector<std::string>{"guests", "hall", "palace"});
}

TEST_CASE("without a release there is nothing to compare, and every session waits for one")
{
    Followed followed(test::forum(test::calm_sessions()));
    CHECK(followed.diff.releases().empty());
    CHECK(followed.diff.unreleased() == 3);
    CHECK(followed.diff.diff().changes.empty());
    CHECK(followed.diff.sheets().empty());
    CHECK(followed.diff.moves(Language::en).empty());
}

TEST_CASE("what is now follows edits, and is the last release once that is made")
{
    Followed followed(test::released(test::calm_sessions(), test::calm_sessions()));
    CHECK(followed.diff.unreleased() == 0);
    const auto first = followed.diff.version();
    followed.take(test::released(test::calm_sessions(), test::moved_talks()));
    CHECK(followed.diff.version() != first);
    CHECK(followed.diff.diff().changes.size() == 1);

    model::Project again = test::released(test::calm_sessions(), test::moved_talks());
    again.entities.push_back(test::release_of(again));
    again.entities.sort();
    followed.take(again);
    CHECK(followed.diff.releases().size() == 2);
    CHECK(followed.diff.before() == 2);
    CHECK(followed.diff.unreleased() == 0);
    CHECK(followed.diff.diff().changes.empty());
}

TEST_CASE("two versions that are chosen stay chosen, until one of them is gone")
{
    model::Project twice = test::released(test::calm_sessions(), test::moved_talks());
    twice.entities.push_back(test::release_of(twice));
    twice.entities.sort();
    Followed followed(twice);
    followed.choose(1, 2);
    CHECK(followed.diff.diff().changes.size() == 1);
    CHECK(followed.diff.diff().zone == "Asia/Almaty");
    followed.choose(2, 1);
    CHECK(followed.diff.moves(Language::en)[0].to == geo::LonLat{76.95, 43.25});
    followed.choose(2, 2);
    CHECK(followed.diff.sheets().empty());
    followed.choose(1, 2);
    followed.take(test::released(test::calm_sessions(), test::moved_talks()));
    CHECK(followed.diff.before() == 1);
    CHECK(followed.diff.after() == ReleaseDiff::now);
}

TEST_CASE("nothing is counted anew while nothing changes")
{
    Followed followed(test::released(test::calm_sessions(), test::moved_talks()));
    const auto version = followed.diff.version();
    followed.diff.follow(followed.programme);
    followed.diff.follow(followed.programme);
    CHECK(followed.diff.version() == version);
    followed.choose(1, ReleaseDiff::now);
    CHECK(followed.diff.version() != version);
}

TEST_CASE("arrows have the names of the language, and none has an end without a place")
{
    auto now = test::moved_talks();
    now.push_back(test::planned("venue", "tent"));
    now.back() = test::with(now.back(), "country", test::refs({"KZ"}));
    now[0] = session("opening", hours(12, 10, 11), "tent");
    Text4 name;
    name[Language::ru] = "Переговоры";
    name[Language::kk] = "Келіссөздер";
    now[2] = test::with(now[2], "name", name);
    Followed followed(test::released(test::calm_sessions(), now));
    CHECK(followed.diff.diff().changes.size() == 2);
    REQUIRE(followed.diff.moves(Language::ru).size() == 1);
    CHECK(followed.diff.moves(Language::ru)[0].text == "Переговоры");
    CHECK(followed.diff.moves(Language::kk)[0].text == "Келіссөздер");
}

} // TEST_SUITE
