/// \file
/// Meetings of agents who travel between them: CSPLib's problem 046 in its own text layout.

#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

/// One instance; meetings and agents count from 0.
struct MeetingInstance {
    int number = 0;                            ///< As the file numbers it
    int slots = 0;                             ///< That the file gives ("DomainSize")
    std::vector<std::vector<int>> meetings_of; ///< (agents)
    std::vector<std::vector<int>> distance;    ///< (meetings, meetings) [slots] symmetric

    [[nodiscard]] int meetings() const noexcept { return static_cast<int>(distance.size()); }
};

/// Read a file of instances, in its order.
///
/// \param name  Of the file, for the places in errors.
/// \returns     At least one, or Error parse | invalid with "name:line" as its place.
[[nodiscard]] Result<std::vector<MeetingInstance>> read_csplib046(std::string_view text,
                                                                  const std::string& name);

} // namespace dostyk::schedule
