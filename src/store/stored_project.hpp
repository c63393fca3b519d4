/// \file
/// The project that a store's rows are.

#pragma once

#include "core/diagnostics.hpp"
#include "model/project.hpp"
#include "store/store.hpp"

namespace dostyk::store {

/// A project, and how far into the store's history it goes: what changed_since() gives after that
/// may be in it already, in part.
struct StoredProject {
    model::Project project; ///< Without transport
    Revision rev = 0;
};

[[nodiscard]] Result<StoredProject> read_project(Store& store, Diagnostics& diagnostics);

} // namespace dostyk::store
