#include "scene/cooked.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

using namespace dostyk;

TEST_SUITE("scene/cooked") {

TEST_CASE("however many ask at once, it is cooked once and all get the same")
{
    scene::Cooked<int> dish;
    std::atomic<int> cooks{0};
    std::vector<const int*> served(8);
    {
        std::vector<std::jthread> threads;
        for (const int*& plate : served) {
            threads.emplace_back([&dish, &cooks, &plate] {
                plate = &dish.get([&] {
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                    return ++cooks * 7;
                });
            });
        }
    }
    CHECK(cooks == 1);
    for (const int* plate : served) {
        CHECK(plate == served[0]);
        CHECK(*plate == 7);
    }
}

} // TEST_SUITE
