#include "editor/new_session.hpp"

#include "forum.hpp"
#include "memory_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::editor;

TEST_SUITE("editor/new_session") {

TEST_CASE("a session at the first common slot is held there, and breaks nothing")
{
    const model::Project made =
        test::forum({test::session("talks", test::hours(12, 8, 10), "hall", {"guests"}),
                     test::session("visit", test::hours(12, 9, 11), "ala-archa", {"hosts"})});
    test::MemoryRows rows;
    for (const model::Entity& entity : made.entities) {
        rows.apply(Insert{entity.kind, entity.id, io::to_text(entity)});
    }
    const auto before = test::plan_of(made);
    schedule::Encounter encounter{{}, 60, {}};
    for (std::size_t i = 0; i < before->problem().attendees.size(); ++i) {
        encounter.attendees.push_back(static_cast<schedule::Index>(i));
    }
    REQUIRE(encounter.attendees.size() == 2);
    const auto slots = find_common_slots(before->problem(), before->plan(), encounter, 1);
    REQUIRE(slots.size() == 1);

    rows.apply(new_session(*before, encounter, slots.front(), "session-1"));

    model::Project project = rows.project();
    project.transport = made.transport;
    const auto after = test::plan_of(std::move(project));
    const schedule::Index session = after->find_session("session-1");
    REQUIRE(session != schedule::none);
    CHECK(after->plan()[session] == slots.front());
    CHECK(after->problem().session(session).duration == 60);
    CHECK(after->problem().session(session).required == encounter.attendees);
    CHECK(after->hard_count() == before->hard_count());
    CHECK(model::name_of(*after->project().find("session-1"), model::Pack::enriched,
                         Language::kk) == "Name of guests – Name of hosts");
}

} // TEST_SUITE
