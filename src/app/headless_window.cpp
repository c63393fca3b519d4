#include "app/headless_window.hpp"

#include "render/offscreen_target.hpp"

#include <deque>

namespace dostyk::app {

struct HeadlessWindow::State {
    std::unique_ptr<render::Context> context; ///< Outlives what lives in it.
    std::unique_ptr<render::OffscreenTarget> target;
    int width = 0;
    int height = 0;
    std::deque<Event> events;
    std::string title;
    std::string clipboard;
    int shown = 0;
    render::PixelBox last_part;

    void resize(int new_width, int new_height)
    {
        width = new_width;
        height = new_height;
        target = std::make_unique<render::OffscreenTarget>(width, height);
    }
};

Result<std::unique_ptr<HeadlessWindow>> HeadlessWindow::open(int width, int height)
{
    auto context = render::make_headless_context();
    if (!context) {
        return context.error();
    }
    auto state = std::make_unique<State>();
    state->context = std::move(*context);
    state->context->make_current();
    state->resize(width, height);
    return std::unique_ptr<HeadlessWindow>(new HeadlessWindow(std::move(state)));
}

HeadlessWindow::HeadlessWindow(std::unique_ptr<State> state) : m_state(std::move(state)) {}
HeadlessWindow::~HeadlessWindow() = default;

void HeadlessWindow::push(const Event& event)
{
    m_state->events.push_back(event);
}

std::optional<Event> HeadlessWindow::poll_event()
{
    if (m_state->events.empty()) {
        return std::nullopt;
    }
    const Event event = m_state->events.front();
    m_state->events.pop_front();
    if (event.kind == EventKind::resize) {
        m_state->resize(static_cast<int>(event.x), static_cast<int>(event.y));
    }
    return event;
}

void HeadlessWindow::wait(int /*timeout_ms*/, std::span<const int> /*descriptors*/) {}

int HeadlessWindow::width() const
{
    return m_state->width;
}

int HeadlessWindow::height() const
{
    return m_state->height;
}

unsigned HeadlessWindow::framebuffer() const
{
    return m_state->target->framebuffer();
}

void HeadlessWindow::show()
{
    show_part({0, 0, width(), height()});
}

void HeadlessWindow::show_part(const render::PixelBox& part)
{
    ++m_state->shown;
    m_state->last_part = part;
}

render::Picture HeadlessWindow::read_back()
{
    return m_state->target->read_back();
}

void HeadlessWindow::set_title(const std::string& title)
{
    m_state->title = title;
}

void HeadlessWindow::set_pointer(PointerShape /*shape*/) {}

void HeadlessWindow::toggle_full_screen() {}

std::string HeadlessWindow::clipboard() const
{
    return m_state->clipboard;
}

void HeadlessWindow::set_clipboard(const std::string& text)
{
    m_state->clipboard = text;
}

const std::string& HeadlessWindow::title() const noexcept
{
    return m_state->title;
}

int HeadlessWindow::shown() const noexcept
{
    return m_state->shown;
}

const render::PixelBox& HeadlessWindow::last_part() const noexcept
{
    return m_state->last_part;
}

} // namespace dostyk::app
