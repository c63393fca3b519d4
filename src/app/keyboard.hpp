/// \file
/// Keys by their place, whatever layout is on.

#pragma once

#include "editor/actions.hpp"

#include <memory>
#include <optional>
#include <string_view>

namespace dostyk::app {

/// Key of an XKB key name: "AC09" is L on every keyboard of the ISO and ANSI arrangement, under the
/// Russian, Kazakh and Kyrgyz layouts as well.
[[nodiscard]] editor::Key key_of_xkb_name(std::string_view name) noexcept;

/// A key that went down or up.
struct KeyStroke {
    editor::Chord chord;
    bool is_pressed = false;
};

/// Listens to what SFML keeps from us, on a connection of its own: a window's keys, and when a part
/// of it has to be shown anew.
///
/// SFML 2.5 gives the keys of Cyrillic layouts the code -1 and keeps the key code to itself; X lets
/// several listeners select the keys of one window, so ours hears the codes.
class Keyboard {
public:
    /// \param window  X11 window id. Null when there is no X server with XKB.
    [[nodiscard]] static std::unique_ptr<Keyboard> listen(unsigned long window);

    ~Keyboard();
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;

    [[nodiscard]] std::optional<KeyStroke> poll();
    /// Has a part of the window lost its picture since this was last asked? poll() hears of it.
    [[nodiscard]] bool take_uncovered();

private:
    struct State;
    explicit Keyboard(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace dostyk::app
