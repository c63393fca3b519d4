/// \file
/// Empty tables for people to fill in: what an import of a kind understands.

#pragma once

#include "core/result.hpp"
#include "intake/column_mapping.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

/// The sheet of a template that explains its columns; imports pass over it.
inline constexpr std::string_view help_sheet = "dostyk help";

struct TemplateColumn {
    std::string heading; ///< "name_kk", "country", "lat"
    Target target;
    std::vector<std::string> words; ///< That the cells are chosen from; empty = free
};

/// The kind that is meant: by its name, or "delegations", "sessions", "venues", "sites".
[[nodiscard]] std::optional<std::string> template_kind(std::string_view word);

/// Name of the template's files, without ending: "delegations", "sites"; else the kind's own.
[[nodiscard]] std::string template_name(std::string_view kind);

/// Columns of a kind's template; every one is recognised when the file is imported.
[[nodiscard]] std::vector<TemplateColumn> template_columns(std::string_view kind);

/// The same bytes whenever and wherever they are written.
[[nodiscard]] Status write_csv_template(std::string_view kind, const std::filesystem::path& file);
/// With lists to choose words from, and a sheet that explains the columns in four languages.
[[nodiscard]] Status write_xlsx_template(std::string_view kind, const std::filesystem::path& file);

} // namespace dostyk::intake
