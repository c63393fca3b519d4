#include "app/stop_signal.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <initializer_list>

using namespace dostyk;

TEST_SUITE("app/stop_signal") {

TEST_CASE("each of the signals is noted and ends nothing, and the next start begins anew")
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        const app::StopSignal caught;
        CHECK_FALSE(app::StopSignal::has_come());
        REQUIRE(std::raise(signal) == 0);
        CHECK(app::StopSignal::has_come());
    }
    CHECK_FALSE(app::StopSignal::has_come());
}

} // TEST_SUITE
