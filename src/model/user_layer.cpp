#include "model/user_layer.hpp"

#include <algorithm>
#include <array>

namespace dostyk::model {

namespace {

constexpr std::array<std::string_view, 6> ramp_names{"green",  "blue",     "amber",
                                                     "purple", "blue_red", "distinct"};
constexpr std::array<std::string_view, 3> methods{"equal_interval", "equal_count", "unique"};

bool is_hex(char letter) noexcept
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
}

} // namespace

std::span<const std::string_view> ramps() noexcept
{
    return ramp_names;
}

std::string_view name_of(ClassMethod method) noexcept
{
    return methods[static_cast<std::size_t>(method)];
}

std::span<const std::string_view> class_methods() noexcept
{
    return methods;
}

bool is_layer_path(std::string_view path) noexcept
{
    constexpr std::size_t longest = 4096;
    return !path.empty() && path.size() < longest && path.front() != '/' &&
           path.find('\0') == std::string_view::npos && path.find('\\') == std::string_view::npos &&
           path.back() != '/';
}

bool is_layer_color(std::string_view color) noexcept
{
    constexpr std::size_t length = 7;
    return color.size() == length && color.front() == '#' &&
           std::all_of(color.begin() + 1, color.end(), is_hex);
}

bool is_sha256(std::string_view sum) noexcept
{
    constexpr std::size_t length = 64;
    return sum.size() == length && std::all_of(sum.begin(), sum.end(), is_hex);
}

bool is_crs_code(std::string_view crs) noexcept
{
    constexpr std::string_view head = "EPSG:";
    constexpr std::size_t most_digits = 7;
    if (!crs.starts_with(head)) {
        return false;
    }
    const std::string_view digits = crs.substr(head.size());
    return !digits.empty() && digits.size() <= most_digits &&
           std::all_of(digits.begin(), digits.end(),
                       [](char letter) { return letter >= '0' && letter <= '9'; });
}

const UserLayer* find_layer(std::span<const UserLayer> layers, std::string_view id) noexcept
{
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const UserLayer& layer) { return layer.id == id; });
    return found != layers.end() ? &*found : nullptr;
}

} // namespace dostyk::model
