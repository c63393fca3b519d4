#include "core/background.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using namespace dostyk;

TEST_SUITE("core/background") {

TEST_CASE("without threads work is done at once")
{
    std::string trace;
    (void)Background().run([&](const std::stop_token&) {
        trace += "work ";
        return [&] { trace += "finish"; };
    });
    CHECK(trace == "work finish");
}

TEST_CASE("what a job made is handed over when the queue runs")
{
    MainQueue finished;
    JobPool pool(0);
    bool is_done = false;
    (void)Background(pool, finished).run([&](const std::stop_token&) -> Background::Finish {
        return [&] { is_done = true; };
    });
    REQUIRE(pool.step());
    CHECK_FALSE(is_done);
    CHECK(finished.run(std::chrono::milliseconds(5)) == 1);
    CHECK(is_done);
}

TEST_CASE("a job that makes nothing hands over nothing")
{
    MainQueue finished;
    JobPool pool(0);
    (void)Background(pool, finished).run([](const std::stop_token&) -> Background::Finish {
        return {};
    });
    REQUIRE(pool.step());
    CHECK(finished.is_empty());
}

} // TEST_SUITE
