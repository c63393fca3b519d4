/// \file
/// A programme as an audience may see it, in one language: what calendars and tables are made of.

#pragma once

#include "core/language.hpp"
#include "core/result.hpp"
#include "io/timetable.hpp"
#include "model/audience.hpp"
#include "schedule/release.hpp"

#include <set>
#include <string>
#include <vector>

namespace dostyk::editor {

struct TimetableRequest {
    Language language = Language::en;
    model::Audience audience = model::Audience::everyone;
    /// Id of a delegation, person, interpreter or venue whose events alone are taken; empty = all.
    /// A person has those of their delegation too.
    std::string of;
};

/// The timetable of a version of a programme.
///
/// An event of `of` that an earlier release gave them, and that is no longer theirs, is there as a
/// cancelled one: their calendar has it.
///
/// \param project   All of it; what the audience may not see is cut out here.
/// \param releases  Of the meeting, by number.
/// \return Error not_found where the audience knows nobody of the id `of`.
[[nodiscard]] Result<io::Timetable> timetable_of(const model::Project& project,
                                                 const schedule::Programme& programme,
                                                 const std::vector<schedule::Programme>& releases,
                                                 const TimetableRequest& request);

/// Ids of everybody and every venue that has an event in a programme, cancelled ones included.
[[nodiscard]] std::set<std::string> concerned_by(const schedule::Programme& programme);

} // namespace dostyk::editor
