/// \file
/// Layers that people bring along: a file beside the project, and how it is drawn.

#pragma once

#include "core/text4.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::model {

/// How values of a field become classes.
enum class ClassMethod : std::uint8_t {
    equal_interval, ///< Each class spans as much.
    equal_count,    ///< Each class holds as many.
    unique,         ///< Each value is a class of its own, the commonest first.
};

inline constexpr int min_classes = 2, max_classes = 9;

/// Colour by the values of a field.
struct LayerClasses {
    std::string field; ///< Empty = one colour for all
    ClassMethod method = ClassMethod::equal_interval;
    int count = 5; ///< min_classes to max_classes; of unique values the most that are told apart
    std::string ramp = "green";
    bool is_reversed = false;

    friend bool operator==(const LayerClasses&, const LayerClasses&) = default;
};

/// A file of somebody else's on the map, with the style that it has in this project.
struct UserLayer {
    std::string id;
    Text4 title;        ///< In as many languages as somebody wrote it
    std::string path;   ///< From the project's folder, with '/'; it may lead out of it by "..".
    std::string sha256; ///< Of the content that was accepted
    std::string table;  ///< Of a file with several; empty = the only one
    std::string crs;    ///< For a file that names none: "EPSG:32642"; empty = it says so
    int order = 0;      ///< The lowest lies at the bottom.
    bool is_visible = true;
    double opacity = 1;
    std::string color = "#1b7f79"; ///< "#rrggbb"
    double width_px = 1.5;         ///< Of lines and outlines; dots are five times as wide.
    double fill = 0.35;            ///< Opacity of areas beside `opacity`
    std::string label;             ///< Field whose text stands at the feature; empty = none
    LayerClasses classes;

    friend bool operator==(const UserLayer&, const UserLayer&) = default;
};

inline constexpr double min_layer_width_px = 0.25, max_layer_width_px = 12;

/// Words of LayerClasses::ramp, in the order in which they are offered; "ramp.<word>" as a message.
[[nodiscard]] std::span<const std::string_view> ramps() noexcept;

/// "equal_count": the method in files, and "class_method.<word>" as a message.
[[nodiscard]] std::string_view name_of(ClassMethod method) noexcept;
[[nodiscard]] std::span<const std::string_view> class_methods() noexcept;

/// True for what may be a layer's path: relative, and nothing that a library reads as a command.
[[nodiscard]] bool is_layer_path(std::string_view path) noexcept;
/// True for "#rrggbb", in lower case.
[[nodiscard]] bool is_layer_color(std::string_view color) noexcept;
/// True for 64 lower-case hexadecimal digits.
[[nodiscard]] bool is_sha256(std::string_view sum) noexcept;
/// True for "EPSG:" and up to 7 digits.
[[nodiscard]] bool is_crs_code(std::string_view crs) noexcept;

/// Null when there is no such layer.
[[nodiscard]] const UserLayer* find_layer(std::span<const UserLayer> layers,
                                          std::string_view id) noexcept;

} // namespace dostyk::model
