#include "render/renderer.hpp"

#include "render/fill_pass.hpp"
#include "render/ground_pass.hpp"
#include "render/image_pass.hpp"
#include "render/label_pass.hpp"
#include "render/line_pass.hpp"
#include "render/path_pass.hpp"
#include "render/symbol_pass.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>

namespace dostyk::render {

struct Renderer::State {
    text::FontSet* fonts;
    GroundPass ground;
    FillPass fills;
    LinePass lines;
    ImagePass images;
    PathPass paths;
    SymbolPass symbols;
    LabelPass labels;

    MeshCache meshes;
    TextureCache textures;
    Texture color; ///< The kept picture.
    Framebuffer framebuffer;
    int width = 0;
    int height = 0;
    DrawStats stats;

    void resize(scene::Viewport viewport);
    void draw_items(std::span<const scene::DrawItem> items, const View& view);
    void draw_marks(const scene::Frame& frame, const View& view);
};

namespace {

Status check_version()
{
    const int version = epoxy_gl_version();
    if (epoxy_is_desktop_gl() && version >= 33) {
        return ok();
    }
    return Error{
        ErrorCode::unsupported,
        {"error.opengl_too_old", {{"version", fmt::format("{}.{}", version / 10, version % 10)}}},
        {}};
}

/// A window's toolkit leaves its own state behind.
void set_plain_state()
{
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_FRAMEBUFFER_SRGB);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glActiveTexture(GL_TEXTURE0);
    glBindSampler(0, 0);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

} // namespace

void Renderer::State::resize(scene::Viewport viewport)
{
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.get());
    if (viewport.width == width && viewport.height == height) {
        return;
    }
    width = viewport.width;
    height = viewport.height;
    glBindTexture(GL_TEXTURE_2D, color.get());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color.get(), 0);
}

void Renderer::State::draw_items(std::span<const scene::DrawItem> items, const View& view)
{
    struct Visitor {
        State& state;
        const View& view;

        void operator()(const scene::DrawFill& fill) const
        {
            state.fills.draw(fill, view, state.meshes, state.textures, state.stats);
        }
        void operator()(const scene::DrawLine& line) const
        {
            state.lines.draw(line, view, state.meshes, state.stats);
        }
        void operator()(const scene::DrawImage& image) const
        {
            state.images.draw(image, view, state.textures, state.stats);
        }
        void operator()(const scene::DrawPath& path) const { state.paths.add(path); }
    };
    for (const scene::DrawItem& item : items) {
        if (!std::holds_alternative<scene::DrawPath>(item)) {
            paths.flush(view, stats);
        }
        std::visit(Visitor{*this, view}, item);
    }
    paths.flush(view, stats);
}

void Renderer::State::draw_marks(const scene::Frame& frame, const View& view)
{
    for (const scene::DrawSymbol& symbol : frame.symbols) {
        symbols.add(symbol, *fonts, labels);
    }
    symbols.flush(view, stats);
    for (const scene::DrawLabel& label : frame.labels) {
        labels.add(*fonts, label);
    }
    labels.flush(view, stats);
}

Renderer::Renderer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

Result<Renderer> Renderer::create(text::FontSet& fonts, std::vector<text::Icon> icons)
{
    if (const Status version = check_version(); !version) {
        return version.error();
    }
    auto fills = FillPass::create();
    if (!fills) {
        return fills.error();
    }
    auto lines = LinePass::create();
    if (!lines) {
        return lines.error();
    }
    auto images = ImagePass::create();
    if (!images) {
        return images.error();
    }
    auto paths = PathPass::create();
    if (!paths) {
        return paths.error();
    }
    auto symbols = SymbolPass::create(icons);
    if (!symbols) {
        return symbols.error();
    }
    auto labels = LabelPass::create();
    if (!labels) {
        return labels.error();
    }
    auto state = std::make_unique<State>(State{&fonts,
                                               GroundPass::create(),
                                               *std::move(fills),
                                               *std::move(lines),
                                               *std::move(images),
                                               *std::move(paths),
                                               *std::move(symbols),
                                               *std::move(labels),
                                               {},
                                               {},
                                               make_texture(),
                                               make_framebuffer(),
                                               0,
                                               0,
                                               {}});
    return Renderer(std::move(state));
}

void Renderer::draw(const scene::Frame& frame)
{
    State& state = *m_state;
    state.stats = {};
    if (frame.viewport.width <= 0 || frame.viewport.height <= 0) {
        return;
    }
    set_plain_state();
    state.resize(frame.viewport);
    glViewport(0, 0, frame.viewport.width, frame.viewport.height);
    const View view(frame.camera, frame.viewport);
    const std::size_t done = state.ground.draw(frame, view, state.framebuffer.get(), state.stats);
    if (done == 0) {
        const auto background = premultiplied(frame.background);
        glClearBufferfv(GL_COLOR, 0, background.data());
    }
    state.draw_items(std::span(frame.items).subspan(done), view);
    state.draw_marks(frame, view);
    state.meshes.end_frame();
    state.textures.end_frame();
    glBindVertexArray(0);
}

void Renderer::blit(unsigned target_framebuffer, int width, int height, const PixelBox& part)
{
    const State& state = *m_state;
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, height - part.y - part.height, part.width, part.height);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, state.framebuffer.get());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target_framebuffer);
    const bool is_same_size = width == state.width && height == state.height;
    glBlitFramebuffer(0, 0, state.width, state.height, 0, 0, width, height, GL_COLOR_BUFFER_BIT,
                      is_same_size ? GL_NEAREST : GL_LINEAR);
    glBindFramebuffer(GL_FRAMEBUFFER, target_framebuffer);
    glDisable(GL_SCISSOR_TEST);
}

Picture Renderer::read_back()
{
    const State& state = *m_state;
    Picture picture{state.width, state.height, {}};
    const auto row_bytes = static_cast<std::size_t>(state.width) * 4;
    const auto height = static_cast<std::size_t>(state.height);
    picture.pixels.resize(row_bytes * height);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, state.framebuffer.get());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, state.width, state.height, GL_RGBA, GL_UNSIGNED_BYTE, picture.pixels.data());
    // OpenGL counts rows from the bottom.
    for (std::size_t row = 0; row < height / 2; ++row) {
        const auto upper = picture.pixels.begin() + static_cast<std::ptrdiff_t>(row * row_bytes);
        const auto lower =
            picture.pixels.end() - static_cast<std::ptrdiff_t>((row + 1) * row_bytes);
        std::swap_ranges(upper, upper + static_cast<std::ptrdiff_t>(row_bytes), lower);
    }
    return picture;
}

void Renderer::finish()
{
    glFinish();
}

DrawStats Renderer::last_stats() const noexcept
{
    return m_state->stats;
}

} // namespace dostyk::render
