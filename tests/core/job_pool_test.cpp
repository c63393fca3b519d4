#include "core/job_pool.hpp"

#include "core/main_queue.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <latch>
#include <memory>
#include <vector>

using namespace dostyk;
using namespace std::chrono_literals;

TEST_SUITE("core/job_pool") {

TEST_CASE("without threads a job runs only when it is stepped, in order")
{
    JobPool pool(0);
    std::vector<int> ran;
    pool.submit([&](std::stop_token) { ran.push_back(1); });
    pool.submit([&](std::stop_token) { ran.push_back(2); });

    CHECK(ran.empty());
    CHECK(pool.count() == 2);
    CHECK(pool.step());
    CHECK(ran == std::vector<int>{1});
    CHECK(pool.step());
    CHECK_FALSE(pool.step());
    CHECK(ran == std::vector<int>{1, 2});
    CHECK(pool.count() == 0);
}

TEST_CASE("a job that was cancelled before it began never begins")
{
    JobPool pool(0);
    bool has_run = false;
    Job job = pool.submit([&](std::stop_token) { has_run = true; });

    job.cancel();

    CHECK(job.is_cancelled());
    CHECK(pool.step());
    CHECK_FALSE(has_run);
}

TEST_CASE("letting go of the handle cancels nothing")
{
    JobPool pool(0);
    bool is_stopped = true;
    (void)pool.submit([&](std::stop_token stop) { is_stopped = stop.stop_requested(); });

    pool.step();

    CHECK_FALSE(is_stopped);
}

TEST_CASE("a running job sees that it was cancelled")
{
    JobPool pool(1);
    std::latch begun(1);
    std::latch over(1);
    Job job = pool.submit([&](std::stop_token stop) {
        begun.count_down();
        while (!stop.stop_requested()) {
            std::this_thread::yield();
        }
        over.count_down();
    });

    begun.wait();
    job.cancel();

    over.wait(); // a job that does not see it hangs here
    CHECK(job.is_cancelled());
}

TEST_CASE("the pool's end stops the running job and drops the waiting ones")
{
    std::latch begun(1);
    std::atomic<bool> has_second_run = false;
    {
        JobPool pool(1);
        pool.submit([&](std::stop_token stop) {
            begun.count_down();
            while (!stop.stop_requested()) {
                std::this_thread::yield();
            }
        });
        pool.submit([&](std::stop_token) { has_second_run = true; });
        begun.wait();
    }
    CHECK_FALSE(has_second_run);
}

TEST_CASE("values of many jobs come back through the queue")
{
    MainQueue queue;
    long sum = 0;
    std::latch over(200);
    JobPool pool(3);
    for (int i = 1; i <= 200; ++i) {
        pool.submit([&, i](std::stop_token) {
            queue.post([&sum, value = std::make_shared<int>(i)] { sum += *value; });
            over.count_down();
        });
    }

    over.wait();
    queue.run(10s);

    CHECK(sum == 200 * 201 / 2);
}

TEST_CASE("a job may submit another one")
{
    JobPool pool(0);
    int ran = 0;
    pool.submit([&](std::stop_token) { pool.submit([&](std::stop_token) { ++ran; }); });

    while (pool.step()) {
    }

    CHECK(ran == 1);
}

} // TEST_SUITE
