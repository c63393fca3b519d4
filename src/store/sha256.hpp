/// \file
/// SHA-256, in hexadecimal.

#pragma once

#include "core/result.hpp"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace dostyk::store {

/// Sum over parts; each part's length counts, so that "ab","c" differs from "a","bc".
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    Sha256& add(std::string_view part);
    /// 64 lower-case digits. Once.
    [[nodiscard]] std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Of one text alone, as sha256sum(1) gives it.
[[nodiscard]] std::string sha256_of(std::string_view text);

/// Of a file, read piece by piece. Errors: not_found, unreadable, cancelled.
[[nodiscard]] Result<std::string> sha256_of_file(const std::filesystem::path& file,
                                                 std::stop_token stop = {});

} // namespace dostyk::store
