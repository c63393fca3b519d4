/// \file
/// Sleep until the X server has something to say.

#pragma once

#include <span>
#include <vector>

namespace dostyk::app {

/// The connections to the X server that this process has when it is made.
///
/// SFML waits by looking a hundred times a second; its connection is private, but the kernel tells
/// which of our sockets lead to an X server, and sleeping on these costs nothing.
class XSockets {
public:
    XSockets();

    /// Return when one of them or another descriptor is readable, or after so long. [ms] A
    /// descriptor of -1 is none.
    void wait(int timeout_ms, std::span<const int> others = {}) const;

    [[nodiscard]] bool is_empty() const noexcept { return m_sockets.empty(); }

private:
    std::vector<int> m_sockets;
};

} // namespace dostyk::app
