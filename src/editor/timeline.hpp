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
    std::string kind; ///< Of the entity
};

struct Timeline {
    int first_year = 0; ///< 0 when nothing is dated
    int last_year = 0;
    std::vector<DatedEntity> dated; ///< sorted by date
};

[[nodiscard]] Timeline make_timeline(const model::Project& project, model::Pack pack);

/// Whole years, both ends included; 0 at an end that is open.
struct YearRange {
    int first = 0;
    int last = 0;

    [[nodiscard]] bool is_set() const noexcept { return first > 0 || last > 0; }
    friend bool operator==(const YearRange&, const YearRange&) = default;
};

/// A stretch of time: of a slider in years (2021.5 is the middle of 2021), of a programme in places
/// of its axis.
struct TimeSpan {
    double from = 0;
    double to = 0;

    [[nodiscard]] double length() const noexcept { return to - from; }
    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// The shortest stretch that a time slider shows. [years]
inline constexpr double min_time_span = 2;

/// The stretch after so many steps of a wheel: what lies at the share of it stays there, as far as
/// the whole leaves room.
///
/// \pre whole.length() > 0
[[nodiscard]] TimeSpan zoomed(TimeSpan shown, TimeSpan whole, double share, double steps,
                              double shortest = min_time_span) noexcept;

/// The stretch, moved by so much as far as the whole leaves room. \pre It is no longer than that.
[[nodiscard]] TimeSpan moved(TimeSpan shown, TimeSpan whole, double by) noexcept;

/// The stretch, moved as little as it takes to hold the whole of a year.
[[nodiscard]] TimeSpan shown_with(TimeSpan shown, TimeSpan whole, int year) noexcept;

/// Year of an ISO date; 0 when there is none.
[[nodiscard]] int year_of(std::string_view iso) noexcept;

} // namespace dostyk::editor
