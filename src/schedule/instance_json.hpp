/// \file
/// A problem with its plan as one file of JSON: for other solvers, for benchmarks, for questions to
/// somebody who has not the project.

#pragma once

#include "schedule/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

inline constexpr std::string_view instance_format = "dostyk-instance";

struct Instance {
    Problem problem;
    std::vector<Placement> placements; ///< (sessions)

    /// The Instance must outlive it and stay where it is.
    [[nodiscard]] Plan plan() const;
};

/// The canonical JSON of a problem and a plan: ids, minutes and instants in UTC; no names of people
/// and no titles. Its plan has the same score when it is read again.
[[nodiscard]] std::string instance_text(const Problem& problem, const Plan& plan);

/// Read what instance_text() writes.
///
/// \param file  Its name for the error.
/// \return Error parse that names line, column and pointer of what is missing, of another type, out
///         of range, or names what the file does not have.
[[nodiscard]] Result<Instance> read_instance(std::string_view text, std::string_view file);

} // namespace dostyk::schedule
