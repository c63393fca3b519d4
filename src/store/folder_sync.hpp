/// \file
/// A project's folder and its store: what either changed goes to the other, field by field.

#pragma once

#include "core/diagnostics.hpp"
#include "store/store.hpp"

#include <filesystem>

namespace dostyk::store {

/// Take in what the folder's files say differently than when folder and store last met.
///
/// A file that only the folder changed is taken; what both changed is merged by fields, and a field
/// that both changed stays as the store has it, with a finding "store.conflict". A file that is not
/// sound is left out with its findings. All of it is one step of the history.
///
/// \returns The revision after it: unchanged when there was nothing to take.
[[nodiscard]] Result<Revision> take_folder(Store& store, const std::filesystem::path& folder,
                                           Diagnostics& diagnostics);

/// Write what the store has into the folder: each changed document's file, and no other. Files of
/// removed documents go. Call take_folder() before, or what the folder changed meanwhile is lost.
[[nodiscard]] Status write_folder(Store& store, const std::filesystem::path& folder);

/// Take in every document of another project's folder, in one step: what is there of the same name
/// is replaced, what the folder does not have stays. An unsound file refuses all of it.
[[nodiscard]] Result<Revision> import_folder(Store& store, const std::filesystem::path& folder,
                                             Diagnostics& diagnostics);

/// Write all documents into a folder that is no project's yet.
[[nodiscard]] Status export_folder(Store& store, const std::filesystem::path& folder);

/// The documents of a folder's files alone, canonical. An unsound file refuses all of it, with its
/// findings.
[[nodiscard]] Result<std::vector<Row>> read_rows(const std::filesystem::path& folder,
                                                 Diagnostics& diagnostics);

/// Write documents into a folder, each its file; an empty doc removes the file.
[[nodiscard]] Status write_rows(std::span<const Row> rows, const std::filesystem::path& folder);

} // namespace dostyk::store
