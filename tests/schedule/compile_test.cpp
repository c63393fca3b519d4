#include "schedule/compile.hpp"

#include "model/entities.hpp"
#include "schedule/conflicts.hpp"
#include "schedule/interpreter_cover.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;
using test::claim;
using test::entity;
using test::refs;

namespace {

using Texts = std::vector<std::string>;

model::Entity with(model::Entity made, const char* field, model::Value value)
{
    made.fields[field] = {claim(std::move(value))};
    return made;
}

model::Entity venue(const char* id, const char* country, geo::LonLat where)
{
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = where;
    model::Entity made = entity("venue", id);
    made = with(made, "country", refs({country}));
    made = with(made, "city", test::text4(id));
    return with(made, "place", place);
}

model::Entity session(const char* id, const char* date, const char* at_venue)
{
    model::Entity made = with(entity("session", id), "meeting", refs({"forum"}));
    made = with(made, "participants", refs({"guests"}));
    made = at_venue[0] != '\0' ? with(made, "venue", refs({at_venue})) : made;
    return date[0] != '\0' ? with(made, "date", model::DateText{date}) : made;
}

/// A forum of two days in Almaty and Bishkek.
std::vector<model::Entity> forum()
{
    return {with(entity("meeting", "forum"), "date", model::DateText{"2026-05-12/2026-05-13"}),
            with(entity("delegation", "guests"), "meeting", refs({"forum"})),
            venue("almaty", "KZ", {76.9, 43.24}), venue("bishkek", "KG", {74.6, 42.87})};
}

Compiled compiled(std::vector<model::Entity> entities)
{
    return compile(test::project(std::move(entities))).value();
}

std::set<std::string> codes(const Compiled& made)
{
    std::set<std::string> found;
    for (const Finding& finding : made.findings.findings) {
        CHECK(has_message(finding.message.key));
        CHECK(has_message(finding.hint.key));
        // The small forum has no roads; a case of its own looks at that.
        if (finding.code != "schedule.unreachable_venue") {
            found.insert(finding.code);
        }
    }
    return found;
}

} // namespace

TEST_SUITE("schedule/compile") {

TEST_CASE("a session stands where the project has it, on the clock of its venue")
{
    auto entities = forum();
    entities.push_back(
        session("talks", "2026-05-12T10:00+06:00/2026-05-12T11:30+06:00", "bishkek"));
    entities.push_back(session("open", "", ""));
    const Compiled made = compiled(entities);
    REQUIRE(made.problem.sessions.size() == 2);
    CHECK(made.problem.sessions[0].duration == 90);
    CHECK(made.placements[0] == Placement{at(0, 9), 1});
    CHECK(made.problem.calendar.zone() == "Asia/Almaty");
    CHECK(made.problem.venues[1].zone == "Asia/Bishkek");
    CHECK(made.problem.venues[1].clock_shift == std::vector<Minute>{60, 60});
    CHECK_FALSE(made.placements[1].is_placed());
    CHECK(made.problem.sessions[1].duration == 60);
    CHECK(made.problem.sessions[1].venues == std::vector<Index>{0, 1});
    CHECK(codes(made).empty());
}

TEST_CASE("needs, windows, languages and limits are read")
{
    auto entities = forum();
    entities[2] = with(entities[2], "tags", Texts{"booth", "flags"});
    entities[2] = with(entities[2], "hours", Texts{"09:00-18:00"});
    entities[3] = with(entities[3], "tags", Texts{"airport"});
    entities[1] = with(entities[1], "availability", Texts{"2026-05-13"});
    entities[0] = with(entities[0], "planning", Texts{"H05 soft 3", "grain_min 5"});
    model::Entity one = session("talks", "2026-05-12", "");
    one = with(one, "venue_needs", Texts{"booth"});
    one = with(one, "venue_wishes", Texts{"piano"});
    one = with(one, "languages", Texts{"ky", "kk", "ru"});
    one = with(one, "duration", 45.0);
    one = with(one, "pinned", true);
    entities.push_back(one);
    entities.push_back(session("other", "", ""));
    const Compiled made = compiled(entities);
    const Session& read = made.problem.sessions[0];
    CHECK(read.id == "talks");
    CHECK(read.venues == std::vector<Index>{0});
    CHECK(read.lacking == std::vector<int>{1, 1});
    CHECK(read.duration == 45);
    CHECK(read.windows == Intervals{{at(0, 0), at(1, 0)}});
    CHECK(read.pairs.size() == 2);
    CHECK(made.problem.pairs == std::vector<std::string>{"kk-ky", "ky-ru"});
    CHECK_FALSE(read.pinned); // nothing says where
    // An airport is passed through: no session is put there.
    CHECK(made.problem.sessions[1].venues == std::vector<Index>{0});
    CHECK(made.problem.attendees[0].available == Intervals{{at(1, 0), at(2, 0)}});
    CHECK(made.problem.book[RuleId::h05] == Rule{Tier::soft, 3});
    CHECK(made.problem.book.customs.grain_min == 5);
}

TEST_CASE("a way of interpreting that a session asks for is had by whom it is stated of")
{
    auto entities = forum();
    const auto add_interpreter = [&](const char* id, const char* way) {
        model::Entity made = with(entity("interpreter", id), "language_pairs", Texts{"ru-kk"});
        entities.push_back(way[0] != '\0' ? with(made, "interpretation", model::Word{way}) : made);
    };
    add_interpreter("beside", "consecutive");
    add_interpreter("in-booth", "simultaneous");
    add_interpreter("either", "both");
    add_interpreter("unknown", "");
    model::Entity one = with(session("talks", "2026-05-12", ""), "languages", Texts{"kk", "ru"});
    entities.push_back(one);
    const auto able = [&] {
        const Problem problem = compiled(entities).problem;
        std::set<std::string> ids;
        for (const Index each : speakers_of(problem, problem.sessions[0].pairs.at(0))) {
            ids.insert(problem.attendee(each).id);
        }
        return ids;
    };

    CHECK(able() == std::set<std::string>{"beside", "either", "in-booth", "unknown"});
    entities.back() = with(one, "interpretation", model::Word{"simultaneous"});
    CHECK(able() == std::set<std::string>{"either", "in-booth"});
    CHECK(compiled(entities).problem.pairs ==
          std::vector<std::string>{"kk-ru", "kk-ru simultaneous"});
    // One session asks for it, and another one takes whoever speaks the pair.
    model::Entity other = with(session("other", "2026-05-12", ""), "languages", Texts{"ru", "kk"});
    entities.push_back(other);
    const Problem problem = compiled(entities).problem;
    CHECK(speakers_of(problem, problem.sessions[1].pairs.at(0)).size() == 4);
}

TEST_CASE("arrivals and departures say when a delegation is there")
{
    auto entities = forum();
    const auto trip = [](const char* id, const char* direction, const char* date) {
        model::Entity made = with(entity("arrival", id), "delegation", refs({"guests"}));
        made = with(made, "direction", model::Word{direction});
        return with(made, "date", model::DateText{date});
    };
    entities.push_back(trip("in", "arrival", "2026-05-12T11:00+05:00"));
    entities.push_back(trip("out", "departure", "2026-05-13T15:00+05:00"));
    entities.push_back(session("talks", "", ""));
    CHECK(compiled(entities).problem.attendees[0].available == Intervals{{at(0, 11), at(1, 15)}});
}

TEST_CASE("a venue whose place nobody states is told, and no way to it is counted")
{
    auto entities = forum();
    entities[3].fields.erase("place");
    entities.push_back(session("talks", "", ""));
    const Compiled made = compiled(entities);
    CHECK(codes(made) == std::set<std::string>{"schedule.no_place"});
    CHECK(made.problem.travel.usual(0, 1) == 0);
}

TEST_CASE("a venue that no road leads to is named")
{
    auto entities = forum();
    entities.push_back(session("talks", "", ""));
    const Compiled made = compiled(entities);
    REQUIRE_FALSE(made.findings.findings.empty());
    CHECK(made.findings.findings[0].code == "schedule.unreachable_venue");
    CHECK(made.problem.travel.usual(0, 1) == Journey::unreachable);
}

TEST_CASE("what contradicts itself or cannot be read is named, and the rest is compiled")
{
    auto entities = forum();
    entities[2] = with(entities[2], "zone", std::string("Asia/Atlantis"));
    entities[3] = with(entities[3], "hours", Texts{"nine to five"});
    entities[0] = with(entities[0], "planning", Texts{"be nice"});
    const char* at_nine = "2026-05-12T09:00+05:00/2026-05-12T10:00+05:00";
    entities.push_back(with(session("one", at_nine, "almaty"), "pinned", true));
    entities.push_back(with(session("two", at_nine, "almaty"), "pinned", true));
    entities.push_back(with(session("none", "", ""), "duration", 0.0));
    entities.push_back(with(session("odd", "", ""), "size", 2.5));
    entities.push_back(with(session("needy", "", ""), "venue_needs", Texts{"throne"}));
    for (const auto& [id, from, to] : {std::tuple{"r1", "one", "two"}, {"r2", "two", "one"}}) {
        model::Entity relation = with(entity("relation", id), "type", model::Word{"precedes"});
        relation = with(relation, "from", refs({from}));
        entities.push_back(with(relation, "to", refs({to})));
    }
    const Compiled made = compiled(entities);
    CHECK(codes(made) == std::set<std::string>{"schedule.bad_zone", "schedule.bad_period",
                                               "schedule.bad_planning", "schedule.pins_contradict",
                                               "schedule.zero_length", "schedule.bad_number",
                                               "schedule.no_venue_fits",
                                               "schedule.precedence_circle"});
    CHECK(made.problem.sessions.size() == 5);
}

TEST_CASE("two who are kept apart and two ranks in one talk are told")
{
    auto entities = forum();
    entities[1] = with(entities[1], "rank", 1.0);
    entities.push_back(
        with(with(entity("delegation", "hosts"), "meeting", refs({"forum"})), "rank", 3.0));
    model::Entity talks = with(session("talks", "", ""), "participants", refs({"guests", "hosts"}));
    entities.push_back(with(talks, "format", model::Word{"narrow"}));
    model::Entity relation = with(entity("relation", "r"), "type", model::Word{"apart"});
    relation = with(relation, "from", refs({"guests"}));
    entities.push_back(with(relation, "to", refs({"hosts"})));
    CHECK(codes(compiled(entities)) ==
          std::set<std::string>{"schedule.apart_in_session", "schedule.unequal_rank"});
}

TEST_CASE("a meeting that is not there, none and several are errors")
{
    auto entities = forum();
    CHECK(compile(test::project(entities)).error().message.key == "error.schedule.no_meeting");
    entities.push_back(session("talks", "", ""));
    CHECK(compile(test::project(entities)));
    CHECK(compile(test::project(entities), "guests").error().message.key ==
          "error.schedule.not_a_meeting");
    entities.push_back(with(entity("session", "other"), "meeting", refs({"council"})));
    CHECK(compile(test::project(entities)).error().message.key == "error.schedule.which_meeting");
    CHECK(compile(test::project(entities), "forum"));
}

TEST_CASE("a conflict is numbered, said in four languages, and stays accepted with its reason")
{
    auto entities = forum();
    const char* at_nine = "2026-05-12T09:00+05:00/2026-05-12T10:00+05:00";
    entities.push_back(session("one", at_nine, "almaty"));
    entities.push_back(session("two", at_nine, "bishkek"));
    model::Entity waiver = with(entity("waiver", "w"), "meeting", refs({"forum"}));
    waiver = with(waiver, "rule", std::string("H02"));
    waiver = with(waiver, "sessions", refs({"two", "one"}));
    entities.push_back(with(waiver, "participants", refs({"guests"})));
    const model::Project project = test::project(entities);
    const Compiled made = compile(project).value();
    const Plan plan = made.plan();
    const auto conflicts = find_conflicts(project, made, plan, {true, true});
    const auto accepted =
        std::find_if(conflicts.begin(), conflicts.end(),
                     [](const Conflict& each) { return each.violation.rule == RuleId::h02; });
    REQUIRE(accepted != conflicts.end());
    CHECK(accepted->waiver == "w");
    CHECK(accepted->fixes.empty());
    int number = 0;
    for (const Conflict& conflict : conflicts) {
        CHECK(conflict.number == ++number);
        for (const Language language : all_languages) {
            const model::UnitNames no_units;
            const Telling telling{
                made.problem, plan, language,
                model::make_resolver(project, no_units, model::Pack::enriched, language)};
            const std::string text = text_of(conflict.violation, telling);
            CAPTURE(text);
            CHECK(text.find('{') == std::string::npos);
            CHECK(text.find("schedule.") == std::string::npos);
            for (const Fix& fix : conflict.fixes) {
                CHECK(text_of(fix, telling).find('{') == std::string::npos);
            }
        }
    }
    CHECK(number > 2);
}

} // TEST_SUITE
