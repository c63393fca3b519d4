/// \file
/// Any bytes are a schedule's events as an even table, in either form, or one error.

#include "fuzz/expect.hpp"
#include "intake/frab.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const auto& read :
         {intake::read_frab_xml(bytes, "f.xml", {}), intake::read_frab_json(bytes, "f.json", {})}) {
        if (!read) {
            test::expect(!text_of(read.error(), Language::kk).empty(), "there is a sentence");
            continue;
        }
        test::expect(read->row_numbers.size() == read->layer.features.size(), "rows have numbers");
        for (const geo::Feature& row : read->layer.features) {
            test::expect(row.attributes.size() == read->layer.fields.size(), "rows are even");
        }
    }
    return 0;
}
