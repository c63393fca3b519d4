/// \file
/// Any bytes are a drawing of finite points, or the place from which on they are none.

#include "fuzz/expect.hpp"
#include "text/svg_path.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace dostyk;

namespace {

void check_contours(const std::vector<text::SvgContour>& contours)
{
    for (const text::SvgContour& contour : contours) {
        for (const text::SvgPoint& point : contour) {
            test::expect(std::isfinite(point.x) && std::isfinite(point.y), "points are finite");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::string trouble;
    if (const auto contours = text::parse_path_data(bytes, trouble)) {
        check_contours(*contours);
    }
    if (const auto paths = text::parse_svg(bytes, trouble)) {
        for (const text::SvgPath& path : *paths) {
            check_contours(path.contours);
        }
    }
    return 0;
}
