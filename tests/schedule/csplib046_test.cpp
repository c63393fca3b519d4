#include "schedule/csplib046.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace dostyk;
using schedule::read_csplib046;

namespace {

/// Two agents, three meetings.
const std::string sound = "Words before the first one.\n"
                          "\n"
                          "**Instance #4**\n"
                          "\n"
                          "NumberOfMeetings\t = 3  \r\n"
                          "NumberOfAgents = 2\n"
                          "NumberOfMeetingPerAgent = 2\n"
                          "MinDisTimeBetweenMeetings = 0\n"
                          "DomainSize = 5\n"
                          "Agents Meetings:  \n"
                          " Agents (0): 0 1\n"
                          " Agents (1): 1 2  \n"
                          "\n"
                          "Between Meetings Distance:\n"
                          "     0 1 2\n"
                          " 0 : 0 2 1\n"
                          " 1:  2 0 3\n"
                          " 2:  1 3 0\n"
                          "\n"
                          "Estimated P1=0.5 P2=0.5\n";

/// The sound one with one part replaced: "place key" of what is wrong, or nothing.
std::string fault_with(const std::string& part, const std::string& by)
{
    std::string text = sound;
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    text.replace(at, part.size(), by);
    const auto read = read_csplib046(text, "f.md");
    return read ? "" : read.error().where + " " + read.error().message.key;
}

} // namespace

TEST_SUITE("schedule/csplib046") {

TEST_CASE("an instance is read with its meetings and distances")
{
    const auto read = read_csplib046(sound, "f.md");

    REQUIRE(read);
    REQUIRE(read->size() == 1);
    const schedule::MeetingInstance& instance = read->front();
    CHECK(instance.number == 4);
    CHECK(instance.slots == 5);
    CHECK(instance.meetings() == 3);
    CHECK(instance.meetings_of == std::vector<std::vector<int>>{{0, 1}, {1, 2}});
    CHECK(instance.distance == std::vector<std::vector<int>>{{0, 2, 1}, {2, 0, 3}, {1, 3, 0}});
}

TEST_CASE("several instances keep their order, whatever marks their headings")
{
    std::string second = sound;
    second.replace(second.find("**Instance #4**"), 15, "__Instance #2__");

    const auto read = read_csplib046(sound + second.substr(second.find("__")), "f.md");

    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK(read->at(0).number == 4);
    CHECK(read->at(1).number == 2);
}

TEST_CASE("sizes and numbers out of their range are named with their line")
{
    CHECK(fault_with("DomainSize = 5", "DomainSize = 0") == "f.md:9 error.instance.range");
    CHECK(fault_with("DomainSize = 5", "DomainSize = five") ==
          "f.md:9 error.instance.not_a_number");
    CHECK(fault_with("DomainSize = 5\n", "") == "f.md:9 error.instance.missing");
    CHECK(fault_with("NumberOfAgents = 2", "NumberOfAgents = 0") == "f.md:6 error.instance.range");
    CHECK(fault_with("1 2  \n", "1 3\n") == "f.md:12 error.instance.range");
    CHECK(fault_with("1 2  \n", "1 1\n") == "f.md:12 error.instance.twice");
    CHECK(fault_with("2 0 3", "2 0 -3") == "f.md:17 error.instance.range");
}

TEST_CASE("agents, their meetings and rows are as many as are said")
{
    CHECK(fault_with("Agents Meetings:  \n", "Estimated\n") == "f.md:10 error.instance.missing");
    CHECK(fault_with("Agents Meetings:  \n Agents (0): 0 1\n Agents (1): 1 2  \n", "") ==
          "f.md:11 error.instance.missing");
    CHECK(fault_with("Between Meetings Distance:\n", "Agents Meetings:\n") ==
          "f.md:14 error.instance.twice");
    CHECK(fault_with("1 2  \n", "1\n") == "f.md:12 error.instance.count");
    CHECK(fault_with(" Agents (1): 1 2  \n", "") == "f.md:19 error.instance.count");
    CHECK(fault_with("Agents (1)", "Agents (2)") == "f.md:12 error.instance.unexpected");
    CHECK(fault_with("2 0 3", "2 0") == "f.md:17 error.instance.count");
    CHECK(fault_with("NumberOfMeetings\t = 3", "NumberOfMeetings = 4") ==
          "f.md:16 error.instance.count");
    CHECK(fault_with(" 2:  1 3 0\n", "") == "f.md:19 error.instance.count");
    CHECK(fault_with(" 1:  2 0 3", " 7:  2 0 3") == "f.md:17 error.instance.unexpected");
}

TEST_CASE("a distance is the same from both sides")
{
    CHECK(fault_with(" 2:  1 3 0", " 2:  1 2 0") == "f.md:18 error.instance.not_symmetric");
}

TEST_CASE("a file without an instance, one that ends within it, and a doubled one are refused")
{
    CHECK_FALSE(read_csplib046("", "f.md"));
    CHECK(fault_with("**Instance #4**", "nothing") == "f.md:20 error.instance.none");
    const std::size_t end = sound.find(" 2:  1 3 0");
    for (std::size_t size = 0; size < end + 9; ++size) {
        CAPTURE(size);
        CHECK_FALSE(read_csplib046(sound.substr(0, size), "f.md"));
    }
    const auto twice = read_csplib046(sound + sound.substr(sound.find("**")), "f.md");
    REQUIRE_FALSE(twice);
    CHECK(twice.error().message.key == "error.instance.twice");
}

} // TEST_SUITE
