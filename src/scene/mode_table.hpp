/// \file
/// Which entities a map mode shows: the rows of the eight thematic readings.

#pragma once

#include "scene/map_mode.hpp"

#include "model/project.hpp"

#include <span>
#include <string_view>

namespace dostyk::scene {

/// Entities of a kind; with `field`, only those whose word is one of `words`.
struct ModeRow {
    MapMode mode;
    std::string_view kind;
    std::string_view field = {};
    std::span<const std::string_view> words = {};
};

[[nodiscard]] std::span<const ModeRow> mode_rows() noexcept;

[[nodiscard]] bool is_in_mode(const model::Entity& entity, MapMode mode, model::Pack pack);

} // namespace dostyk::scene
