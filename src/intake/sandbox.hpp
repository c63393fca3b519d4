/// \file
/// What a process that reads foreign files takes from itself before it opens one.

#pragma once

#include "intake/table.hpp"

#include <filesystem>
#include <span>

namespace dostyk::intake {

/// Most memory that the worker may ask for. [bytes]
inline constexpr std::uint64_t most_memory = std::uint64_t{2} << 30;
/// Most time that it may compute. [s]
inline constexpr unsigned most_cpu_s = 30;

/// From here on this process can read the given files and folders and nothing else, write nowhere
/// but into what is open, reach no network, start no program and trace none; and it has limits.
///
/// A kernel that lacks one of these leaves it out, which is told. Under a sanitizer, which maps
/// terabytes, memory has no limit. Not undone for the life of the process.
[[nodiscard]] Confinement confine(std::span<const std::filesystem::path> readable);

} // namespace dostyk::intake
