/// \file
/// What a step of the history says to a person.

#pragma once

#include "core/language.hpp"
#include "model/project.hpp"
#include "store/store.hpp"

#include <string>

namespace dostyk::editor {

struct StepText {
    std::string subject; ///< Name of the entity or layer, or of the first one "and 3 more"
    std::string what;    ///< "Field changed: Name"
    std::string kind;    ///< Of the entity; empty for the project's settings
};

/// Read what a step changed and say it. An entity that is gone is named as it was called before.
[[nodiscard]] StepText text_of(const store::Step& step, store::Store& store,
                               const model::Project& project, Language language);

} // namespace dostyk::editor
