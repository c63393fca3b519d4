#include "app/x11_sockets.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace dostyk::app {

namespace {

bool leads_to_x_server(int descriptor)
{
    sockaddr_un address{};
    socklen_t size = sizeof(address);
    if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0 ||
        address.sun_family != AF_UNIX) {
        return false;
    }
    // An abstract address begins with a NUL byte.
    const std::size_t head = offsetof(sockaddr_un, sun_path);
    const std::string_view path(address.sun_path, size > head ? size - head : 0);
    return path.find(".X11-unix/X") != std::string_view::npos;
}

} // namespace

XSockets::XSockets()
{
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", error)) {
        const std::string name = entry.path().filename();
        int descriptor = -1;
        std::from_chars(name.data(), name.data() + name.size(), descriptor);
        if (descriptor >= 0 && leads_to_x_server(descriptor)) {
            m_sockets.push_back(descriptor);
        }
    }
}

void XSockets::wait(int timeout_ms, std::span<const int> others) const
{
    // A display over TCP is not found above: look at it now and then.
    constexpr int blind_wait_ms = 25;
    std::vector<pollfd> wanted;
    for (const int descriptor : m_sockets) {
        wanted.push_back({descriptor, POLLIN, 0});
    }
    for (const int descriptor : others) {
        wanted.push_back({descriptor, POLLIN, 0}); // poll() passes over -1
    }
    ::poll(wanted.data(), wanted.size(),
           m_sockets.empty() ? std::min(timeout_ms, blind_wait_ms) : timeout_ms);
}

} // namespace dostyk::app
