/// \file
/// Fonts of the program: loading, shaping, glyph outlines as distance fields.

#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace dostyk::text {

enum class Face : std::uint8_t { regular, medium, semibold, italic };

struct ShapedGlyph {
    Face face = Face::regular;
    std::uint32_t glyph = 0; ///< Index in the face; 0 = no glyph for the character (a defect).
    float x = 0;             ///< Pen position of the glyph's origin. [em]
    float y = 0;             ///< Grows down. [em]
};

/// One line of text, shaped; all lengths in [em], so that one shaping serves every size.
struct ShapedText {
    std::vector<ShapedGlyph> glyphs;
    float width = 0;
    bool has_missing_glyph = false;
};

/// Signed distance field of one glyph.
struct GlyphBitmap {
    int width = 0; ///< [px at sdf_size_px]; 0 for a space
    int height = 0;
    float left = 0;                   ///< From the origin to the bitmap's left edge. [em]
    float top = 0;                    ///< From the baseline up to the bitmap's top edge. [em]
    std::vector<std::uint8_t> pixels; ///< (height, width), 128 = the outline, more = inside
};

/// Size at which glyphs are rasterised, and the reach of the distance. [px]
inline constexpr int sdf_size_px = 40;
inline constexpr int sdf_spread_px = 8;

/// The four faces of assets/fonts. Not thread-safe; one per thread that shapes.
class FontSet {
public:
    /// Errors: not_found, unreadable (no font file), each naming the file.
    [[nodiscard]] static Result<FontSet> load(const std::filesystem::path& fonts_dir);

    FontSet(FontSet&&) noexcept;
    FontSet& operator=(FontSet&&) noexcept;
    ~FontSet();

    /// Shape one line (HarfBuzz). Cached by (face, text).
    [[nodiscard]] const ShapedText& shape(Face face, std::string_view utf8);

    /// FreeType anti-aliased bitmap, then an exact Euclidean distance transform.
    [[nodiscard]] GlyphBitmap rasterise(Face face, std::uint32_t glyph) const;

    [[nodiscard]] float ascent(Face face) const;  ///< [em]
    [[nodiscard]] float descent(Face face) const; ///< Positive, below the baseline. [em]

    /// The font file of a face: Dear ImGui opens it itself.
    [[nodiscard]] std::filesystem::path file_of(Face face) const;

private:
    struct State;
    explicit FontSet(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace dostyk::text
