#include "core/file_watch.hpp"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <set>

namespace dostyk {

FileWatch::FileWatch() : m_descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

FileWatch::~FileWatch()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void FileWatch::add(const std::filesystem::path& folder)
{
    constexpr std::uint32_t changes = IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE |
                                      IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;
    const int watch = ::inotify_add_watch(m_descriptor, folder.c_str(), changes);
    if (watch >= 0) {
        m_folders[watch] = folder;
    }
}

std::vector<std::filesystem::path> FileWatch::take()
{
    std::set<std::filesystem::path> changed;
    alignas(inotify_event) std::array<char, 16 * 1024> buffer;
    for (;;) {
        const auto size = ::read(m_descriptor, buffer.data(), buffer.size());
        if (size <= 0) {
            break; // nothing more, or no watching
        }
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof(event));
            const char* const name = buffer.data() + at + sizeof(event);
            if ((event.mask & IN_Q_OVERFLOW) != 0) {
                // Too much at once for the system to tell: any of it may have changed.
                for (const auto& [watch, folder] : m_folders) {
                    changed.insert(folder);
                }
            } else if (const auto folder = m_folders.find(event.wd);
                       folder != m_folders.end() && event.len > 0) {
                changed.insert(folder->second / name);
            }
            at += sizeof(event) + event.len;
        }
    }
    return {changed.begin(), changed.end()};
}

} // namespace dostyk
