/// \file
/// Which column of a foreign table fills which field of a kind.

#pragma once

#include "intake/header_words.hpp"
#include "intake/table.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

struct ColumnMapping {
    std::string kind;
    std::vector<Target> targets; ///< (columns of the table)

    friend bool operator==(const ColumnMapping&, const ColumnMapping&) = default;
};

/// "name.ru" <-> Target{"name", "ru"}; an empty text is a column that is left out.
[[nodiscard]] std::string to_text(const Target& target);
[[nodiscard]] Target parse_target(std::string_view text);

/// True when the kind has the field and the field that part.
[[nodiscard]] bool fits(const Target& target, const model::KindRule& kind);

/// The mapping that the headings suggest. No field is filled by two columns. A text without a
/// language goes to the one that its heading or its letters speak of.
[[nodiscard]] ColumnMapping guess_mapping(const Table& table, const model::KindRule& kind);

/// The kind whose own fields the columns fill best, or that the table's name names; nothing where
/// none fits better than the others.
///
/// \param file_stem  The file's name without its ending: "delegations".
[[nodiscard]] std::optional<std::string> guess_kind(const Table& table, std::string_view file_stem);

/// Mappings that people have accepted, by the headings of the table, in a file of the user's.
class MappingMemory {
public:
    /// A missing or broken file is an empty memory.
    explicit MappingMemory(std::filesystem::path file);

    /// What was accepted for these headings and this kind.
    [[nodiscard]] std::optional<ColumnMapping> find(const Table& table,
                                                    std::string_view kind) const;
    /// Remember, and keep the newest two hundred.
    [[nodiscard]] Status keep(const Table& table, const ColumnMapping& mapping);

private:
    std::filesystem::path m_file;
    std::vector<std::string> m_lines; ///< the oldest first
};

} // namespace dostyk::intake
