/// \file
/// Commands: every edit of a project as a value. The store commits what one gives, and takes it
/// back.

#pragma once

#include "core/result.hpp"
#include "store/store.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dostyk::editor {

/// Give one place of a document a value.
struct SetField {
    std::string kind;
    std::string id;
    std::string pointer; ///< JSON pointer into the document; its last step may be new ("-" appends)
    std::string value;   ///< JSON
};

/// Take one place of a document away.
struct RemoveField {
    std::string kind;
    std::string id;
    std::string pointer;
};

/// A new document. Format, version, kind, id and pack (enriched) are filled in where they are
/// missing.
struct Insert {
    std::string kind;
    std::string id;
    std::string doc; ///< JSON
};

struct Remove {
    std::string kind;
    std::string id;
};

struct Group;
using Command = std::variant<SetField, RemoveField, Insert, Remove, Group>;

/// Several commands as one step: all of them, or none.
struct Group {
    std::vector<Command> parts;
    std::string name = "group"; ///< "import": what the history calls it, by "command.<name>"
};

/// "set_field", "insert": its name on the command line, and "command.<name>" as a message.
[[nodiscard]] std::string_view name_of(const Command& command) noexcept;

/// The rows that a command makes of the rows as they are. This is also the check: a control asks it
/// without writing, and says its error as the reason why it is greyed.
///
/// Errors: not_found (no such document or place), invalid (exists already, or the document would no
/// longer be sound: the sentence of its first finding).
[[nodiscard]] Result<store::Edit> edit_of(const Command& command, store::Rows& rows);

/// The command that gives a place of a document the value that another version of it has there, or
/// takes the place away as that has; the empty pointer is the whole document. \pre The version is
/// sound.
[[nodiscard]] Command to_match(const store::Row& version, const std::string& pointer);

/// A command from a line of JSON: {"command": "set_field", "kind": ..., ...}.
[[nodiscard]] Result<Command> parse_command(std::string_view line);

/// Names of all commands there are: whoever adds one is seen by the tests of them all.
[[nodiscard]] std::span<const std::string_view> command_names() noexcept;

} // namespace dostyk::editor
