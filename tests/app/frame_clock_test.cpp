#include "app/frame_clock.hpp"

#include "core/process_usage.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("app/frame_clock") {

TEST_CASE("phases keep the order of their first frame and each has its own time")
{
    app::FrameClock clock;
    clock.begin("events");
    clock.begin("work");
    const double start = process_cpu_ms();
    volatile double sink = 1;
    while (process_cpu_ms() - start < 20) {
        sink = sink * 1.0000001;
    }
    clock.end();
    clock.begin("events");
    clock.end();

    REQUIRE(clock.phases().size() == 2);
    CHECK(clock.phases()[0].name == "events");
    CHECK(clock.phases()[1].name == "work");
    CHECK(clock.phases()[1].cpu_ms >= 19);
    CHECK(clock.phases()[1].wall_ms > 0);
    CHECK(clock.phases()[0].cpu_ms < clock.phases()[1].cpu_ms);
}

} // TEST_SUITE
