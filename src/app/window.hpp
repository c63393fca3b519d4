/// \file
/// A window as the program sees it: the real one, or none at all for tests and benches.

#pragma once

#include "core/result.hpp"
#include "editor/actions.hpp"
#include "render/renderer.hpp"

#include <optional>
#include <span>
#include <string>

namespace dostyk::app {

enum class EventKind {
    close,
    resize,
    uncovered, ///< A part of the window has lost its picture
    focus_lost,
    pointer_move,
    pointer_leave,
    button_press,
    button_release,
    wheel,
    key_press,
    key_release,
    text,
};

/// Something that the person at the machine did.
struct Event {
    EventKind kind = EventKind::close;
    float x = 0; ///< Pointer [px]; of a resize the new size
    float y = 0;
    int button = 0;      ///< 0 left, 1 right, 2 middle, 3 and 4 the thumb's
    float wheel = 0;     ///< Steps, away from the person is positive
    editor::Chord chord; ///< Keys by place, with the modifiers that are held; of the pointer these
    char32_t text = 0;
};

enum class PointerShape { arrow, hand, text, resize_horizontal };

/// How the window stands on the desktop, as the next start finds it again.
struct WindowPlace {
    int width = 0; ///< [px] Of the window that full screen goes back to
    int height = 0;
    bool is_full_screen = false;
};

class Window {
public:
    virtual ~Window() = default;

    /// The next event that waits, if any; never blocks.
    [[nodiscard]] virtual std::optional<Event> poll_event() = 0;
    /// Sleep until something may have happened or the program is asked to stop, at most so long.
    /// [ms]
    virtual void wait(int timeout_ms, std::span<const int> descriptors) = 0;

    [[nodiscard]] virtual int width() const = 0;
    [[nodiscard]] virtual int height() const = 0;
    /// How large words are to be where nobody has chosen it: a factor.
    [[nodiscard]] virtual float screen_scale() const { return 1; }
    /// OpenGL name that frames are drawn to.
    [[nodiscard]] virtual unsigned framebuffer() const = 0;
    virtual void show() = 0;
    /// Can a part be shown while the rest of the screen stays? Not every driver can.
    [[nodiscard]] virtual bool can_show_part() const { return false; }
    /// \pre can_show_part()
    virtual void show_part(const render::PixelBox& part) = 0;
    /// What would be shown.
    [[nodiscard]] virtual render::Picture read_back() = 0;

    virtual void set_title(const std::string& title) = 0;
    virtual void set_pointer(PointerShape shape) = 0;
    virtual void toggle_full_screen() = 0;
    [[nodiscard]] virtual WindowPlace place() const { return {width(), height(), false}; }
    [[nodiscard]] virtual std::string clipboard() const = 0;
    virtual void set_clipboard(const std::string& text) = 0;
    /// Files that a file manager copied, as text/uri-list; empty when there are none.
    [[nodiscard]] virtual std::string clipboard_files() const { return {}; }
    /// False when the desktop takes no pictures. \param png  A whole file
    [[nodiscard]] virtual bool set_clipboard_picture(std::string png)
    {
        (void)png;
        return false;
    }
};

} // namespace dostyk::app
