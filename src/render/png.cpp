#include "core/files.hpp"
#include "render/renderer.hpp"

#include <png.h>

#include <csetjmp>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace dostyk::render {

namespace fs = std::filesystem;

namespace {

Error unreadable(const fs::path& path)
{
    return Error{
        ErrorCode::unreadable, {"error.picture_unreadable", {{"file", path.string()}}}, {}};
}

void append(png_structp png, png_bytep bytes, png_size_t size)
{
    auto& text = *static_cast<std::string*>(png_get_io_ptr(png));
    text.append(reinterpret_cast<const char*>(bytes), size);
}

/// Nothing to flush in memory.
void flush(png_structp /*png*/) {}

[[noreturn]] void jump_out(png_structp png, png_const_charp /*reason*/)
{
    png_longjmp(png, 1);
}

void stay_silent(png_structp /*png*/, png_const_charp /*reason*/) {}

/// \returns false when libpng gave up; it leaves by longjmp, so nothing here may own memory.
bool encode(png_structp png, png_infop info, const Picture& picture, std::string& bytes)
{
    if (setjmp(png_jmpbuf(png)) != 0) {
        return false;
    }
    png_set_write_fn(png, &bytes, append, flush);
    png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width),
                 static_cast<png_uint_32>(picture.height), 8, PNG_COLOR_TYPE_RGB_ALPHA,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    // Fixed, so that the same pixels give the same bytes.
    png_set_compression_level(png, 6);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    png_write_info(png, info);
    for (int row = 0; row < picture.height; ++row) {
        const std::size_t offset =
            static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width) * 4;
        png_write_row(png, picture.pixels.data() + offset);
    }
    png_write_end(png, info);
    return true;
}

} // namespace

Result<std::string> to_png(const Picture& picture)
{
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, jump_out, stay_silent);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    std::string bytes;
    const bool is_encoded = info != nullptr && encode(png, info, picture, bytes);
    png_destroy_write_struct(&png, &info);
    if (!is_encoded) {
        return Error{ErrorCode::write_failed,
                     {"error.write_failed", {{"file", "PNG"}, {"reason", "PNG"}}},
                     {}};
    }
    return bytes;
}

Status write_png(const Picture& picture, const fs::path& path)
{
    const auto bytes = to_png(picture);
    if (!bytes) {
        return Error{ErrorCode::write_failed,
                     {"error.write_failed", {{"file", path.string()}, {"reason", "PNG"}}},
                     {}};
    }
    return write_file_atomically(path, *bytes);
}

Result<Picture> read_png(const fs::path& path)
{
    const auto bytes = read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes->data(), bytes->size()) == 0) {
        return unreadable(path);
    }
    image.format = PNG_FORMAT_RGBA;
    Picture picture;
    picture.width = static_cast<int>(image.width);
    picture.height = static_cast<int>(image.height);
    picture.pixels.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr) == 0) {
        png_image_free(&image);
        return unreadable(path);
    }
    return picture;
}

} // namespace dostyk::render
