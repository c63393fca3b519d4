#include "schedule/programme_diff.hpp"

#include "schedule/small_programme.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

using Strings = std::set<std::string>;

Programme small()
{
    return test::programme_in(test::small_programme());
}

ProgrammeSession& talks(Programme& programme)
{
    return programme.sessions[1];
}

Strings who(const ProgrammeDiff& diff)
{
    Strings ids;
    for (const auto& [id, places] : affected_by(diff)) {
        CHECK_FALSE(places.empty());
        ids.insert(id);
    }
    return ids;
}

std::string told(const ProgrammeDiff& diff, Language language = Language::en)
{
    std::string text;
    for (const SessionChange& change : diff.changes) {
        text += text_of(change, diff.zone, language,
                        [](std::string_view id) { return std::string(id); });
    }
    return text;
}

bool has(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("schedule/programme_diff") {

TEST_CASE("two versions that are the same differ in nothing and concern nobody")
{
    const ProgrammeDiff diff = diff_of(small(), small());
    CHECK(diff.changes.empty());
    CHECK(affected_by(diff).empty());
    CHECK(venue_moves(diff).empty());
}

TEST_CASE("the sheet has exactly those whose session changed")
{
    Programme later = small();
    talks(later).start += std::chrono::minutes(30);
    CHECK(who(diff_of(small(), later)) == Strings{"guests", "almaty"});

    Programme elsewhere = small();
    talks(elsewhere).venue = "bishkek";
    const ProgrammeDiff moved = diff_of(small(), elsewhere);
    CHECK(who(moved) == Strings{"guests", "almaty", "bishkek"});
    CHECK(venue_moves(moved) == std::vector<VenueMove>{{"talks", "almaty", "bishkek"}});

    Programme longer = small();
    talks(longer).duration += 15;
    CHECK(who(diff_of(small(), longer)) == Strings{"guests", "almaty"});

    Programme without = small();
    without.sessions.pop_back();
    CHECK(who(diff_of(small(), without)) == Strings{"guests", "almaty"});
    CHECK(who(diff_of(without, small())) == Strings{"guests", "almaty"});
}

TEST_CASE("who only comes or only goes is told, those who stay are not")
{
    Programme more = small();
    talks(more).who = {"guests", "hosts"};
    CHECK(who(diff_of(small(), more)) == Strings{"hosts"});
    CHECK(who(diff_of(more, small())) == Strings{"hosts"});
    CHECK(has(told(diff_of(small(), more)), "hosts"));
}

TEST_CASE("a cancelled session is none")
{
    Programme cancelled = small();
    talks(cancelled).is_cancelled = true;
    const ProgrammeDiff diff = diff_of(small(), cancelled);
    REQUIRE(diff.changes.size() == 1);
    CHECK(diff.changes[0].is_removed());
    CHECK(diff_of(cancelled, cancelled).changes.empty());
    CHECK(diff_of(cancelled, small()).changes.at(0).is_added());
}

TEST_CASE("each difference is said, in every language")
{
    Programme after = small();
    talks(after).start += std::chrono::hours(3);
    talks(after).venue = "bishkek";
    talks(after).zone = "Asia/Bishkek";
    talks(after).duration = 90;
    talks(after).title = test::text4("Round table");
    const ProgrammeDiff diff = diff_of(small(), after);
    const std::string text = told(diff);
    for (const char* part : {"Round table", "Name of talks", "almaty", "bishkek", "1 h 30 min",
                             "12 May 2026, 10:00 UTC+5", "14:00 UTC+6 (13:00 UTC+5)"}) {
        CAPTURE(part);
        CHECK(has(text, part));
    }
    for (const Language language : all_languages) {
        CHECK_FALSE(has(told(diff, language), "{"));
        CHECK_FALSE(has(told(diff, language), "diff."));
    }
}

TEST_CASE("both clocks are said where they differ, with the day where it does too")
{
    const Instant late = *parse_iso("2026-05-12T18:30:00Z");
    CHECK(both_clocks(late, "Asia/Almaty", "Asia/Almaty", Language::en) ==
          "12 May 2026, 23:30 UTC+5");
    CHECK(both_clocks(late, "Asia/Bishkek", "Asia/Almaty", Language::en) ==
          "13 May 2026, 00:30 UTC+6 (12 May 2026, 23:30 UTC+5)");
    CHECK(both_clocks(late - std::chrono::hours(8), "Asia/Bishkek", "Asia/Almaty", Language::en) ==
          "12 May 2026, 16:30 UTC+6 (15:30 UTC+5)");
}

} // TEST_SUITE
