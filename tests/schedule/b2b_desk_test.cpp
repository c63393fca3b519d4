#include "schedule/b2b_desk.hpp"

#include "schedule/small_desk.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using schedule::B2bDesk;
using test::desk_of;
using test::refs;
using test::request;
using test::small_desk;
using test::stated;

namespace {

using Texts = std::vector<std::string>;

std::string refusal(std::vector<model::Entity> entities)
{
    const auto desk = schedule::make_b2b_desk(test::project(std::move(entities)));
    REQUIRE_FALSE(desk);
    CHECK(has_message(desk.error().message.key));
    return desk.error().message.key;
}

/// Slots in which a participant cannot come.
std::vector<int> away(const B2bDesk& desk, const std::string& id)
{
    const auto place = std::find(desk.participants.begin(), desk.participants.end(), id);
    REQUIRE(place != desk.participants.end());
    return desk.instance.forbidden[static_cast<std::size_t>(place - desk.participants.begin())];
}

} // namespace

TEST_SUITE("schedule/b2b_desk") {

TEST_CASE("the hours are cut into slots, and the tables are those of the hall")
{
    auto entities = small_desk();
    entities.push_back(request("one", "a", {"b"}));
    const B2bDesk desk = desk_of(entities);
    CHECK(desk.meeting == "forum");
    CHECK(desk.venue == "hall");
    CHECK(desk.instance.tables == 2);
    REQUIRE(desk.slots.size() == 3);
    CHECK(desk.calendar.iso_at(desk.slots[1].begin, desk.zone) == "2026-05-12T14:20+05:00");
    CHECK(desk.participants == Texts{"a", "b"});
    CHECK(desk.fairness == 2);
}

TEST_CASE("what is held in the hall takes its slots")
{
    auto entities = small_desk();
    entities.push_back(request("one", "a", {"b"}));
    entities.push_back(
        test::busy("briefing", "2026-05-12T14:00+05:00/2026-05-12T14:10+05:00", "guests", "hall"));
    CHECK(desk_of(entities).slots.size() == 2);
}

TEST_CASE("requests of the same people are one wish, with the points of all who ask")
{
    auto entities = small_desk();
    entities.push_back(stated(request("1", "a", {"b"}), "match_score", 3.0));
    entities.push_back(stated(request("2", "b", {"a"}), "match_score", 2.0));
    entities.push_back(stated(request("3", "a", {"c"}), "match_score", 2.0));
    entities.push_back(stated(request("4", "a", {"d"}), "status", model::Word{"accepted"}));
    entities.push_back(stated(request("5", "c", {"d"}), "status", model::Word{"declined"}));
    const B2bDesk desk = desk_of(entities);
    REQUIRE(desk.wishes.size() == 3);
    CHECK(desk.wishes[0].requests == Texts{"1", "2"});
    CHECK(desk.wishes[0].score == 5);
    CHECK(desk.wishes[0].is_mutual);
    CHECK(desk.wishes[1].score == 2);
    CHECK_FALSE(desk.wishes[1].is_mutual);
    CHECK(desk.wishes[2].score == 2); // who agrees counts as if they had asked
    CHECK(desk.wishes[2].is_mutual);
    CHECK(desk.declined == Texts{"5"});
}

TEST_CASE("no number of breaks is worth a meeting")
{
    auto entities = small_desk();
    entities.push_back(request("1", "a", {"b"}));
    entities.push_back(request("2", "c", {"d"}));
    const B2bDesk desk = desk_of(entities);
    const auto most_breaks = desk.instance.participants * (desk.instance.slots - 1);
    CHECK(desk.instance.meetings[0].left_out_cost > most_breaks / 2);
}

TEST_CASE("three at one table are one wish of three")
{
    auto entities = small_desk();
    entities.push_back(request("1", "a", {"b", "minister"}));
    const B2bDesk desk = desk_of(entities);
    REQUIRE(desk.instance.meetings.size() == 1);
    CHECK(desk.instance.meetings[0].people() == std::vector{0, 1, 2});
    CHECK(desk.instance.meetings_of[2] == std::vector{0});
}

TEST_CASE("who is needed elsewhere, alone or with a delegation, is away")
{
    auto entities = small_desk();
    entities.push_back(stated(test::entity("venue", "office"), "country", refs({"KZ"})));
    entities.push_back(request("1", "a", {"minister"}));
    entities.push_back(request("2", "a", {"guests"}));
    entities.push_back(request("3", "a", {"b"}));
    // In the hall itself nobody has a way.
    entities.push_back(
        test::busy("photo", "2026-05-12T13:50+05:00/2026-05-12T14:15+05:00", "guests", "office"));
    for (const auto& [from, to] : {std::pair{"hall", "office"}, {"office", "hall"}}) {
        auto way = stated(test::entity("relation", from), "type", model::Word{"way"});
        way = stated(stated(way, "from", refs({from})), "to", refs({to}));
        entities.push_back(stated(way, "minutes", 10.0));
    }
    auto desk = desk_of(entities);
    CHECK(away(desk, "guests") == std::vector{0, 1}); // until 14:15, and ten minutes back
    CHECK(away(desk, "minister") == std::vector{0, 1});
    CHECK(away(desk, "a").empty());
}

TEST_CASE("windows close slots, hours of a participant too")
{
    auto entities = small_desk();
    entities.push_back(stated(request("1", "a", {"b"}), "windows", Texts{"14:20-15:00"}));
    entities.push_back(request("2", "minister", {"b"}));
    entities[3] = stated(entities[3], "availability", Texts{"14:00-14:40"});
    const B2bDesk desk = desk_of(entities);
    CHECK(desk.instance.meetings[0].closed == std::vector{0});
    CHECK(away(desk, "minister") == std::vector{2});
}

TEST_CASE("a pinned meeting stays in its slot, another is planned anew")
{
    auto entities = small_desk();
    for (const char* id : {"1", "2", "3"}) {
        entities.push_back(stated(request(id, "a",
                                          {id[0] == '1'   ? "b"
                                           : id[0] == '2' ? "c"
                                                          : "d"}),
                                  "session", refs({std::string("table-") + id})));
    }
    const auto session = [](const char* id, const char* date) {
        return stated(test::busy(id, date, "a", "hall"), "table", 2.0);
    };
    entities.push_back(stated(session("table-1", "2026-05-12T14:20+05:00/2026-05-12T14:40+05:00"),
                              "pinned", true));
    entities.push_back(session("table-2", "2026-05-12T14:40+05:00/2026-05-12T15:00+05:00"));
    entities.push_back(stated(session("table-3", "2026-05-12T14:10+05:00/2026-05-12T14:20+05:00"),
                              "pinned", true));
    const B2bDesk desk = desk_of(entities);
    REQUIRE(desk.wishes.size() == 3);
    CHECK(desk.instance.fixed == std::vector{1, -1, -1});
    CHECK(desk.instance.meetings[0].left_out_cost == 0);
    CHECK(desk.wishes[1].slot == 2);
    CHECK(desk.wishes[1].table == 1);
    // One that is pinned at none of the slots keeps its people busy and is not planned.
    CHECK(desk.wishes[2].slot == -1);
    CHECK(desk.instance.meetings[2].closed.size() == 3);
    CHECK(away(desk, "a") == std::vector{0});
}

TEST_CASE("a meeting without requests, a hall or hours is refused with the reason")
{
    CHECK(refusal(small_desk()) == "error.b2b.no_requests");
    auto entities = small_desk();
    entities.push_back(request("1", "a", {"b"}));
    auto without = entities;
    without[0].fields.erase("b2b_venue");
    CHECK(refusal(without) == "error.b2b.no_hall");
    without = entities;
    without[0].fields.erase("b2b_hours");
    CHECK(refusal(without) == "error.b2b.no_hours");
    entities[1] = stated(entities[1], "hours", Texts{"08:00-10:00"});
    CHECK(refusal(entities) == "error.b2b.no_slots");
}

TEST_CASE("a request that names nobody is passed over and told")
{
    auto entities = small_desk();
    entities.push_back(request("1", "a", {"b"}));
    entities.push_back(request("2", "a", {"a"}));
    const B2bDesk desk = desk_of(entities);
    CHECK(desk.wishes.size() == 1);
    REQUIRE(desk.findings.findings.size() == 1);
    CHECK(desk.findings.findings[0].code == "schedule.nobody_asked");
    CHECK(has_message(desk.findings.findings[0].hint.key));
}

TEST_CASE("the rule of fairness is the meeting's own")
{
    auto entities = small_desk();
    entities.push_back(request("1", "a", {"b"}));
    entities[0] = stated(entities[0], "planning", Texts{"breaks_apart 1"});
    CHECK(desk_of(entities).fairness == 1);
    entities[0] = stated(entities[0], "planning", Texts{"H18 soft 30"});
    CHECK_FALSE(desk_of(entities).fairness);
}

} // TEST_SUITE
