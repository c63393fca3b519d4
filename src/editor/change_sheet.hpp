/// \file
/// What differs between two versions of a programme, in words: for a panel, and for whom it
/// concerns.

#pragma once

#include "core/result.hpp"
#include "editor/release_diff.hpp"
#include "model/value_text.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::editor {

/// One session that differs.
struct ChangeRow {
    std::string session; ///< Id
    std::string text;    ///< A sentence or more
    std::string icon;    ///< Name in assets/icons: new, no longer held, elsewhere, or other
};

/// Whom changes concern.
struct SheetRow {
    std::string id;
    std::string kind; ///< Empty = it is no longer there
    std::string name;
    std::vector<std::size_t> changes; ///< Places in DiffWords::changes
};

/// A version that can be compared.
struct VersionRow {
    int number = ReleaseDiff::now;
    std::string name;   ///< "Release 2"; of the plan as it is: "Now"
    std::string detail; ///< When, how many sessions, and what somebody noted
};

struct DiffWords {
    std::vector<ChangeRow> changes;   ///< In the order of the diff
    std::vector<SheetRow> sheets;     ///< In the order of the kinds, then by the alphabet
    std::vector<VersionRow> versions; ///< Now, then the releases, the newest first
};

/// \param meeting  That `diff` follows.
[[nodiscard]] DiffWords words_of(const ReleaseDiff& diff, const PlannedMeeting& meeting,
                                 Language language, const model::UnitNames& unit_names);

/// Sign of what became of a session.
[[nodiscard]] const char* icon_of(const schedule::SessionChange& change);

/// "Release 2", "Now".
[[nodiscard]] std::string version_name(int number, Language language);

/// A sheet to hand out: whose it is, what is compared, and each change that concerns them.
[[nodiscard]] std::string sheet_text(const DiffWords& words, const SheetRow& sheet,
                                     const ReleaseDiff& diff, Language language);

/// Write a sheet into a folder, as text in UTF-8 beside those that are there.
///
/// \returns the file, or Error write_failed.
[[nodiscard]] Result<std::filesystem::path>
save_sheet(const std::string& text, const std::filesystem::path& folder, const std::string& id);

} // namespace dostyk::editor
