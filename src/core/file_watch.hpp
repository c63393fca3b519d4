/// \file
/// Hears when files change, without looking at them again and again.

#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace dostyk {

/// Watches folders by inotify. What other machines do on a network share is not heard: whoever
/// watches one has to look there.
class FileWatch {
public:
    FileWatch();
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    /// Watch what is in a folder, not what is below its own folders. A folder that is not there, or
    /// that the system will not watch, is passed over; the same one twice is one.
    void add(const std::filesystem::path& folder);

    /// Files that were written, made, moved or removed since the last call, each once, sorted.
    [[nodiscard]] std::vector<std::filesystem::path> take();

    /// Readable while there is something to take, so that a sleep on it ends; -1 = no watching.
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

private:
    int m_descriptor = -1;
    std::map<int, std::filesystem::path> m_folders; ///< by inotify's number
};

} // namespace dostyk
