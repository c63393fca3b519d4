/// \file
/// Any bytes are placemarks or none; each folder's table gets its fields, and its rows stay even.

#include "fuzz/expect.hpp"
#include "intake/kml_fields.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

using namespace dostyk;

namespace {

/// What GDAL makes of a folder: a row for each placemark with a shape.
intake::Table table_of(const std::vector<intake::KmlPlacemark>& container)
{
    intake::Table table;
    table.layer.fields = {"Name", "Description"};
    for (const intake::KmlPlacemark& placemark : container) {
        if (placemark.has_shape) {
            table.layer.features.push_back({{}, {geo::Value(placemark.name), geo::Value()}});
        }
    }
    return table;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t most_columns = 20;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const intake::KmlContainers containers = intake::read_kml_containers(bytes);
    std::vector<intake::Table> tables;
    for (const auto& container : containers) {
        tables.push_back(table_of(container));
    }
    intake::add_kml_fields(containers, most_columns, tables);
    for (const intake::Table& table : tables) {
        test::expect(table.layer.fields.size() <= most_columns, "no more columns than allowed");
        for (const geo::Feature& row : table.layer.features) {
            test::expect(row.attributes.size() == table.layer.fields.size(), "rows are even");
        }
    }
    return 0;
}
