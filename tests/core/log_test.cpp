#include "core/log.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>

using namespace dostyk;

TEST_SUITE("core/log") {

TEST_CASE("a line is kept with its level and its time of day")
{
    log(LogLevel::warning, "the map has no relief {}");

    const auto lines = recent_log_lines();
    REQUIRE_FALSE(lines.empty());
    CHECK(lines.back().level == LogLevel::warning);
    CHECK(lines.back().text == "the map has no relief {}"); // braces are text, not places
    CHECK(lines.back().time.size() == std::string("14:05:09.123").size());
}

TEST_CASE("what is below the level is not kept")
{
    log(LogLevel::debug, "a detail");
    CHECK(recent_log_lines().back().text != "a detail");

    set_log_level(LogLevel::debug);
    log(LogLevel::debug, "a detail");
    set_log_level(LogLevel::info);
    CHECK(recent_log_lines().back().text == "a detail");
    CHECK(recent_log_lines().back().level == LogLevel::debug);
}

TEST_CASE("the memory keeps the last lines and no more")
{
    for (std::size_t i = 0; i < log_memory + 20; ++i) {
        log(LogLevel::info, "line " + std::to_string(i));
    }

    const auto lines = recent_log_lines();
    REQUIRE(lines.size() == log_memory);
    CHECK(lines.front().text == "line 20");
    CHECK(lines.back().text == "line " + std::to_string(log_memory + 19));
}

TEST_CASE("threads may write at the same time")
{
    {
        std::jthread first([] {
            for (int i = 0; i < 50; ++i) {
                log(LogLevel::error, "from the first");
            }
        });
        std::jthread second([] {
            for (int i = 0; i < 50; ++i) {
                log(LogLevel::error, "from the second");
            }
        });
    }

    const auto lines = recent_log_lines();
    CHECK(std::count_if(lines.begin(), lines.end(), [](const LogLine& line) {
              return line.text == "from the first" || line.text == "from the second";
          }) == 100);
}

} // TEST_SUITE
