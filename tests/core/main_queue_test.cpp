#include "core/main_queue.hpp"

#include <doctest/doctest.h>

#include <poll.h>

#include <thread>
#include <vector>

using namespace dostyk;
using namespace std::chrono_literals;

TEST_SUITE("core/main_queue") {

TEST_CASE("tasks run in the order in which they were posted")
{
    MainQueue queue;
    std::vector<int> ran;
    for (int i = 0; i < 4; ++i) {
        queue.post([&ran, i] { ran.push_back(i); });
    }

    CHECK(queue.run(1s) == 4);
    CHECK(ran == std::vector<int>{0, 1, 2, 3});
    CHECK(queue.is_empty());
}

TEST_CASE("a spent budget leaves the rest for the next frame, but one always runs")
{
    MainQueue queue;
    int ran = 0;
    for (int i = 0; i < 3; ++i) {
        queue.post([&ran] { ++ran; });
    }

    CHECK(queue.run(0us) == 1);
    CHECK(ran == 1);
    CHECK_FALSE(queue.is_empty());
    CHECK(queue.run(1s) == 2);
}

TEST_CASE("a sleep on its descriptor ends while a task waits, and not before")
{
    MainQueue queue;
    pollfd wanted{queue.descriptor(), POLLIN, 0};
    CHECK(::poll(&wanted, 1, 0) == 0);
    queue.post([] {});
    queue.post([] {});
    CHECK(::poll(&wanted, 1, 0) == 1);
    CHECK(queue.run(0us) == 1);
    CHECK(::poll(&wanted, 1, 0) == 1);
    CHECK(queue.run(1s) == 1);
    CHECK(::poll(&wanted, 1, 0) == 0);
}

TEST_CASE("a task may post another one")
{
    MainQueue queue;
    int ran = 0;
    queue.post([&] { queue.post([&] { ++ran; }); });

    CHECK(queue.run(1s) == 2);
    CHECK(ran == 1);
}

TEST_CASE("an empty queue runs nothing")
{
    MainQueue queue;
    CHECK(queue.run(1s) == 0);
}

TEST_CASE("nothing that several threads post is lost")
{
    MainQueue queue;
    int sum = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 250; ++i) {
                    queue.post([&sum] { ++sum; });
                }
            });
        }
    }

    queue.run(10s);
    CHECK(sum == 1000);
}

} // TEST_SUITE
