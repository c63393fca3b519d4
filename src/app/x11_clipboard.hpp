/// \file
/// What SFML's clipboard lacks: pictures for others, and the files that others copied.

#pragma once

#include <memory>
#include <string>

namespace dostyk::app {

/// The X server's clipboard, on a connection and a thread of its own.
///
/// Whoever copies has to answer for as long as others may paste: the thread does that between
/// frames and while the program sleeps.
class X11Clipboard {
public:
    /// Null without an X server.
    [[nodiscard]] static std::unique_ptr<X11Clipboard> open();
    ~X11Clipboard();
    X11Clipboard(const X11Clipboard&) = delete;
    X11Clipboard& operator=(const X11Clipboard&) = delete;

    /// Offer a PNG as image/png until something else is copied; false when it is larger than the
    /// server takes in one piece.
    [[nodiscard]] bool offer_picture(std::string png);
    /// The files that a file manager copied (text/uri-list); empty when there are none. Waits for
    /// the other program, at most a quarter of a second.
    [[nodiscard]] std::string files() const;

private:
    struct State;
    explicit X11Clipboard(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace dostyk::app
