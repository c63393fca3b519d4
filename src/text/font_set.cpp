#include "text/font_set.hpp"

#include "text/outline_raster.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <cassert>
#include <string>
#include <system_error>
#include <unordered_map>

namespace dostyk::text {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 4> file_names{"Inter-Regular.otf", "Inter-Medium.otf",
                                                     "Inter-SemiBold.otf", "Inter-Italic.otf"};

struct DoneFace {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
struct DestroyFont {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
struct DestroyBuffer {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

struct LoadedFace {
    fs::path file;
    std::unique_ptr<std::remove_pointer_t<FT_Face>, DoneFace> face;
    std::unique_ptr<hb_font_t, DestroyFont> font; ///< Scaled to units of the em.
    float units_per_em = 1;
};

Error font_error(ErrorCode code, const char* key, const fs::path& file)
{
    return Error{code, {key, {{"file", file.string()}}}, {}};
}

Result<LoadedFace> load_face(FT_Library library, const fs::path& file)
{
    std::error_code error;
    if (!fs::exists(file, error)) {
        return font_error(ErrorCode::not_found, "error.font_missing", file);
    }
    LoadedFace loaded;
    loaded.file = file;
    FT_Face face = nullptr;
    if (library == nullptr || FT_New_Face(library, file.c_str(), 0, &face) != 0) {
        return font_error(ErrorCode::unreadable, "error.font_unreadable", file);
    }
    loaded.face.reset(face);
    if (!FT_IS_SCALABLE(face) || FT_Set_Pixel_Sizes(face, 0, sdf_size_px) != 0) {
        return font_error(ErrorCode::unreadable, "error.font_unreadable", file);
    }
    loaded.units_per_em = static_cast<float>(face->units_per_EM);
    hb_blob_t* blob = hb_blob_create_from_file(file.c_str());
    hb_face_t* shaping_face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    loaded.font.reset(hb_font_create(shaping_face));
    hb_face_destroy(shaping_face);
    return loaded;
}

ShapedText shape_line(const LoadedFace& loaded, Face face, hb_buffer_t* buffer,
                      std::string_view utf8)
{
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, utf8.data(), static_cast<int>(utf8.size()), 0,
                       static_cast<int>(utf8.size()));
    // A stated language: otherwise HarfBuzz asks the process's locale, and pictures differ by it.
    hb_buffer_set_language(buffer, hb_language_from_string("und", -1));
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_shape(loaded.font.get(), buffer, nullptr, 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    ShapedText shaped;
    shaped.glyphs.reserve(count);
    float pen_x = 0;
    float pen_y = 0;
    const auto em = [&](hb_position_t units) {
        return static_cast<float>(units) / loaded.units_per_em;
    };
    for (unsigned i = 0; i < count; ++i) {
        shaped.glyphs.push_back({face, infos[i].codepoint, pen_x + em(positions[i].x_offset),
                                 pen_y - em(positions[i].y_offset)});
        shaped.has_missing_glyph |= infos[i].codepoint == 0;
        pen_x += em(positions[i].x_advance);
        pen_y -= em(positions[i].y_advance);
    }
    shaped.width = pen_x;
    return shaped;
}

} // namespace

struct FontSet::State {
    LibraryPtr library = make_library();
    std::array<LoadedFace, file_names.size()> faces; ///< Destroyed before the library.
    std::array<std::unordered_map<std::string, ShapedText>, file_names.size()> shaped;
    std::unique_ptr<hb_buffer_t, DestroyBuffer> buffer{hb_buffer_create()};

    [[nodiscard]] const LoadedFace& at(Face face) const
    {
        return faces[static_cast<std::size_t>(face)];
    }
};

FontSet::FontSet(std::unique_ptr<State> state) : m_state(std::move(state)) {}
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;
FontSet::~FontSet() = default;

Result<FontSet> FontSet::load(const fs::path& fonts_dir)
{
    auto state = std::make_unique<State>();
    for (std::size_t i = 0; i < file_names.size(); ++i) {
        auto loaded = load_face(state->library.get(), fonts_dir / file_names[i]);
        if (!loaded) {
            return loaded.error();
        }
        state->faces[i] = *std::move(loaded);
    }
    return FontSet(std::move(state));
}

const ShapedText& FontSet::shape(Face face, std::string_view utf8)
{
    auto& cache = m_state->shaped[static_cast<std::size_t>(face)];
    std::string key(utf8);
    auto found = cache.find(key);
    if (found == cache.end()) {
        found = cache
                    .emplace(std::move(key),
                             shape_line(m_state->at(face), face, m_state->buffer.get(), utf8))
                    .first;
    }
    return found->second;
}

GlyphBitmap FontSet::rasterise(Face face, std::uint32_t glyph) const
{
    FT_Face loaded = m_state->at(face).face.get();
    // Without hinting: one field serves every size, and hints are for one.
    if (FT_Load_Glyph(loaded, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0 ||
        loaded->glyph->format != FT_GLYPH_FORMAT_OUTLINE) {
        return {};
    }
    return rasterise_outlines(m_state->library.get(), {&loaded->glyph->outline, 1});
}

float FontSet::ascent(Face face) const
{
    const LoadedFace& loaded = m_state->at(face);
    return static_cast<float>(loaded.face->ascender) / loaded.units_per_em;
}

float FontSet::descent(Face face) const
{
    const LoadedFace& loaded = m_state->at(face);
    return -static_cast<float>(loaded.face->descender) / loaded.units_per_em;
}

fs::path FontSet::file_of(Face face) const
{
    return m_state->at(face).file;
}

} // namespace dostyk::text
