#include "scene/frame.hpp"

#include <fmt/format.h>

#include <iterator>

namespace dostyk::scene {

namespace {

template <typename Mesh>
std::size_t count_indices(const Mesh& mesh, const std::vector<std::uint32_t>& ranges)
{
    std::size_t count = 0;
    for (const std::uint32_t range : ranges) {
        count += mesh.ranges[range].count;
    }
    return count;
}

std::string dashes(float dash_px, float gap_px)
{
    return dash_px > 0 ? fmt::format(" dash {:.1f}/{:.1f}", dash_px, gap_px) : std::string();
}

struct Printer {
    std::string& out;

    void operator()(const DrawFill& fill) const
    {
        fmt::format_to(std::back_inserter(out), "fill {} {} ranges {} triangles {}", fill.layer,
                       to_hex(fill.color), fill.ranges.size(),
                       count_indices(*fill.mesh, fill.ranges) / 3);
        if (fill.hatch.spacing_px > 0) {
            fmt::format_to(std::back_inserter(out), " hatch {:.1f}/{:.1f} {:.2f}rad",
                           fill.hatch.spacing_px, fill.hatch.width_px, fill.hatch.angle_rad);
        }
        out += fill.shade != nullptr ? " shaded\n" : "\n";
    }

    void operator()(const DrawLine& line) const
    {
        fmt::format_to(std::back_inserter(out), "line {} {} width {:.1f}", line.layer,
                       to_hex(line.color), line.width_px);
        if (line.offset_px > 0 || line.offset_px < 0) {
            fmt::format_to(std::back_inserter(out), " offset {:.1f}", line.offset_px);
        }
        fmt::format_to(std::back_inserter(out), "{} ranges {} segments {}\n",
                       dashes(line.dash_px, line.gap_px), line.ranges.size(),
                       count_indices(*line.mesh, line.ranges) / 6);
    }

    void operator()(const DrawImage& image) const
    {
        fmt::format_to(std::back_inserter(out), "image {} {}x{} opacity {:.2f}\n", image.layer,
                       image.image->width, image.image->height, image.opacity);
    }

    void operator()(const DrawPath& path) const
    {
        fmt::format_to(std::back_inserter(out), "path {} {} width {:.1f}{}{} points {}", path.layer,
                       to_hex(path.color), path.width_px, dashes(path.dash_px, path.gap_px),
                       path.has_arrow ? " arrow" : "", path.points.size());
        if (!path.points.empty()) {
            fmt::format_to(std::back_inserter(out), " from {:.1f},{:.1f} to {:.1f},{:.1f}",
                           path.points.front().x, path.points.front().y, path.points.back().x,
                           path.points.back().y);
        }
        out += '\n';
    }
};

std::string_view name_of(SymbolShape shape) noexcept
{
    switch (shape) {
    case SymbolShape::circle:
        return "circle";
    case SymbolShape::square:
        return "square";
    case SymbolShape::diamond:
        return "diamond";
    case SymbolShape::triangle:
        return "triangle";
    case SymbolShape::hexagon:
        return "hexagon";
    case SymbolShape::pentagon:
        return "pentagon";
    case SymbolShape::shield:
        return "shield";
    case SymbolShape::none:
        return "none";
    }
    return "none";
}

void print_symbol(std::string& out, const DrawSymbol& symbol)
{
    fmt::format_to(std::back_inserter(out), "symbol {} {} {} {} at {:.1f},{:.1f} size {:.1f} {}",
                   symbol.layer, symbol.entity.empty() ? "-" : symbol.entity, name_of(symbol.shape),
                   symbol.icon.empty() ? "-" : symbol.icon, symbol.at.x, symbol.at.y,
                   symbol.size_px, to_hex(symbol.fill));
    if (symbol.count > 1) {
        fmt::format_to(std::back_inserter(out), " count {}", symbol.count);
    }
    out += symbol.is_selected ? " selected" : "";
    out += symbol.is_hollow ? " hollow\n" : "\n";
}

void print_label(std::string& out, const DrawLabel& label)
{
    fmt::format_to(std::back_inserter(out),
                   "label {} \"{}\" size {:.1f} {} glyphs {} box {:.1f},{:.1f} {:.1f},{:.1f}\n",
                   label.layer, label.utf8, label.size_px, to_hex(label.color), label.glyphs.size(),
                   label.min.x, label.min.y, label.max.x, label.max.y);
}

} // namespace

std::string dump(const Frame& frame)
{
    std::string out =
        fmt::format("frame {}x{} centre {:.6f},{:.6f} zoom {:.2f} background {}\n",
                    frame.viewport.width, frame.viewport.height, frame.camera.centre.x,
                    frame.camera.centre.y, frame.camera.zoom, to_hex(frame.background));
    for (const DrawItem& item : frame.items) {
        std::visit(Printer{out}, item);
    }
    for (const DrawSymbol& symbol : frame.symbols) {
        print_symbol(out, symbol);
    }
    for (const DrawLabel& label : frame.labels) {
        print_label(out, label);
    }
    return out;
}

std::size_t count_segments(const Frame& frame)
{
    std::size_t count = 0;
    for (const DrawItem& item : frame.items) {
        if (const auto* line = std::get_if<DrawLine>(&item)) {
            count += count_indices(*line->mesh, line->ranges) / 6;
        } else if (const auto* path = std::get_if<DrawPath>(&item)) {
            count += path->points.empty() ? 0 : path->points.size() - 1;
        }
    }
    return count;
}

} // namespace dostyk::scene
