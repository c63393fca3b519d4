/// \file
/// Any bytes are a problem with a plan whose score can be counted, or are refused with a place.

#include "fuzz/expect.hpp"
#include "schedule/instance_json.hpp"
#include "schedule/scorer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read =
        schedule::read_instance({reinterpret_cast<const char*>(data), size}, "f.json");
    if (!read) {
        test::expect(read.error().where.starts_with("f.json:"), "it is refused with its place");
        return 0;
    }
    const std::string text = schedule::instance_text(read->problem, read->plan());
    const auto again = schedule::read_instance(text, "f.json");
    test::expect(again && compute_score(again->problem, again->plan()) ==
                              compute_score(read->problem, read->plan()),
                 "the score is the same when it is read again");
    return 0;
}
