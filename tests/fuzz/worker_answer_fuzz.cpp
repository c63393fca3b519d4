/// \file
/// Any bytes are a worker's answer, whose text reads back as itself, or none.

#include "fuzz/expect.hpp"
#include "intake/protocol.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)intake::read_request(bytes);
    const auto answer = intake::read_answer(bytes);
    if (!answer) {
        return 0;
    }
    const auto again = intake::read_answer(intake::to_bytes(*answer));
    test::expect(static_cast<bool>(again), "what was read is written and read");
    test::expect(intake::to_bytes(*again) == intake::to_bytes(*answer), "and is the same");
    return 0;
}
