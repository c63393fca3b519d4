#include "app/bench.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("app/bench") {

TEST_CASE("figures print as lines and as JSON, and what was not measured says so")
{
    const std::vector<app::BenchFigure> figures{{"map_frame_cpu_median", 12.345, "ms", 30},
                                                {"idle_10s_cpu", 0, "ms", 20, false}};

    const std::string text = app::to_text(figures, false);
    CHECK(text.find("map_frame_cpu_median") != std::string::npos);
    CHECK(text.find("at most 30") != std::string::npos);
    CHECK(text.find("not measured") != std::string::npos);

    const std::string as_json = app::to_text(figures, true);
    CHECK(as_json.find("\"value\": 12.35") != std::string::npos);
    CHECK(as_json.find("\"value\": null") != std::string::npos);
    CHECK(as_json.find("\"machine\": ") != std::string::npos);
}

} // TEST_SUITE
