/// \file
/// A file's bytes without a copy of them in memory.

#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace dostyk::intake {

class MappedFile {
public:
    /// Errors: not_found, unreadable.
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& file);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const noexcept { return m_bytes; }

private:
    explicit MappedFile(std::string_view bytes) : m_bytes(bytes) {}

    std::string_view m_bytes;
};

} // namespace dostyk::intake
