/// \file
/// Frame to pixels: the only user of the GPU.

#pragma once

#include "core/result.hpp"
#include "scene/frame.hpp"
#include "text/font_set.hpp"
#include "text/icon_set.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace dostyk::render {

/// RGBA pixels, top row first.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< (height, width, 4)
};

/// A part of a picture or a window, from its upper left corner. [px]
struct PixelBox {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    friend bool operator==(const PixelBox&, const PixelBox&) = default;
};

/// Counts of the last draw, for benches and tests.
struct DrawStats {
    int draw_calls = 0;
    std::uint64_t triangles = 0;
    int uploads = 0;
};

/// Draws frames into a framebuffer of its own, so that a redraw of panels alone blits and draws no
/// map. One per context; lives and dies on the context's thread.
class Renderer {
public:
    /// \pre A context is current. Errors: unsupported (no OpenGL 3.3 core).
    [[nodiscard]] static Result<Renderer> create(text::FontSet& fonts,
                                                 std::vector<text::Icon> icons);

    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;
    ~Renderer();

    /// Draw the frame into the kept framebuffer, resized to the frame's viewport.
    void draw(const scene::Frame& frame);

    /// Copy a part of the kept framebuffer, stretched to width x height, to the target (0 = the
    /// window). The rest of the target stays as it is.
    void blit(unsigned target_framebuffer, int width, int height, const PixelBox& part);

    /// Wait until all that was drawn is in the framebuffer, rasteriser's threads included.
    void finish();

    [[nodiscard]] Picture read_back();
    [[nodiscard]] DrawStats last_stats() const noexcept;

private:
    struct State;
    explicit Renderer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// PNG with a fixed compression and no time stamp: the same pixels give the same bytes.
/// A picture as a PNG file in memory. Error write_failed.
[[nodiscard]] Result<std::string> to_png(const Picture& picture);
[[nodiscard]] Status write_png(const Picture& picture, const std::filesystem::path& path);
[[nodiscard]] Result<Picture> read_png(const std::filesystem::path& path);

} // namespace dostyk::render
