/// \file
/// Who made what the map shows: maps/attribution.json.

#pragma once

#include "core/diagnostics.hpp"
#include "core/text4.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::io {

struct AttributionSource {
    std::string name;
    std::string licence;
    Text4 text;
    std::string url;
};

/// A missing or broken file is a finding; then the list is empty.
[[nodiscard]] std::vector<AttributionSource> read_attributions(const std::filesystem::path& file,
                                                               Diagnostics& diagnostics);

} // namespace dostyk::io
