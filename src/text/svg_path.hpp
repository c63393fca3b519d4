/// \file
/// The subset of SVG that our icons are drawn in.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::text {

/// Point of a contour; control points as TrueType and CFF have them.
struct SvgPoint {
    enum class Kind : std::uint8_t { on, quadratic, cubic };

    float x = 0;
    float y = 0; ///< Grows down.
    Kind kind = Kind::on;

    friend bool operator==(const SvgPoint&, const SvgPoint&) = default;
};

/// Closed; the first point is not repeated.
using SvgContour = std::vector<SvgPoint>;

struct SvgPath {
    std::vector<SvgContour> contours;
    bool is_even_odd = false;
};

/// Path data of M L H V C Q Z, absolute and relative.
///
/// \param trouble  Where nothing comes back: the text from which on it is not understood.
[[nodiscard]] std::optional<std::vector<SvgContour>> parse_path_data(std::string_view data,
                                                                     std::string& trouble);

/// One <svg viewBox="0 0 24 24"> of <path d="..." fill-rule="..."/>; comments and an XML
/// declaration are passed over.
[[nodiscard]] std::optional<std::vector<SvgPath>> parse_svg(std::string_view text,
                                                            std::string& trouble);

} // namespace dostyk::text
