#include "schedule/b2b_instance.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace dostyk;
using schedule::read_b2b;

namespace {

/// Three people, two meetings, four slots.
const std::string sound = "nBusiness = 3;\n"
                          "nMeetings = 2;\n"
                          "nTables = 1;\n"
                          "nTotalSlots = 4;\n"
                          "nMorningSlots = 3;\n"
                          "requested = [|1, 2,1, \n"
                          "|1, 3,3, \n"
                          "|];\n"
                          "meetingsxBusiness = [{1,2,3}, {1,2}, {1,3}];\n"
                          "nMeetingsBusiness = [2,1,1];\n"
                          "forbidden = [{0}, {0,4}, {}];\n"
                          "fixed = [0,2];\n"
                          "precedences = [{},\n"
                          "{1}];\n";

/// The sound one with one part replaced: "place key value" of what is wrong, or nothing.
std::string fault_with(const std::string& part, const std::string& by)
{
    std::string text = sound;
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    text.replace(at, part.size(), by);
    const auto read = read_b2b(text, "f.dzn");
    return read ? "" : read.error().where + " " + read.error().message.key;
}

} // namespace

TEST_SUITE("schedule/b2b_instance") {

TEST_CASE("all is read and counts from 0")
{
    const auto read = read_b2b(sound, "f.dzn");

    REQUIRE(read);
    CHECK(read->participants == 3);
    CHECK(read->tables == 1);
    CHECK(read->slots == 4);
    CHECK(read->morning_slots == 3);
    REQUIRE(read->meetings.size() == 2);
    CHECK(read->meetings[0].first == 0);
    CHECK(read->meetings[0].second == 1);
    CHECK(read->meetings[0].part == schedule::PartOfDay::morning);
    CHECK(read->meetings[1].part == schedule::PartOfDay::any);
    CHECK(read->meetings_of == std::vector<std::vector<int>>{{0, 1}, {0}, {1}});
    CHECK(read->forbidden == std::vector<std::vector<int>>{{}, {3}, {}});
    CHECK(read->fixed == std::vector{-1, 1});
    CHECK(read->earlier == std::vector<std::vector<int>>{{}, {0}});
}

TEST_CASE("sizes out of their range are named with their line")
{
    CHECK(fault_with("nTotalSlots = 4", "nTotalSlots = 0") == "f.dzn:4 error.instance.range");
    CHECK(fault_with("nTables = 1", "nTables = 0") == "f.dzn:3 error.instance.range");
    CHECK(fault_with("nBusiness = 3", "nBusiness = -3") == "f.dzn:1 error.instance.range");
    CHECK(fault_with("nMorningSlots = 3", "nMorningSlots = 5") == "f.dzn:5 error.instance.range");
    CHECK(fault_with("nTables = 1", "nTables = [1]") == "f.dzn:3 error.instance.no_number");
}

TEST_CASE("meetings are as many as are said, each of two participants who are there")
{
    CHECK(fault_with("nMeetings = 2", "nMeetings = 3") == "f.dzn:7 error.instance.count");
    CHECK(fault_with("|1, 3,3", "|1, 4,3") == "f.dzn:7 error.instance.range");
    CHECK(fault_with("|1, 3,3", "|0, 3,3") == "f.dzn:7 error.instance.range");
    CHECK(fault_with("|1, 3,3", "|1, 3,4") == "f.dzn:7 error.instance.range");
    CHECK(fault_with("|1, 3,3", "|1, 3") == "f.dzn:7 error.instance.no_meeting");
    CHECK(fault_with("|1, 3,3", "|3, 3,3") == "f.dzn:7 error.instance.meets_itself");
}

TEST_CASE("lists that disagree, are too short or name what is not there are refused")
{
    CHECK(fault_with("{1,2,3}", "{1,2}") == "f.dzn:9 error.instance.disagrees");
    CHECK(fault_with("[2,1,1]", "[2,1,2]") == "f.dzn:10 error.instance.disagrees");
    CHECK(fault_with("[2,1,1]", "[2,1]") == "f.dzn:10 error.instance.count");
    CHECK(fault_with("{0,4}", "{0,5}") == "f.dzn:11 error.instance.range");
    CHECK(fault_with("{0,4}", "4") == "f.dzn:11 error.instance.no_list");
    CHECK(fault_with("[0,2]", "[0,5]") == "f.dzn:12 error.instance.range");
    CHECK(fault_with("[0,2]", "[0]") == "f.dzn:12 error.instance.count");
    CHECK(fault_with("{1}]", "{3}]") == "f.dzn:14 error.instance.range");
}

TEST_CASE("what is missing is named, and so is where the file is cut in half")
{
    CHECK(fault_with("fixed = [0,2];\n", "") == "f.dzn:14 error.instance.missing");
    const auto half = read_b2b(sound.substr(0, sound.size() / 2), "f.dzn");
    REQUIRE_FALSE(half);
    CHECK(half.error().message.key == "error.instance.cut_off");
    for (std::size_t size = 0; size + 3 < sound.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(read_b2b(sound.substr(0, size), "f.dzn"));
    }
}

} // TEST_SUITE
