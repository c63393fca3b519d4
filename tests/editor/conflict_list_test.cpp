#include "editor/conflict_list.hpp"

#include "forum.hpp"
#include "memory_rows.hpp"

#include "core/fold.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::editor;
using schedule::Conflict;

namespace {

/// A forum whose rows are changed, and which is planned anew after each edit.
class Forum {
public:
    explicit Forum(std::vector<model::Entity> sessions)
    {
        const model::Project made = test::forum(std::move(sessions));
        transport = made.transport;
        for (const model::Entity& entity : made.entities) {
            rows.apply(Insert{entity.kind, entity.id, io::to_text(entity)});
        }
        plan();
    }

    void apply(const Command& command)
    {
        rows.apply(command);
        plan();
    }

    [[nodiscard]] std::vector<ConflictRow> list(Language language = Language::en) const
    {
        return conflict_rows(*meeting, meeting->telling(language, no_units));
    }
    /// The first conflict of a rule.
    [[nodiscard]] const Conflict& conflict(schedule::RuleId rule) const
    {
        const auto& all = meeting->conflicts();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Conflict& each) {
            return each.violation.rule == rule;
        });
        REQUIRE(found != all.end());
        return *found;
    }

    Programme::MeetingPtr meeting;
    test::MemoryRows rows;

private:
    void plan()
    {
        model::Project project = rows.project();
        project.transport = transport;
        meeting = test::plan_of(std::move(project));
    }

    decltype(model::Project::transport) transport;
    model::UnitNames no_units;
};

/// Talks in Almaty, an hour later a signing in Bishkek.
Forum hurried(std::vector<std::string> participants = {"guests"})
{
    return Forum({test::session("signing", test::hours(12, 12, 13), "ala-archa", participants),
                  test::session("talks", test::hours(12, 10, 11), "hall", participants)});
}

Text4 because(const char* text)
{
    Text4 reason;
    reason[Language::en] = text;
    return reason;
}

} // namespace

TEST_SUITE("editor/conflict_list") {

TEST_CASE("what must hold comes first, by number, and says who, which sessions and which rule")
{
    const Forum forum = hurried();
    const auto rows = forum.list();
    REQUIRE(rows.size() > 1);
    CHECK(rows.front().state == ConflictState::broken);
    CHECK(rows.front().code == "H03");
    CHECK(rows.front().key == "H03 talks signing guests");
    CHECK(rows.front().sessions == std::vector<std::string>{"talks", "signing"});
    CHECK(rows.front().text.find("Name of guests") != std::string::npos);
    bool was_wish = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(rows[i].at == i);
        CHECK(forum.meeting->conflicts()[i].number == static_cast<int>(i) + 1);
        CHECK((!was_wish || rows[i].state == ConflictState::wish));
        was_wish = rows[i].state == ConflictState::wish;
    }
    CHECK(was_wish);
}

TEST_CASE("a conflict is found by its delegation, its venue, its rule and its words")
{
    const auto rows = hurried().list();
    for (const char* words : {"Name of guests", "name of HALL", "ala-archa", "h03", "the gap is"}) {
        CAPTURE(words);
        CHECK(rows.front().folded.find(fold(words)) != std::string::npos);
    }
    CHECK(rows.front().folded.find(fold("Name of hosts")) == std::string::npos);
}

TEST_CASE("no two rows have one key, in whatever is broken")
{
    Forum forum({test::session("a", test::hours(12, 10, 12), "hall", {"guests", "hosts"}),
                 test::session("b", test::hours(12, 11, 13), "hall", {"guests", "hosts"}),
                 test::session("c", test::hours(12, 11, 13), "ala-archa", {"guests", "hosts"}),
                 test::session("d", "", "", {"guests"})});
    auto rows = forum.list();
    REQUIRE(rows.size() > 6);
    std::sort(rows.begin(), rows.end(),
              [](const ConflictRow& a, const ConflictRow& b) { return a.key < b.key; });
    CHECK(std::adjacent_find(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
              return a.key == b.key;
          }) == rows.end());
}

TEST_CASE("a conflict that somebody answers for stays, with the reason, until that is withdrawn")
{
    Forum forum = hurried();
    const std::size_t broken = forum.meeting->hard_count();
    REQUIRE(broken == 1);

    forum.apply(accept_conflict(*forum.meeting, forum.conflict(schedule::RuleId::h03),
                                because("By helicopter"), "waiver-1"));
    CHECK(forum.meeting->hard_count() == 0);
    CHECK(forum.list().front().state == ConflictState::accepted);
    CHECK(reason_of(*forum.meeting, forum.conflict(schedule::RuleId::h03), Language::ky) ==
          "By helicopter");
    const model::Entity& waiver = *forum.meeting->project().find("waiver-1");
    CHECK(model::name_of(waiver, model::Pack::enriched, Language::ru) ==
          "H03: Name of talks, Name of signing");

    forum.apply(withdraw_acceptance(*forum.meeting, forum.conflict(schedule::RuleId::h03)));
    CHECK(forum.meeting->hard_count() == broken);
    CHECK(forum.meeting->project().find("waiver-1") == nullptr);
}

TEST_CASE("whatever is broken can be accepted, and nothing else is accepted with it")
{
    Forum forum({test::session("a", test::hours(12, 10, 12), "hall", {"guests", "hosts"}),
                 test::session("b", test::hours(12, 11, 13), "hall", {"guests", "hosts"}),
                 test::session("c", test::hours(13, 11, 13), "ala-archa", {"guests"}),
                 test::session("d", "", "", {"guests"})});
    const auto keys = forum.list();
    for (const ConflictRow& row : keys) {
        CAPTURE(row.key);
        forum.apply(accept_conflict(*forum.meeting, forum.meeting->conflicts()[row.at],
                                    because("So be it"), "waiver-1"));
        std::vector<std::string> accepted;
        const Conflict* now = nullptr;
        for (const ConflictRow& each : forum.list()) {
            if (each.state == ConflictState::accepted) {
                accepted.push_back(each.key);
                now = &forum.meeting->conflicts()[each.at];
            }
        }
        CHECK(accepted == std::vector<std::string>{row.key});
        REQUIRE(now != nullptr);
        forum.apply(withdraw_acceptance(*forum.meeting, *now));
        CHECK(forum.list().size() == keys.size());
    }
}

TEST_CASE("what is accepted for two stays accepted for the other one")
{
    Forum forum = hurried({"guests", "hosts"});
    REQUIRE(forum.meeting->hard_count() == 2);
    model::Entity both =
        test::with(test::planned("waiver", "both"), "meeting", model::Refs{{"forum"}});
    both = test::with(both, "rule", std::string("H03"));
    both = test::with(both, "sessions", model::Refs{{"signing", "talks"}});
    both = test::with(both, "participants", model::Refs{{"guests", "hosts"}});
    forum.apply(Insert{both.kind, both.id, io::to_text(both)});
    REQUIRE(forum.meeting->hard_count() == 0);

    forum.apply(withdraw_acceptance(*forum.meeting, forum.meeting->conflicts().front()));
    CHECK(forum.meeting->hard_count() == 1);
    CHECK(forum.list().front().state == ConflictState::broken);
    CHECK(forum.list()[1].state == ConflictState::accepted);
}

} // TEST_SUITE
