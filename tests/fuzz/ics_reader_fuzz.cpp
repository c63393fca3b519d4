/// \file
/// Any bytes are a calendar's events as an even table, or one error.

#include "fuzz/expect.hpp"
#include "intake/headings.hpp"
#include "intake/ics.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const bool is_prepared = [] {
        intake::prepare_ics();
        return true;
    }();
    test::expect(is_prepared, "it is prepared once");
    const auto tables = intake::read_ics({reinterpret_cast<const char*>(data), size}, "f.ics", {});
    if (!tables) {
        test::expect(!text_of(tables.error(), Language::kk).empty(), "there is a sentence");
        return 0;
    }
    for (const intake::Table& table : *tables) {
        test::expect(table.row_numbers.size() == table.layer.features.size(), "rows have numbers");
        for (const geo::Feature& row : table.layer.features) {
            test::expect(row.attributes.size() == table.layer.fields.size(), "rows are even");
        }
        (void)intake::with_headings(table);
    }
    return 0;
}
