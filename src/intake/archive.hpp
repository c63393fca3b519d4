/// \file
/// Zip archives (XLSX, ODS) judged before anything unpacks them.

#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

struct ArchiveEntry {
    std::string name;
    std::uint16_t method = 0; ///< 0 = stored, 8 = deflated
    std::uint16_t flags = 0;
    std::uint64_t packed = 0;   ///< [bytes]
    std::uint64_t unpacked = 0; ///< [bytes], as the archive says
    std::uint64_t offset = 0;   ///< Of its local header
};

/// Most that an archive may unpack to. [bytes]
inline constexpr std::uint64_t most_unpacked = std::uint64_t{256} << 20;

/// The entries of an archive's directory; Zip64 is read too. Error: the message's key alone.
[[nodiscard]] Result<std::vector<ArchiveEntry>> read_directory(std::string_view archive);

/// Refuse by the directory alone: too many entries, too much when unpacked, packed too tightly to
/// be a table, entries that share bytes, names that leave the archive, what is encrypted.
[[nodiscard]] Status judge_directory(const std::vector<ArchiveEntry>& entries,
                                     std::uint64_t archive_size);

/// judge_directory(), and the XML unpacked piece by piece to see that it is no longer than it says,
/// declares no entities and has at most `most_rows` rows and headings. Keeps no more than a piece.
[[nodiscard]] Status judge_archive(const std::filesystem::path& file, std::size_t most_rows);

} // namespace dostyk::intake
