/// \file
/// Any bytes are a table of text or no text; encoding and delimiter are found and reading goes on.

#include "fuzz/expect.hpp"
#include "intake/csv.hpp"
#include "intake/dialect.hpp"
#include "intake/headings.hpp"
#include "intake/wire.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

namespace {

void check_table(intake::Table table)
{
    test::expect(table.row_numbers.size() == table.layer.features.size(), "rows have numbers");
    for (const geo::Feature& row : table.layer.features) {
        test::expect(row.attributes.size() == table.layer.fields.size(), "rows are even");
        for (const geo::Value& cell : row.attributes) {
            const auto* text = std::get_if<std::string>(&cell);
            test::expect(text == nullptr || intake::is_utf8(*text), "cells are UTF-8");
        }
    }
    const intake::Table named = intake::with_headings(std::move(table));
    test::expect(named.row_numbers.size() == named.layer.features.size(), "and still have");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    gis::ForeignLimits limits;
    limits.rows = 100;
    limits.columns = 50;
    auto tables = intake::read_csv(bytes, "f.csv", limits);
    if (tables && !tables->empty()) {
        check_table(std::move(tables->front()));
    }
    return 0;
}
