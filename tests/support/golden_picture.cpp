#include "support/golden_picture.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace dostyk::test {

namespace fs = std::filesystem;

namespace {

constexpr int max_difference = 24;
constexpr double max_mean_difference = 0.5;

/// Differences, made eight times as strong so that they can be seen.
render::Picture difference_of(const render::Picture& a, const render::Picture& b)
{
    render::Picture picture = a;
    for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
        const int difference = std::abs(int{a.pixels[i]} - int{b.pixels[i]});
        picture.pixels[i] = i % 4 == 3 ? std::uint8_t{255}
                                       : static_cast<std::uint8_t>(std::min(difference * 8, 255));
    }
    return picture;
}

} // namespace

bool is_alike(const render::Picture& a, const render::Picture& b)
{
    if (a.width != b.width || a.height != b.height) {
        return false;
    }
    std::array<std::uint64_t, 4> sums{};
    int largest = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        const int difference = std::abs(int{a.pixels[i]} - int{b.pixels[i]});
        largest = std::max(largest, difference);
        sums[i % 4] += static_cast<std::uint64_t>(difference);
    }
    const double pixels = std::max<double>(1, static_cast<double>(a.pixels.size()) / 4);
    return largest <= max_difference && std::all_of(sums.begin(), sums.end(), [&](auto sum) {
               return static_cast<double>(sum) / pixels <= max_mean_difference;
           });
}

bool matches_golden_picture(std::string_view name, const render::Picture& picture)
{
    const std::string file = std::string(name) + ".png";
    const fs::path reference = fs::path(DOSTYK_TEST_DIR) / "golden" / "pixels" / file;
    if (std::getenv("DOSTYK_UPDATE_GOLDEN") != nullptr) {
        return static_cast<bool>(render::write_png(picture, reference));
    }
    const fs::path folder = fs::path(DOSTYK_BUILD_DIR) / "golden" / "pixels";
    (void)render::write_png(picture, folder / file);
    const auto expected = render::read_png(reference);
    if (!expected || expected->width != picture.width || expected->height != picture.height) {
        return false;
    }
    if (is_alike(*expected, picture)) {
        return true;
    }
    (void)render::write_png(difference_of(*expected, picture),
                            folder / (std::string(name) + ".difference.png"));
    return false;
}

} // namespace dostyk::test
