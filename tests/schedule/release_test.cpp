#include "schedule/release.hpp"

#include "schedule/small_programme.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

const Instant noon = *parse_iso("2026-05-01T07:00:00Z");

std::map<std::string, int> sequences(const Programme& release)
{
    std::map<std::string, int> made;
    for (const ProgrammeSession& session : release.sessions) {
        made[session.id] = session.sequence;
    }
    return made;
}

} // namespace

TEST_SUITE("schedule/release") {

TEST_CASE("a sequence is raised in a release in which its session changed, and in no other")
{
    Programme plan = test::programme_in(test::small_programme());
    std::vector<Programme> releases{next_release({}, plan, noon)};
    CHECK(releases[0].number == 1);
    CHECK(releases[0].date == "2026-05-01T12:00+05:00");
    CHECK(sequences(releases[0]) == std::map<std::string, int>{{"signing", 0}, {"talks", 0}});

    plan.sessions[1].start += std::chrono::minutes(15);
    releases.push_back(next_release(releases, plan, noon));
    CHECK(releases[1].number == 2);
    CHECK(sequences(releases[1]) == std::map<std::string, int>{{"signing", 0}, {"talks", 1}});

    releases.push_back(next_release(releases, plan, noon));
    CHECK(sequences(releases[2]) == std::map<std::string, int>{{"signing", 0}, {"talks", 1}});

    plan.sessions[0].venue = "almaty";
    releases.push_back(next_release(releases, plan, noon));
    plan.sessions[0].who = {"guests", "hosts"};
    releases.push_back(next_release(releases, plan, noon));
    plan.sessions[0].title[Language::ky] = "Кол коюу";
    releases.push_back(next_release(releases, plan, noon));
    CHECK(sequences(releases[5]) == std::map<std::string, int>{{"signing", 3}, {"talks", 1}});
}

TEST_CASE("what is no longer held stays as cancelled, and comes back with a higher sequence")
{
    const Programme plan = test::programme_in(test::small_programme());
    std::vector<Programme> releases{next_release({}, plan, noon)};
    Programme without = plan;
    without.sessions.erase(without.sessions.begin());

    releases.push_back(next_release(releases, without, noon));
    REQUIRE(releases[1].find("signing") != nullptr);
    CHECK(releases[1].find("signing")->is_cancelled);
    CHECK(releases[1].find("signing")->sequence == 1);
    CHECK(releases[1].find("signing")->venue == "bishkek");
    releases.push_back(next_release(releases, without, noon));
    CHECK(releases[2].find("signing")->sequence == 1);
    CHECK(releases[2].find("signing")->is_cancelled);

    releases.push_back(next_release(releases, plan, noon));
    CHECK(releases[3].find("signing")->sequence == 2);
    CHECK_FALSE(releases[3].find("signing")->is_cancelled);
}

TEST_CASE("a project keeps a release as it was, whatever becomes of its sessions")
{
    model::Project project = test::project(test::small_programme());
    std::vector<Programme> releases{next_release({}, test::programme_in(project), noon)};
    Programme changed = test::programme_in(project);
    changed.sessions.pop_back();
    releases.push_back(next_release(releases, changed, noon));
    for (const Programme& release : releases) {
        project.entities.push_back(to_entity(release));
    }

    Diagnostics findings;
    const auto read = releases_of(project, "forum", findings);

    CHECK(findings.findings.empty());
    REQUIRE(read.size() == 2);
    for (std::size_t i = 0; i < read.size(); ++i) {
        CHECK(read[i].sessions == releases[i].sessions);
        CHECK(read[i].number == releases[i].number);
        CHECK(read[i].date == releases[i].date);
        CHECK(read[i].meeting == "forum");
    }
    CHECK(releases_of(project, "other", findings).empty());
    CHECK(release_id("forum", 2) == to_entity(releases[1]).id);
}

TEST_CASE("a line that is no session is told and left out")
{
    const ProgrammeSession talks = *test::programme_in(test::small_programme()).find("talks");
    const std::string line = release_line(talks);
    REQUIRE(read_release_line(line) == talks);
    for (const auto& [from, to] : {std::pair{"\"duration\":60", "\"duration\":-1"},
                                   {"\"duration\":60", "\"duration\":60.5"},
                                   {"Asia/Almaty", "Asia/Nowhere"},
                                   {"2026-05-12T10:00+05:00", "2026-05-12"},
                                   {"\"who\":[\"guests\"]", "\"who\":\"guests\""},
                                   {"\"public\"", "\"nobody\""},
                                   {"\"id\"", "\"name\""},
                                   {"}", ""}}) {
        CAPTURE(to);
        std::string broken = line;
        broken.replace(broken.find(from), std::string(from).size(), to);
        CHECK_FALSE(read_release_line(broken));
    }
    Programme release = next_release({}, test::programme_in(test::small_programme()), noon);
    model::Entity entity = to_entity(release);
    std::get<std::vector<std::string>>(entity.fields["programme"][0].value)[0] = "?";
    Diagnostics findings;
    const auto read = releases_of(test::project({entity}), "forum", findings);
    REQUIRE(findings.findings.size() == 1);
    CHECK(findings.findings[0].code == "schedule.bad_release");
    CHECK(read.at(0).sessions.size() == 1);
}

TEST_CASE("versions are named by number, as the last one, and as it is now")
{
    const Programme plan = test::programme_in(test::small_programme());
    std::vector<Programme> releases{next_release({}, plan, noon)};
    releases.push_back(next_release(releases, plan, noon));

    CHECK(find_version(releases, plan, "1").value().number == 1);
    CHECK(find_version(releases, plan, "last").value().number == 2);
    CHECK(find_version(releases, plan, "now").value() == plan);
    for (const char* none : {"3", "0", "one", "", "-1"}) {
        CAPTURE(none);
        const auto found = find_version(releases, plan, none);
        REQUIRE_FALSE(found);
        CHECK(text_of(found.error(), Language::en).find("1, 2, now") != std::string::npos);
    }
    CHECK_FALSE(find_version({}, plan, "last"));
}

} // TEST_SUITE
