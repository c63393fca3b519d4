/// \file
/// Dear ImGui 1.86 on our Window: the only place that knows its old input arrays.

#pragma once

#include "app/window.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace dostyk::app {

/// Owns the ImGui context and its OpenGL backend. \pre An OpenGL context is current.
class ImguiPlatform {
public:
    explicit ImguiPlatform(Window& window);
    ~ImguiPlatform();
    ImguiPlatform(const ImguiPlatform&) = delete;
    ImguiPlatform& operator=(const ImguiPlatform&) = delete;

    /// Hand an event to the panels.
    void handle(const Event& event);

    /// Begin a frame after `seconds`.
    void begin_frame(float seconds);
    /// End the frame.
    ///
    /// \returns  The part of the window that differs from the frame before. [px] Nothing when the
    ///           frames are the same.
    [[nodiscard]] std::optional<render::PixelBox> end_frame();
    /// Draw what the panels made within a part of the window's framebuffer.
    void draw(const render::PixelBox& part);

    /// The panels' fonts changed: upload the atlas again.
    void upload_fonts();

    [[nodiscard]] bool wants_pointer() const;
    [[nodiscard]] bool wants_text() const;

private:
    /// What one panel drew: where, and a sum over all of it.
    struct Drawn {
        std::array<float, 4> box{}; ///< Left, top, right, bottom [px]
        std::size_t sum = 0;

        friend bool operator==(const Drawn&, const Drawn&) = default;
    };

    void handle_key(const Event& event);

    Window& m_window;
    std::vector<Drawn> m_drawn; ///< Of the last frame, from the lowest to the topmost.
    /// A press and its release within one frame would be lost in ImGui's state of buttons.
    std::array<bool, 3> m_just_pressed{};
    std::array<bool, 3> m_is_down{};
    /// The same for keys: a release waits until a frame has seen its press.
    std::vector<std::size_t> m_keys_pressed;
    std::vector<std::size_t> m_keys_to_release;
};

} // namespace dostyk::app
