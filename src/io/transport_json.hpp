/// \file
/// The road and rail graph (data/transport/roads.json, railways.json).

#pragma once

#include "io/json_reader.hpp"
#include "model/transport.hpp"

#include <filesystem>

namespace dostyk::io {

inline constexpr std::string_view transport_format = "dostyk-transport";

/// Add the nodes and edges of one document. A node or an edge that is refused is left out, with its
/// finding; what the program does not use (surface, source) is passed over.
void read_transport(JsonReader& reader, bool is_railway, model::Transport& transport);

/// Read the two files of a folder, as far as they are there.
void read_transport_folder(const std::filesystem::path& folder, model::Transport& transport,
                           Diagnostics& diagnostics);

} // namespace dostyk::io
