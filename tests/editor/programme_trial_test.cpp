#include "editor/programme_trial.hpp"

#include "editor/forum.hpp"
#include "editor/programme_edit.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace dostyk;
using editor::Level;
using editor::Trial;
using schedule::Index;
using schedule::Placement;
using test::hours;
using test::session;
using test::with;

namespace {

constexpr schedule::Minute at(int day, int hour)
{
    return (day * 24 + hour) * 60;
}

/// Venues by id: "ala-archa", "hall", "palace".
constexpr Index ala_archa = 0, hall = 1, palace = 2;

} // namespace

TEST_SUITE("editor/programme_trial") {

TEST_CASE(
    "a session that is tried elsewhere says at once whether it could be held there, and why not")
{
    const auto meeting = test::plan_of(test::forum({
        session("opening", hours(12, 10, 11), "hall"),
        session("talks", "", ""),
    }));
    Trial trial(meeting, meeting->find_session("talks"));
    const model::UnitNames no_units;
    const auto reason = [&](Placement to) { return trial.reason(to, Language::en, no_units); };
    CHECK(trial.at({at(0, 15), palace}) == Level::fine);
    CHECK(reason({at(0, 15), palace}).empty());
    CHECK(trial.at({at(0, 8), palace}) == Level::soft); // early
    CHECK_FALSE(reason({at(0, 8), palace}).empty());
    CHECK(trial.at({at(0, 10), palace}) == Level::hard); // the guests are at the opening
    // Two hours are not enough for the way to Bishkek and its queue.
    CHECK(trial.at({at(0, 13), ala_archa}) == Level::hard);
    CHECK(reason({at(0, 13), ala_archa}).find("Name of guests") != std::string::npos);
    CHECK(trial.at({at(0, 17), ala_archa}) == Level::fine);
}

TEST_CASE("where a session is now it is as it is, and a trial leaves nothing behind")
{
    const auto meeting = test::plan_of(test::forum({
        session("opening", hours(12, 10, 11), "hall"),
        session("talks", hours(12, 10, 12), "palace"),
    }));
    Trial trial(meeting, meeting->find_session("talks"));
    const Placement now = meeting->plan()[trial.session()];
    for (int i = 0; i < 2; ++i) {
        CHECK(trial.at(now) == Level::hard);
        CHECK(trial.at({at(0, 15), palace}) == Level::fine);
    }
}

TEST_CASE("a session that becomes longer runs into what follows it")
{
    const auto meeting = test::plan_of(test::forum({
        session("talks", hours(12, 15, 16), "hall"),
        session("dinner", hours(12, 17, 18), "hall"),
    }));
    Trial trial(meeting, meeting->find_session("talks"));
    CHECK(trial.duration() == 60);
    CHECK(trial.at({at(0, 15), hall}) == Level::fine);
    trial.set_duration(150);
    CHECK(trial.at({at(0, 15), hall}) == Level::hard);
    trial.set_duration(45);
    CHECK(trial.at({at(0, 15), hall}) == Level::fine);
}

TEST_CASE("what somebody has accepted is amber where it is tried, too")
{
    const auto entities = [](bool is_accepted) {
        std::vector<model::Entity> all{session("opening", hours(12, 10, 11), "hall"),
                                       session("talks", "", "")};
        // Who is at two halls at once is at two places, and has no time for the way.
        for (const char* rule : {"H02", "H03"}) {
            model::Entity waiver = with(test::planned("waiver", std::string("w-") + rule),
                                        "meeting", test::refs({"forum"}));
            waiver = with(waiver, "rule", std::string(rule));
            waiver = with(waiver, "sessions", test::refs({"opening", "talks"}));
            waiver = with(waiver, "participants", test::refs({"guests"}));
            if (is_accepted) {
                all.push_back(waiver);
            }
        }
        return all;
    };
    for (const bool is_accepted : {false, true}) {
        const auto meeting = test::plan_of(test::forum(entities(is_accepted)));
        Trial trial(meeting, meeting->find_session("talks"));
        CAPTURE(is_accepted);
        // That one hall holds both is nothing that anybody has accepted.
        CHECK(trial.at({at(0, 10), hall}) == Level::hard);
        CHECK(trial.at({at(0, 10), palace}) == (is_accepted ? Level::soft : Level::hard));
    }
}

TEST_CASE("a published session is moved against a promise, another one is not")
{
    for (const bool is_published : {false, true}) {
        model::Entity talks = session("talks", hours(12, 10, 11), "hall");
        talks = with(talks, "published", is_published);
        const auto meeting = test::plan_of(test::forum({talks}));
        Trial trial(meeting, 0);
        CHECK(trial.at({at(0, 15), hall}) == (is_published ? Level::soft : Level::fine));
    }
}

TEST_CASE("whatever is tried is red exactly where the plan with it breaks more than without it")
{
    std::mt19937 random(20260512); // NOLINT: the same each time
    std::vector<model::Entity> sessions;
    const std::vector<std::string> venues{"hall", "palace", "ala-archa"};
    for (int i = 0; i < 8; ++i) {
        const int hour = 8 + static_cast<int>(random() % 10);
        sessions.push_back(session("s" + std::to_string(i),
                                   hours(12 + static_cast<int>(random() % 2), hour, hour + 1),
                                   venues[random() % 3], {random() % 2 == 0 ? "guests" : "hosts"}));
    }
    const auto meeting = test::plan_of(test::forum(sessions));
    for (Index each = 0; each < 8; ++each) {
        Trial trial(meeting, each);
        schedule::Plan plan = meeting->plan();
        Placement none_of_it;
        none_of_it.is_dropped = true;
        plan.place(each, none_of_it);
        const auto without = compute_score(meeting->problem(), plan);
        for (int i = 0; i < 40; ++i) {
            const Placement to{
                at(static_cast<int>(random() % 2), 7 + static_cast<int>(random() % 13)),
                static_cast<Index>(random() % 3)};
            plan.place(each, to);
            const bool breaks_more = compute_score(meeting->problem(), plan).hard > without.hard;
            CAPTURE(each);
            CAPTURE(to.start);
            CHECK((trial.at(to) == Level::hard) == breaks_more);
            CHECK(trial.reason(to, Language::en, {}).empty() == (trial.at(to) == Level::fine));
        }
    }
}

} // TEST_SUITE
