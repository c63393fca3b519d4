/// \file
/// Any bytes are instances whose tables fit each other, or are refused with a place.

#include "fuzz/expect.hpp"
#include "schedule/csplib046.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto instances = schedule::read_csplib046(text, "f.md");
    if (!instances) {
        test::expect(instances.error().where.starts_with("f.md:"), "it is refused with its line");
        return 0;
    }
    test::expect(!instances->empty(), "there is one");
    for (const schedule::MeetingInstance& each : *instances) {
        const std::size_t meetings = each.distance.size();
        test::expect(each.slots > 0 && meetings > 0, "there are slots and meetings");
        for (const auto& row : each.distance) {
            test::expect(row.size() == meetings, "distances are a square");
        }
        for (const auto& agenda : each.meetings_of) {
            for (const int meeting : agenda) {
                test::expect(meeting >= 0 && static_cast<std::size_t>(meeting) < meetings,
                             "agents attend meetings");
            }
        }
    }
    return 0;
}
