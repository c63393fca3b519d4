/// \file
/// What the program asks its import worker, and what it is answered.

#pragma once

#include "core/result.hpp"
#include "intake/table.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

/// The worker says this before its answer, once nothing but its input can be opened: whoever traces
/// it sees from where on.
inline constexpr std::string_view closed_marker = "dostyk import worker: closed\n";

/// Most that an answer may hold. [bytes]
inline constexpr std::size_t largest_answer = std::size_t{256} << 20;

struct WorkerRequest {
    std::filesystem::path file; ///< Absolute, without links.
    Format format = Format::csv;
    std::string crs; ///< For layers that name none; empty = none is given.
    gis::ForeignLimits limits;
};

struct WorkerAnswer {
    Confinement confinement;
    Result<std::vector<Table>> tables; ///< Empty for a picture
    geo::Raster picture = {};          ///< Of a GeoTIFF: red, green, blue, alpha; width 0 = none
};

[[nodiscard]] std::string to_bytes(const WorkerRequest& request);
[[nodiscard]] std::string to_bytes(const WorkerAnswer& answer);

/// Error invalid when the bytes are no request.
[[nodiscard]] Result<WorkerRequest> read_request(std::string_view bytes);

/// Take an answer apart as what a stranger wrote: counts, texts, positions and the keys of messages
/// are looked at. Error invalid "import.bad_answer" when anything is not as it must be.
[[nodiscard]] Result<WorkerAnswer> read_answer(std::string_view bytes);

} // namespace dostyk::intake
