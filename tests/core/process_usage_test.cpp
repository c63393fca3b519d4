#include "core/process_usage.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("core/process_usage") {

TEST_CASE("percentiles follow the nearest rank")
{
    const std::vector<double> samples{5, 1, 4, 2, 3};

    CHECK(percentile(samples, 0.5) == 3);
    CHECK(percentile(samples, 0.95) == 5);
    CHECK(percentile(samples, 0.2) == 1);
    CHECK(percentile({}, 0.5) == 0);
    CHECK(percentile({7}, 0.95) == 7);
}

TEST_CASE("work costs CPU, and the wall clock runs")
{
    const double cpu_before = process_cpu_ms();
    const double wall_before = process_wall_ms();
    volatile double sink = 1;
    while (process_cpu_ms() - cpu_before < 30) {
        sink = sink * 1.0000001;
    }

    CHECK(process_cpu_ms() > cpu_before);
    CHECK(process_wall_ms() >= wall_before);
    // A test program is seconds old, not days: the start time was read from the right field.
    CHECK(process_wall_ms() < 3.6e6);
    CHECK(process_wall_ms() > 0);
}

TEST_CASE("memory and machine are told")
{
    CHECK(peak_memory_mb() > 1);
    CHECK(machine_name().find("cores") != std::string::npos);
}

} // TEST_SUITE
