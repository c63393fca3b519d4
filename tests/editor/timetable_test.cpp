#include "editor/timetable.hpp"

#include "schedule/small_programme.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace dostyk;
using schedule::Programme;

namespace {

const Instant noon = *parse_iso("2026-05-01T07:00:00Z");

/// Of a release: event -> is it cancelled.
using Held = std::map<std::string, bool>;

Held held(const model::Project& project, const std::vector<Programme>& releases, int number,
          const std::string& of, model::Audience audience = model::Audience::protocol)
{
    const auto made =
        editor::timetable_of(project, releases.at(static_cast<std::size_t>(number) - 1), releases,
                             {Language::en, audience, of});
    REQUIRE_MESSAGE(made, text_of(made.error(), Language::en));
    Held found;
    for (const io::TimetableEvent& event : made->events) {
        found[event.id] = event.is_cancelled;
    }
    return found;
}

} // namespace

TEST_SUITE("editor/timetable") {

TEST_CASE("a delegation, a person of it and a venue have their own events")
{
    auto entities = test::small_programme();
    entities[1] = test::stated(entities[1], "head", test::refs({"aida"}));
    entities.push_back(test::entity("person", "aida"));
    const model::Project project = test::project(entities);
    const std::vector<Programme> releases{
        schedule::next_release({}, test::programme_in(project), noon)};

    CHECK(held(project, releases, 1, "") == Held{{"signing", false}, {"talks", false}});
    CHECK(held(project, releases, 1, "guests") == Held{{"talks", false}});
    CHECK(held(project, releases, 1, "aida") == Held{{"talks", false}});
    CHECK(held(project, releases, 1, "bishkek") == Held{{"signing", false}});
    CHECK_FALSE(editor::timetable_of(project, releases[0], releases, {Language::en, {}, "nobody"}));
    CHECK(editor::concerned_by(releases[0]) ==
          std::set<std::string>{"almaty", "bishkek", "guests", "hosts"});
}

TEST_CASE("what was somebody's and is no longer is struck out of their calendar alone")
{
    const model::Project project = test::project(test::small_programme());
    Programme plan = test::programme_in(project);
    std::vector<Programme> releases{schedule::next_release({}, plan, noon)};
    plan.sessions[1].who = {"hosts"}; // the talks are the hosts' now, in the other hall
    plan.sessions[1].venue = "bishkek";
    releases.push_back(schedule::next_release(releases, plan, noon));
    plan.sessions.pop_back();
    releases.push_back(schedule::next_release(releases, plan, noon));

    CHECK(held(project, releases, 2, "guests") == Held{{"talks", true}});
    CHECK(held(project, releases, 2, "almaty") == Held{{"talks", true}});
    CHECK(held(project, releases, 2, "hosts") == Held{{"signing", false}, {"talks", false}});
    CHECK(held(project, releases, 3, "hosts") == Held{{"signing", false}, {"talks", true}});
    CHECK(held(project, releases, 3, "almaty") == Held{{"talks", true}});
    CHECK(held(project, releases, 1, "guests") == Held{{"talks", false}});
}

TEST_CASE("an audience sees what it may: by what was hidden then, and by what is hidden now")
{
    auto entities = test::small_programme();
    entities[5].fields["name"][0].restricted = true; // the talks
    const model::Project then = test::project(entities);
    const std::vector<Programme> releases{
        schedule::next_release({}, test::programme_in(then), noon)};
    CHECK(held(then, releases, 1, "", model::Audience::everyone) == Held{{"signing", false}});
    const model::Project opened = test::project(test::small_programme());
    CHECK(held(opened, releases, 1, "", model::Audience::everyone) == Held{{"signing", false}});
    CHECK(held(then, releases, 1, "").size() == 2);

    const std::vector<Programme> open{schedule::next_release({}, test::programme_in(opened), noon)};
    CHECK(held(then, open, 1, "", model::Audience::everyone) == Held{{"signing", false}});
}

TEST_CASE("an event says the same of itself each time, and two halls of one name by their ids")
{
    auto entities = test::small_programme();
    entities[4].fields["name"] = entities[3].fields["name"];
    const model::Project project = test::project(entities);
    const std::vector<Programme> releases{
        schedule::next_release({}, test::programme_in(project), noon)};
    const auto made = editor::timetable_of(project, releases[0], releases, {}).value();
    REQUIRE(made.events.size() == 2);
    CHECK(made.version == "1");
    CHECK(made.stamp == noon);
    CHECK(made.events[0].uid == "session-talks@test.dostyk");
    CHECK(made.events[0].guid.size() == 36);
    CHECK(made.events[0].guid != made.events[1].guid);
    CHECK(made.events[0].guid[14] == '8');
    CHECK(made.events[0].venue == "almaty");
    CHECK(made.events[1].venue == "bishkek");
    CHECK(made.events[0].city == "almaty");
    CHECK(made.events[0].at.has_value());
    CHECK(made.events[0].delegations == std::vector<std::string>{"Name of guests"});
}

} // TEST_SUITE
