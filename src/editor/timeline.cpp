#include "editor/timeline.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dostyk::editor {

int year_of(std::string_view iso) noexcept
{
    constexpr std::size_t digits = 4;
    int year = 0;
    if (iso.size() < digits ||
        std::from_chars(iso.data(), iso.data() + digits, year).ptr != iso.data() + digits) {
        return 0;
    }
    return year;
}

Timeline make_timeline(const model::Project& project, model::Pack pack)
{
    Timeline timeline;
    for (const model::Entity& entity : project.entities) {
        // A source's own date is when it was published, no fact of the project.
        if (!model::is_in(entity, pack) || entity.kind == "source") {
            continue;
        }
        if (const auto* date = model::find_value<model::DateText>(entity, "date", pack)) {
            timeline.dated.push_back({date->iso, entity.id, entity.kind});
        }
        for (const model::Claim* claim : model::claims_of(entity, "value", pack)) {
            if (!claim->at.empty()) {
                timeline.dated.push_back({claim->at, entity.id, entity.kind});
            }
        }
    }
    std::erase_if(timeline.dated,
                  [](const DatedEntity& dated) { return year_of(dated.date) == 0; });
    std::stable_sort(timeline.dated.begin(), timeline.dated.end(),
                     [](const DatedEntity& a, const DatedEntity& b) { return a.date < b.date; });
    if (!timeline.dated.empty()) {
        timeline.first_year = year_of(timeline.dated.front().date);
        timeline.last_year = year_of(timeline.dated.back().date);
    }
    return timeline;
}

namespace {

/// Moved into the whole, which is no shorter.
TimeSpan held_in(TimeSpan span, TimeSpan whole) noexcept
{
    const double length = std::min(span.length(), whole.length());
    const double from = std::clamp(span.from, whole.from, whole.to - length);
    return {from, from + length};
}

} // namespace

TimeSpan zoomed(TimeSpan shown, TimeSpan whole, double share, double steps,
                double shortest) noexcept
{
    constexpr double factor_per_step = 0.8;
    const double length = std::clamp(shown.length() * std::pow(factor_per_step, steps),
                                     std::min(shortest, whole.length()), whole.length());
    const double kept = shown.from + share * shown.length();
    const double from = kept - share * length;
    return held_in({from, from + length}, whole);
}

TimeSpan moved(TimeSpan shown, TimeSpan whole, double by) noexcept
{
    return held_in({shown.from + by, shown.to + by}, whole);
}

TimeSpan shown_with(TimeSpan shown, TimeSpan whole, int year) noexcept
{
    const double first = year;
    const double last = first + 1;
    const double by = first < shown.from ? first - shown.from : std::max(0.0, last - shown.to);
    return moved(shown, whole, by);
}

} // namespace dostyk::editor
