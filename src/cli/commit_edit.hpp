/// \file
/// What every verb does that edits a project: open it, commit one step, and back it up if it is
/// time.

#pragma once

#include "core/language.hpp"
#include "store/store.hpp"

#include <filesystem>

namespace dostyk::cli {

/// Commit an edit to a project: a folder, by its working store, or a store file.
///
/// Findings of its files, and a backup that could not be made, go to standard error, each a line:
/// the edit is safe all the same.
[[nodiscard]] Result<store::Revision> commit_edit(const std::filesystem::path& path,
                                                  const store::EditMaker& edit, Language language);

} // namespace dostyk::cli
