/// \file
/// The years that the project's facts are about.

#pragma once

#include "model/project.hpp"

#include <string>
#include <vector>

namespace dostyk::editor {

/// Something dated: a meeting, a document, an indicator's year.
struct DatedEntity {
    std::string date; ///< ISO, as exact as the source
    std::string entity;
};

struct Timeline {
    int first_year = 0; ///< 0 when nothing is dated
    int last_year = 0;
    std::vector<DatedEntity> dated; ///< sorted by date
};

[[nodiscard]] Timeline make_timeline(const model::Project& project, model::Pack pack);

/// Year of an ISO date; 0 when there is none.
[[nodiscard]] int year_of(std::string_view iso) noexcept;

} // namespace dostyk::editor
