/// \file
/// Which part of a project an export takes, and whether it may be exported.

#pragma once

#include "core/diagnostics.hpp"
#include "core/language.hpp"
#include "core/result.hpp"
#include "model/project.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dostyk::io {

/// What of a project is exported, and how its values are said.
struct ExportScope {
    model::Pack pack = model::Pack::enriched;
    /// None: every language in columns of its own, words and references by their ids, as data. Else
    /// values as people of that language read them.
    std::optional<Language> language;
    std::vector<std::string> only;  ///< Ids of entities; empty = all
    std::vector<std::string> kinds; ///< Empty = all
};

/// The entities that a scope takes, in the order of the project.
[[nodiscard]] std::vector<const model::Entity*> entities_in(const model::Project& project,
                                                            const ExportScope& scope);

/// Error invalid for an id or a kind of the scope that the project does not have.
[[nodiscard]] Status check_scope(const model::Project& project, const ExportScope& scope);

/// A finding "export.undecided" for each field that holds different values of one time of which
/// none is chosen: a copy would state one of them as if it were settled.
void check_decided(const model::Project& project, const ExportScope& scope,
                   Diagnostics& diagnostics);

} // namespace dostyk::io
