/// \file
/// Any text is a session of a release, which is written as it was read, or it is none.

#include "fuzz/expect.hpp"
#include "schedule/release.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto session = schedule::read_release_line({reinterpret_cast<const char*>(data), size});
    if (session) {
        test::expect(schedule::read_release_line(schedule::release_line(*session)) == session,
                     "it is the same when it is read again");
    }
    return 0;
}
