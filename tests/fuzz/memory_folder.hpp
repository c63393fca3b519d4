/// \file
/// A folder in memory for readers that are given a file: bytes become one there.

#pragma once

#include "fuzz/expect.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace dostyk::test {

/// Goes with the process, where it ends of itself.
class MemoryFolder {
public:
    explicit MemoryFolder(std::string_view name)
    : m_path("/dev/shm/dostyk-fuzz-" + std::string(name) + "-" + std::to_string(::getpid()))
    {
        std::filesystem::create_directories(m_path);
    }
    ~MemoryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

    /// The file of that name with these bytes.
    std::filesystem::path put(std::string_view name, std::string_view bytes) const
    {
        std::filesystem::path file = m_path / name;
        std::ofstream out(file, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        expect(out.good(), "there is room for a file in memory");
        return file;
    }

private:
    std::filesystem::path m_path;
};

} // namespace dostyk::test
