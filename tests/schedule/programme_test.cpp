#include "schedule/programme.hpp"

#include "schedule/small_programme.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::stated;

TEST_SUITE("schedule/programme") {

TEST_CASE("a programme holds what has a time and a venue, on the clock of its venue")
{
    auto entities = test::small_programme();
    entities.push_back(stated(test::entity("session", "open"), "meeting", test::refs({"forum"})));
    entities.push_back(stated(
        test::session_at("gone", "2026-05-12T12:00+05:00", "almaty", {"guests"}), "dropped", true));
    const Programme made = test::programme_in(entities);

    REQUIRE(made.sessions.size() == 2);
    CHECK(made.meeting == "forum");
    CHECK(made.zone == "Asia/Almaty");
    CHECK(made.number == 0);
    const ProgrammeSession& signing = made.sessions[0];
    CHECK(signing.id == "signing");
    CHECK(signing.zone == "Asia/Bishkek");
    CHECK(signing.venue == "bishkek");
    CHECK(signing.duration == 90);
    CHECK(iso_on(signing.zone, signing.start) == "2026-05-13T10:00+06:00");
    CHECK(iso_on(made.zone, signing.end()) == "2026-05-13T10:30+05:00");
    CHECK(signing.who == std::vector<std::string>{"hosts"});
    CHECK(signing.title[Language::en] == "Name of signing");
    CHECK(made.find("talks") == &made.sessions[1]);
    CHECK(made.find("open") == nullptr);
}

TEST_CASE("interpreters are of the programme as participants are")
{
    auto entities = test::small_programme();
    entities.push_back(stated(test::entity("interpreter", "dana"), "language_pairs",
                              std::vector<std::string>{"kk-ky"}));
    entities[5] = stated(entities[5], "interpreters", test::refs({"dana"}));
    entities[5] = stated(entities[5], "optional_participants", test::refs({"hosts"}));

    const Programme made = test::programme_in(entities);

    CHECK(made.find("talks")->who == std::vector<std::string>{"dana", "guests", "hosts"});
}

TEST_CASE("who may see a session is known with it: its title, its time, its venue and their names")
{
    struct Hidden {
        std::size_t entity;
        const char* field;
    };
    CHECK(test::programme_in(test::small_programme()).find("talks")->audience ==
          model::Audience::everyone);
    for (const Hidden& each : {Hidden{5, "name"}, {5, "date"}, {5, "venue"}, {3, "name"}}) {
        CAPTURE(each.field);
        auto entities = test::small_programme();
        entities[each.entity].fields[each.field][0].restricted = true;
        CHECK(test::programme_in(entities).find("talks")->audience == model::Audience::protocol);
    }
}

TEST_CASE("a clock that is not there is UTC's")
{
    const Instant instant = *parse_iso("2026-05-12T05:00:00Z");
    CHECK(iso_on("Asia/Almaty", instant) == "2026-05-12T10:00+05:00");
    CHECK(iso_on("Asia/Kathmandu", instant) == "2026-05-12T10:45+05:45");
    CHECK(iso_on("Nowhere/None", instant) == "2026-05-12T05:00+00:00");
}

} // TEST_SUITE
