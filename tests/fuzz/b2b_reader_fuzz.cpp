/// \file
/// Any bytes are a forum whose tables fit each other, or are refused with a place.

#include "fuzz/expect.hpp"
#include "schedule/b2b_instance.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

using namespace dostyk;

namespace {

bool are_below(const std::vector<int>& numbers, int limit)
{
    return std::all_of(numbers.begin(), numbers.end(),
                       [&](int each) { return each >= 0 && each < limit; });
}

void check_forum(const schedule::B2bInstance& forum)
{
    const auto people = static_cast<std::size_t>(forum.participants);
    const std::size_t meetings = forum.meetings.size();
    test::expect(forum.slots > 0 && forum.tables > 0, "there are slots and tables");
    test::expect(forum.meetings_of.size() == people && forum.forbidden.size() == people,
                 "everybody has their lists");
    test::expect(forum.fixed.size() == meetings && forum.earlier.size() == meetings,
                 "every meeting has its own");
    for (const schedule::B2bMeeting& each : forum.meetings) {
        test::expect(are_below({each.first, each.second}, forum.participants) &&
                         each.first != each.second,
                     "two of the participants meet");
    }
    for (const auto& slots : forum.forbidden) {
        test::expect(are_below(slots, forum.slots), "forbidden slots are slots");
    }
    for (std::size_t i = 0; i < meetings; ++i) {
        test::expect(forum.fixed[i] >= -1 && forum.fixed[i] < forum.slots, "fixed to a slot");
        test::expect(are_below(forum.earlier[i], static_cast<int>(meetings)), "before a meeting");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto forum = schedule::read_b2b(text, "f.dzn");
    if (forum) {
        check_forum(*forum);
    } else {
        test::expect(forum.error().where.starts_with("f.dzn:"), "it is refused with its line");
    }
    return 0;
}
