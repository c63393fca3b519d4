#include "editor/timeline.hpp"

#include <algorithm>
#include <charconv>

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
            timeline.dated.push_back({date->iso, entity.id});
        }
        for (const model::Claim* claim : model::claims_of(entity, "value", pack)) {
            if (!claim->at.empty()) {
                timeline.dated.push_back({claim->at, entity.id});
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

} // namespace dostyk::editor
