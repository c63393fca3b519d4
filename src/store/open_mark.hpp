/// \file
/// Tells whether the program that had a store open before was cut short.

#pragma once

#include <filesystem>

namespace dostyk::store {

/// A file beside the store that is there while somebody has it open. The lock on it goes with its
/// process, however that ends; the file stays when the end was not a clean one.
class OpenMark {
public:
    /// Set the mark. Where it cannot be set nothing is known, and nothing is claimed.
    explicit OpenMark(const std::filesystem::path& store_file);
    /// Take it away, unless another process has the store open still.
    ~OpenMark();
    OpenMark(const OpenMark&) = delete;
    OpenMark& operator=(const OpenMark&) = delete;

    /// The one before us did not end cleanly, and nobody else has the store open.
    [[nodiscard]] bool was_cut_short() const noexcept { return m_was_cut_short; }

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
    bool m_was_cut_short = false;
};

} // namespace dostyk::store
