/// \file
/// Files of the project's own layers: where they lie, whether they are what was accepted, and what
/// is in them.

#pragma once

#include "core/result.hpp"
#include "intake/worker_client.hpp"
#include "model/project.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::editor {

/// Vertices up to which a layer moves smoothly; beyond, people are told that it is slow.
inline constexpr std::size_t smooth_vertices = 200'000;

/// The folder at which the paths of a project's layers begin: the project's own, or the one in
/// which its store file lies.
[[nodiscard]] std::filesystem::path layer_base(const std::filesystem::path& project);

[[nodiscard]] std::filesystem::path file_of(const model::UserLayer& layer,
                                            const std::filesystem::path& base);

/// The path from a base to a file, as a layer keeps it; links are followed.
[[nodiscard]] std::string layer_path(const std::filesystem::path& file,
                                     const std::filesystem::path& base);

/// SHA-256 of a file; of a Shapefile that of its parts. Errors: not_found, unreadable, cancelled.
[[nodiscard]] Result<std::string> layer_sum(const std::filesystem::path& file,
                                            std::stop_token stop = {});

/// What a layer shows: rows with places, or a picture.
struct LayerData {
    geo::Layer rows;
    geo::Raster picture; ///< width 0 = none
    bool is_confined = true;
};

/// Read a layer's file by the import worker. Errors beside the worker's: "layer.no_crs",
/// "layer.no_table", "layer.no_places".
[[nodiscard]] Result<LayerData> read_layer_data(const model::UserLayer& layer,
                                                const std::filesystem::path& base,
                                                const intake::ReadOptions& options = {});

struct NewLayerOptions {
    std::string title;                ///< Empty = the file's name
    Language language = Language::en; ///< Of the title
    std::string table;                ///< Empty = each that has places
    intake::ReadOptions reading;
};

/// A layer as it would be added, and how much is in it.
struct NewLayer {
    model::UserLayer layer;
    std::size_t features = 0;
    std::size_t vertices = 0;
    bool is_picture = false;
    bool is_confined = true;
};

/// The layers that a file gives, each with an id that is free and a colour of its own; reads the
/// file. Errors: those of read_layer_data().
[[nodiscard]] Result<std::vector<NewLayer>> make_layers(const model::Project& project,
                                                        const std::filesystem::path& file,
                                                        const std::filesystem::path& base,
                                                        const NewLayerOptions& options);

/// Vertices of all features; a point is one.
[[nodiscard]] std::size_t count_vertices(const geo::Layer& rows) noexcept;

} // namespace dostyk::editor
