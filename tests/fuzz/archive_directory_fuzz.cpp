/// \file
/// Any bytes are an archive's directory, whose entries lie within it when they are let pass, or
/// none.

#include "fuzz/expect.hpp"
#include "intake/archive.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto entries = intake::read_directory(bytes);
    if (!entries || !intake::judge_directory(*entries, bytes.size())) {
        return 0;
    }
    std::uint64_t all = 0;
    for (const intake::ArchiveEntry& entry : *entries) {
        test::expect(entry.offset <= bytes.size() && entry.packed <= bytes.size(),
                     "it lies within");
        test::expect(entry.name.find("..") == std::string::npos || !entry.name.starts_with("../"),
                     "names stay inside");
        all += entry.unpacked;
    }
    test::expect(all <= intake::most_unpacked, "it is no bomb");
    return 0;
}
