/// \file
/// A large store that is made up for a bench.

#pragma once

#include "core/result.hpp"

#include <filesystem>
#include <string>

namespace dostyk::app {

/// 10,000 sites in a store where the working stores lie; it is removed with this.
class BenchStore {
public:
    static constexpr int sites = 10'000;

    BenchStore();
    ~BenchStore();
    BenchStore(const BenchStore&) = delete;
    BenchStore& operator=(const BenchStore&) = delete;

    /// Errors: what cannot be written there.
    [[nodiscard]] Status fill() const;

    [[nodiscard]] std::filesystem::path file() const { return m_folder / "made-up.gpkg"; }
    /// For what else is written while it is measured.
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder; }
    /// \param number  From 1 to `sites`.
    [[nodiscard]] static std::string site(int number);

private:
    std::filesystem::path m_folder;
};

} // namespace dostyk::app
