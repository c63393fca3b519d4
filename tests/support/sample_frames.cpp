#include "support/sample_frames.hpp"

#include "support/golden.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace dostyk::test {

namespace {

constexpr double zoom = 8;

double px_per_world_unit()
{
    return scene::world_size_px * std::exp2(zoom);
}

std::uint64_t next_id()
{
    static std::uint64_t id = std::uint64_t{1} << 40U;
    return ++id;
}

template <typename T>
T require(Result<T> result)
{
    if (!result) {
        std::fputs((text_of(result.error(), Language::en) + "\n").c_str(), stderr);
        std::abort();
    }
    return *std::move(result);
}

} // namespace

render::Picture Stage::picture_of(const scene::Frame& frame)
{
    renderer->draw(frame);
    return renderer->read_back();
}

Stage make_stage()
{
    Stage stage;
    stage.context = require(render::make_headless_context());
    stage.fonts = std::make_unique<text::FontSet>(
        require(text::FontSet::load(source_root() / "assets/fonts")));
    auto icons = require(text::load_icons(source_root() / "assets/icons"));
    stage.renderer = std::make_unique<render::Renderer>(
        require(render::Renderer::create(*stage.fonts, std::move(icons))));
    return stage;
}

scene::Frame blank_frame(int width, int height, scene::Color background)
{
    scene::Frame frame;
    frame.viewport = {width, height};
    frame.camera = {{0.5, 0.5}, zoom};
    frame.background = background;
    return frame;
}

geo::WorldPoint world_at(const scene::Frame& frame, float x, float y)
{
    return {0.5 + (static_cast<double>(x) - frame.viewport.width / 2.0) / px_per_world_unit(),
            0.5 + (static_cast<double>(y) - frame.viewport.height / 2.0) / px_per_world_unit()};
}

std::shared_ptr<const scene::FillMesh> convex_fill(const scene::Frame& frame,
                                                   const std::vector<geo::ScreenPoint>& corners)
{
    auto mesh = std::make_shared<scene::FillMesh>();
    mesh->id = next_id();
    mesh->origin = world_at(frame, corners[0].x, corners[0].y);
    geo::WorldBounds bounds;
    for (const geo::ScreenPoint corner : corners) {
        const geo::WorldPoint at = world_at(frame, corner.x, corner.y);
        bounds.add(at);
        mesh->vertices.push_back(
            {static_cast<float>(at.x - mesh->origin.x), static_cast<float>(at.y - mesh->origin.y)});
    }
    for (std::uint32_t i = 2; i < corners.size(); ++i) {
        mesh->indices.insert(mesh->indices.end(), {0U, i - 1, i});
    }
    mesh->ranges = {{bounds, 0, static_cast<std::uint32_t>(mesh->indices.size()), 0}};
    return mesh;
}

std::shared_ptr<const scene::LineMesh> polyline(const scene::Frame& frame,
                                                const std::vector<geo::ScreenPoint>& points)
{
    auto mesh = std::make_shared<scene::LineMesh>();
    mesh->id = next_id();
    mesh->origin = world_at(frame, points[0].x, points[0].y);
    geo::WorldBounds bounds;
    const auto normal_of = [&](std::size_t segment) {
        const float dx = points[segment + 1].x - points[segment].x;
        const float dy = points[segment + 1].y - points[segment].y;
        const float length = std::hypot(dx, dy);
        return geo::ScreenPoint{-dy / length, dx / length};
    };
    float along = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const geo::ScreenPoint before = normal_of(i == 0 ? 0 : i - 1);
        const geo::ScreenPoint after = normal_of(i + 1 == points.size() ? i - 1 : i);
        const geo::ScreenPoint sum{before.x + after.x, before.y + after.y};
        const float factor = 1 / std::max(sum.x * after.x + sum.y * after.y, 0.5F);
        const geo::WorldPoint at = world_at(frame, points[i].x, points[i].y);
        bounds.add(at);
        if (i > 0) {
            along += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y) /
                     static_cast<float>(px_per_world_unit());
        }
        for (const float side : {-1.0F, 1.0F}) {
            mesh->vertices.push_back({static_cast<float>(at.x - mesh->origin.x),
                                      static_cast<float>(at.y - mesh->origin.y), sum.x * factor,
                                      sum.y * factor, side, along});
        }
        if (i > 0) {
            const auto first = static_cast<std::uint32_t>(2 * i - 2);
            mesh->indices.insert(mesh->indices.end(),
                                 {first, first + 1, first + 2, first + 2, first + 1, first + 3});
        }
    }
    mesh->ranges = {{bounds, 0, static_cast<std::uint32_t>(mesh->indices.size()), 0}};
    return mesh;
}

scene::DrawLabel label_at(text::FontSet& fonts, text::Face face, std::string_view utf8,
                          geo::ScreenPoint at, float size_px, scene::Color color, scene::Color halo,
                          float halo_px)
{
    scene::DrawLabel label;
    label.utf8 = utf8;
    label.size_px = size_px;
    label.color = color;
    label.halo = halo;
    label.halo_px = halo_px;
    const text::ShapedText& shaped = fonts.shape(face, utf8);
    for (const text::ShapedGlyph& glyph : shaped.glyphs) {
        label.glyphs.push_back(
            {glyph.face, glyph.glyph, at.x + glyph.x * size_px, at.y + glyph.y * size_px, 1, 0});
    }
    label.min = {at.x, at.y - fonts.ascent(face) * size_px};
    label.max = {at.x + shaped.width * size_px, at.y + fonts.descent(face) * size_px};
    return label;
}

} // namespace dostyk::test
