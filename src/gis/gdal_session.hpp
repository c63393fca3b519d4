/// \file
/// GDAL as we allow it: few drivers, no network, errors kept as text.

#pragma once

#include "core/result.hpp"

#include <filesystem>
#include <memory>
#include <string>

class GDALDataset;

namespace dostyk::gis {

/// Collects GDAL's messages on this thread instead of printing them.
class ErrorCapture {
public:
    ErrorCapture();
    ~ErrorCapture();
    ErrorCapture(const ErrorCapture&) = delete;
    ErrorCapture& operator=(const ErrorCapture&) = delete;

    /// The first failure, else the first warning, on one line; "no reason given" when GDAL said
    /// none.
    [[nodiscard]] std::string reason() const;

    /// True when anything failed, also where GDAL went on without telling its caller.
    [[nodiscard]] bool has_failure() const noexcept;

    struct State;

private:
    std::unique_ptr<State> m_state;
};

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const;
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

/// Register the drivers of the allow-list once: GeoPackage, GeoJSON, Shapefile, FlatGeobuf, KML;
/// and refuse every network request of the library. Thread-safe.
///
/// LIBKML, CSV and VRT stay out: they crash, guess, or open other files than the one that was
/// named.
void register_drivers();

/// Open a file read-only. Errors: not_found, unreadable (empty, truncated, no map).
[[nodiscard]] Result<Dataset> open_dataset(const std::filesystem::path& path);

} // namespace dostyk::gis
