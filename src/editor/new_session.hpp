/// \file
/// A session that people agree on: where and when all who are to meet are free.

#pragma once

#include "editor/command.hpp"
#include "editor/programme.hpp"
#include "schedule/free_busy.hpp"

#include <string>

namespace dostyk::editor {

/// Add a session of the meeting for an encounter, called by those who meet: "Guests – Hosts".
///
/// \param id  That no entity has. \pre there.is_placed()
[[nodiscard]] Command new_session(const PlannedMeeting& meeting,
                                  const schedule::Encounter& encounter, schedule::Placement there,
                                  const std::string& id);

} // namespace dostyk::editor
