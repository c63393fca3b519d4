/// \file
/// A window that nobody sees: events are put in, pictures are read back.

#pragma once

#include "app/window.hpp"
#include "render/context.hpp"

#include <memory>

namespace dostyk::app {

class HeadlessWindow final : public Window {
public:
    /// Error no_display: no EGL.
    [[nodiscard]] static Result<std::unique_ptr<HeadlessWindow>> open(int width, int height);
    ~HeadlessWindow() override;

    /// Let an event happen.
    void push(const Event& event);

    std::optional<Event> poll_event() override;
    void wait(int timeout_ms,
              std::span<const int> descriptors) override; ///< Returns at once: tests do not sleep.
    [[nodiscard]] int width() const override;
    [[nodiscard]] int height() const override;
    [[nodiscard]] unsigned framebuffer() const override;
    void show() override;
    [[nodiscard]] bool can_show_part() const override { return true; }
    void show_part(const render::PixelBox& part) override;
    [[nodiscard]] render::Picture read_back() override;
    void set_title(const std::string& title) override;
    void set_pointer(PointerShape shape) override;
    void toggle_full_screen() override;
    [[nodiscard]] std::string clipboard() const override;
    void set_clipboard(const std::string& text) override;

    [[nodiscard]] const std::string& title() const noexcept;
    /// How often something was shown.
    [[nodiscard]] int shown() const noexcept;
    /// What was shown last.
    [[nodiscard]] const render::PixelBox& last_part() const noexcept;

private:
    struct State;
    explicit HeadlessWindow(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace dostyk::app
