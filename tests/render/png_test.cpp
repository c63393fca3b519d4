#include "core/files.hpp"
#include "render/renderer.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <cstddef>

using namespace dostyk;

namespace {

render::Picture gradient(int width, int height)
{
    render::Picture picture{width, height, {}};
    for (int i = 0; i < width * height; ++i) {
        picture.pixels.insert(picture.pixels.end(),
                              {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i * 7),
                               static_cast<std::uint8_t>(255 - i), 255});
    }
    return picture;
}

} // namespace

TEST_SUITE("render/png") {

TEST_CASE("a picture comes back as it was written, and twice the same bytes")
{
    const auto folder = test::scratch_dir("png");
    const render::Picture picture = gradient(13, 7);

    REQUIRE(render::write_png(picture, folder / "a.png"));
    REQUIRE(render::write_png(picture, folder / "b.png"));

    const auto back = render::read_png(folder / "a.png");
    REQUIRE(back);
    CHECK(back->width == 13);
    CHECK(back->height == 7);
    CHECK(back->pixels == picture.pixels);
    CHECK(*read_file(folder / "a.png") == *read_file(folder / "b.png"));
}

TEST_CASE("where nothing can be written, nothing is")
{
    const auto folder = test::scratch_dir("png_failure");
    REQUIRE(write_file_atomically(folder / "file", "kept"));

    const Status status = render::write_png(gradient(2, 2), folder / "file" / "a.png");

    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::write_failed);
    CHECK(text_of(status.error(), Language::en).find("a.png") != std::string::npos);
    CHECK(*read_file(folder / "file") == "kept");
}

TEST_CASE("a picture without pixels is refused, not written")
{
    const auto folder = test::scratch_dir("png_empty");

    CHECK_FALSE(render::write_png({}, folder / "a.png"));
    CHECK_FALSE(std::filesystem::exists(folder / "a.png"));
}

TEST_CASE("what is missing, no PNG or cut short is told by name")
{
    const auto folder = test::scratch_dir("png_broken");
    CHECK(render::read_png(folder / "none.png").error().code == ErrorCode::not_found);
    REQUIRE(write_file_atomically(folder / "text.png", "no picture"));
    CHECK(render::read_png(folder / "text.png").error().code == ErrorCode::unreadable);
    REQUIRE(render::write_png(gradient(64, 64), folder / "whole.png"));
    const std::string bytes = *read_file(folder / "whole.png");
    REQUIRE(write_file_atomically(folder / "cut.png", bytes.substr(0, bytes.size() / 2)));

    const auto cut = render::read_png(folder / "cut.png");

    REQUIRE_FALSE(cut);
    CHECK(cut.error().code == ErrorCode::unreadable);
    CHECK(text_of(cut.error(), Language::ky).find("cut.png") != std::string::npos);
}

} // TEST_SUITE
