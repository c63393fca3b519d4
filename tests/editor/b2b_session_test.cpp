#include "editor/b2b_session.hpp"

#include "schedule/small_desk.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::editor;
using test::request;

namespace {

std::shared_ptr<const model::Project> forum(std::vector<model::Entity> more = {})
{
    auto entities = test::small_desk();
    entities.push_back(request("1", "a", {"b"}));
    entities.insert(entities.end(), more.begin(), more.end());
    return std::make_shared<const model::Project>(test::project(entities));
}

} // namespace

TEST_SUITE("editor/b2b_session") {

TEST_CASE("the meeting with requests is read, planned and kept until the requests change")
{
    B2bSession session;
    B2bInput input{forum(), 1, {}};
    CHECK_FALSE(session.update(input));
    REQUIRE(session.desk() != nullptr);
    CHECK(session.meeting() == "forum");
    CHECK(session.stage() == B2bSession::Stage::idle);
    CHECK(session.plan() == nullptr);

    session.solve(input);
    CHECK(session.stage() == B2bSession::Stage::done);
    REQUIRE(session.plan() != nullptr);
    CHECK(session.plan()->met() == 1);

    model::Entity plant;
    plant.kind = "joint_enterprise";
    plant.id = "plant";
    input.project = forum({plant});
    input.version = 2;
    session.update(input);
    CHECK(session.plan() != nullptr);
    CHECK(session.stage() == B2bSession::Stage::done);

    input.project = forum({request("2", "c", {"d"})});
    input.version = 3;
    session.update(input);
    CHECK(session.plan() == nullptr);
    CHECK(session.stage() == B2bSession::Stage::idle);
    CHECK(session.desk()->wishes.size() == 2);
}

TEST_CASE("a project without requests says why there is no desk")
{
    B2bSession session;
    session.update(
        {std::make_shared<const model::Project>(test::project(test::small_desk())), 1, {}});
    CHECK(session.desk() == nullptr);
    REQUIRE(session.fault());
    CHECK(session.fault()->message.key == "error.b2b.no_requests");
}

TEST_CASE("a search goes on beside the frames and can be stopped before it has begun")
{
    JobPool pool(0);
    MainQueue queue;
    B2bSession session;
    const B2bInput input{forum(), 1, Background(pool, queue)};
    session.update(input);

    session.solve(input);
    CHECK(session.update(input));
    CHECK(session.stage() == B2bSession::Stage::solving);
    session.cancel();
    CHECK_FALSE(session.update(input));
    CHECK(session.stage() == B2bSession::Stage::idle);
    while (pool.step()) {
    }

    session.solve(input);
    while (pool.step()) {
    }
    CHECK(session.update(input)); // The plan that was found, before the job's own word is taken.
    CHECK(session.plan() != nullptr);
    queue.run(std::chrono::seconds(1));
    CHECK(session.stage() == B2bSession::Stage::done);
    CHECK(session.plan()->is_proved);
}

TEST_CASE("a plan that comes after the requests have changed counts no more")
{
    JobPool pool(0);
    MainQueue queue;
    B2bSession session;
    B2bInput input{forum(), 1, Background(pool, queue)};
    session.update(input);
    session.solve(input);
    while (pool.step()) {
    }
    input.project = forum({request("2", "c", {"d"})});
    input.version = 2;
    session.update(input);
    queue.run(std::chrono::seconds(1));
    CHECK(session.stage() == B2bSession::Stage::idle);
    CHECK(session.plan() == nullptr);
}

TEST_CASE("of several meetings with requests one is chosen")
{
    auto entities = test::small_desk();
    entities.push_back(request("1", "a", {"b"}));
    model::Entity other = entities[0];
    other.id = "summit";
    entities.push_back(other);
    entities.push_back(test::stated(request("2", "c", {"d"}), "meeting", test::refs({"summit"})));
    B2bSession session;
    const B2bInput input{std::make_shared<const model::Project>(test::project(entities)), 1, {}};
    session.update(input);
    CHECK(session.meetings() == std::vector<std::string>{"forum", "summit"});
    CHECK(session.meeting() == "forum");
    session.choose("summit");
    session.update(input);
    CHECK(session.meeting() == "summit");
    CHECK(session.desk()->wishes.front().requests == std::vector<std::string>{"2"});
}

} // TEST_SUITE
