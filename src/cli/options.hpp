/// \file
/// Options looked into: texts of the command line to values, each wrong one with its sentence.

#pragma once

#include "cli/arguments.hpp"
#include "cli/open_project.hpp"
#include "core/result.hpp"
#include "geo/coordinates.hpp"
#include "model/audience.hpp"
#include "model/entity.hpp"
#include "scene/compose.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace dostyk::cli {

struct View {
    geo::LonLat centre;
    double zoom = 4;
};

/// View options; what was not given is empty.
struct ViewOptions {
    std::optional<scene::Viewport> size;
    std::optional<View> view;
    std::optional<std::string> style;
    std::optional<scene::MapMode> mode;
    std::optional<std::string> date;
    std::optional<model::Pack> pack;
    std::optional<float> scale; ///< Of the window: 0.75 to 3
};

/// \returns Error usage that names the first option that is wrong, and what it may be.
[[nodiscard]] Result<ViewOptions> read_view_options(const Arguments& arguments);

[[nodiscard]] Result<std::optional<model::Pack>> read_pack_option(const Arguments& arguments);

/// Nothing when it was not given.
[[nodiscard]] Result<std::optional<model::Audience>>
read_audience_option(const Arguments& arguments);

[[nodiscard]] inline Source source_of(const Arguments& arguments) noexcept
{
    return arguments.is_files_only ? Source::files : Source::latest;
}

/// An option that takes a whole number.
struct NumberOption {
    const char* name;       ///< "--seed"
    std::int64_t usual = 0; ///< Where it is not given.
    std::int64_t least = 0;
    std::int64_t most = 0;
};

/// \returns  Error usage that names the option and its bounds.
[[nodiscard]] Result<std::int64_t> read_number(const NumberOption& option, const std::string& text);

/// What `--time` gives. [s]
///
/// \param usual  Where it is not given. [s]
/// \returns      Error usage that names the bounds: more than 0, at most `most`.
[[nodiscard]] Result<double> read_seconds(const std::string& text, double usual, double most);

/// Error usage when the verb needs a project or file and none is named.
[[nodiscard]] Status need_target(const Arguments& arguments);

} // namespace dostyk::cli
