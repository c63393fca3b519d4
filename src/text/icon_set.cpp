#include "text/icon_set.hpp"

#include "core/files.hpp"
#include "text/outline_raster.hpp"
#include "text/svg_path.hpp"

#include <algorithm>
#include <cmath>
#include <system_error>

namespace dostyk::text {

namespace fs = std::filesystem;

namespace {

constexpr float grid_size = 24;

/// The arrays that an FT_Outline only points to.
struct OwnedOutline {
    std::vector<FT_Vector> points;
    std::vector<char> tags;
    std::vector<short> ends;
    int flags = 0;
};

char tag_of(SvgPoint::Kind kind)
{
    switch (kind) {
    case SvgPoint::Kind::quadratic:
        return FT_CURVE_TAG_CONIC;
    case SvgPoint::Kind::cubic:
        return FT_CURVE_TAG_CUBIC;
    case SvgPoint::Kind::on:
        break;
    }
    return FT_CURVE_TAG_ON;
}

OwnedOutline to_outline(const SvgPath& path)
{
    OwnedOutline outline;
    // 26.6 fixed point, y up, the em square standing on the baseline.
    const float scale = static_cast<float>(sdf_size_px) * 64 / grid_size;
    for (const SvgContour& contour : path.contours) {
        for (const SvgPoint& point : contour) {
            outline.points.push_back(
                {std::lround(point.x * scale), std::lround((grid_size - point.y) * scale)});
            outline.tags.push_back(tag_of(point.kind));
        }
        outline.ends.push_back(static_cast<short>(outline.points.size() - 1));
    }
    outline.flags = path.is_even_odd ? FT_OUTLINE_EVEN_ODD_FILL : 0;
    return outline;
}

FT_Outline view_of(OwnedOutline& owned)
{
    FT_Outline outline{};
    outline.n_points = static_cast<short>(owned.points.size());
    outline.n_contours = static_cast<short>(owned.ends.size());
    outline.points = owned.points.data();
    outline.tags = owned.tags.data();
    outline.contours = owned.ends.data();
    outline.flags = owned.flags;
    return outline;
}

Error icon_error(const fs::path& file, std::string trouble)
{
    return Error{ErrorCode::parse,
                 {"error.icon_invalid", {{"file", file.string()}, {"place", std::move(trouble)}}},
                 {}};
}

Result<Icon> load_icon(FT_Library library, const fs::path& file)
{
    const auto text = read_file(file);
    if (!text) {
        return text.error();
    }
    std::string trouble;
    const auto paths = parse_svg(*text, trouble);
    if (!paths) {
        return icon_error(file, trouble);
    }
    std::vector<OwnedOutline> owned;
    for (const SvgPath& path : *paths) {
        owned.push_back(to_outline(path));
        // FreeType counts points in 16 bits.
        if (owned.back().points.size() > 30000) {
            return icon_error(file, "<path>");
        }
    }
    std::vector<FT_Outline> outlines;
    for (OwnedOutline& outline : owned) {
        outlines.push_back(view_of(outline));
    }
    return Icon{file.stem().string(), rasterise_outlines(library, outlines)};
}

} // namespace

Result<std::vector<Icon>> load_icons(const fs::path& icons_dir)
{
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(icons_dir, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ".svg") {
            files.push_back(entry->path());
        }
    }
    if (error || files.empty()) {
        return Error{
            ErrorCode::not_found, {"error.icons_missing", {{"folder", icons_dir.string()}}}, {}};
    }
    std::sort(files.begin(), files.end());
    const LibraryPtr library = make_library();
    std::vector<Icon> icons;
    for (const fs::path& file : files) {
        auto icon = load_icon(library.get(), file);
        if (!icon) {
            return icon.error();
        }
        icons.push_back(*std::move(icon));
    }
    return icons;
}

} // namespace dostyk::text
