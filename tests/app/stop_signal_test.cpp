#include "app/stop_signal.hpp"

#include <doctest/doctest.h>

#include <poll.h>

#include <csignal>
#include <initializer_list>

using namespace dostyk;

TEST_SUITE("app/stop_signal") {

TEST_CASE("each of the signals is noted and ends nothing, and the next start begins anew")
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        const app::StopSignal caught;
        pollfd sleep{app::StopSignal::descriptor(), POLLIN, 0};
        CHECK_FALSE(app::StopSignal::has_come());
        CHECK(::poll(&sleep, 1, 0) == 0);
        REQUIRE(std::raise(signal) == 0);
        CHECK(app::StopSignal::has_come());
        CHECK(::poll(&sleep, 1, 0) == 1);
    }
    CHECK_FALSE(app::StopSignal::has_come());
    CHECK(app::StopSignal::descriptor() == -1);
}

} // TEST_SUITE
