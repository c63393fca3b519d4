/// \file
/// One FreeType outline to a distance field: glyphs and icons alike. Inside `text` only.

#pragma once

#include "text/font_set.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <memory>
#include <span>
#include <type_traits>

namespace dostyk::text {

struct DoneLibrary {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
using LibraryPtr = std::unique_ptr<std::remove_pointer_t<FT_Library>, DoneLibrary>;

/// Null only when memory is out.
[[nodiscard]] LibraryPtr make_library();

/// The union of outlines as one field.
///
/// \param outlines  In 26.6 pixels at sdf_size_px, y up; moved by the call.
[[nodiscard]] GlyphBitmap rasterise_outlines(FT_Library library, std::span<FT_Outline> outlines);

} // namespace dostyk::text
