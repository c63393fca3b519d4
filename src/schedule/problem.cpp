#include "schedule/problem.hpp"

#include <algorithm>

namespace dostyk::schedule {

namespace {

bool has(const std::vector<Index>& sorted, Index index)
{
    return std::binary_search(sorted.begin(), sorted.end(), index);
}

bool attends(const Session& session, Index attendee)
{
    return has(session.required, attendee);
}

} // namespace

Index Problem::lanes(LaneKind kind) const noexcept
{
    const auto at = static_cast<std::size_t>(kind);
    return (at + 1 < lane_kind_count ? first_lane[at + 1] : lane_count) - first_lane[at];
}

Intervals Problem::hours_at(const Venue& venue) const
{
    Intervals made;
    for (std::size_t day = 0; day < hours.size(); ++day) {
        const Minute shift = venue.clock_shift[day];
        made.push_back({hours[day].begin - shift, hours[day].end - shift});
    }
    return united(std::move(made));
}

void Problem::finish()
{
    const auto count = [](const auto& table) { return static_cast<Index>(table.size()); };
    const std::array<Index, lane_kind_count> counts{count(attendees),
                                                    count(attendees),
                                                    count(venues),
                                                    count(tracks),
                                                    count(contents),
                                                    count(groups),
                                                    1,
                                                    1};
    lane_count = 0;
    for (std::size_t kind = 0; kind < lane_kind_count; ++kind) {
        first_lane[kind] = lane_count;
        lane_count += counts[kind];
    }
    lanes_of.assign(sessions.size(), {});
    relations_of.assign(sessions.size(), {});
    for (std::size_t s = 0; s < sessions.size(); ++s) {
        const Session& each = sessions[s];
        const auto add = [&](LaneKind kind, const std::vector<Index>& of) {
            for (const Index index : of) {
                lanes_of[s].push_back(lane(kind, index));
            }
        };
        add(LaneKind::attendee, each.required);
        add(LaneKind::wish, each.required);
        add(LaneKind::wish, each.optional);
        add(LaneKind::track, each.tracks);
        add(LaneKind::content, each.contents);
        add(LaneKind::group, each.groups);
        // Who speaks at a session is missing elsewhere meanwhile.
        const bool has_interpreter =
            std::any_of(each.required.begin(), each.required.end(), [&](Index index) {
                return attendee(index).kind == AttendeeKind::interpreter;
            });
        if (!each.pairs.empty() || has_interpreter) {
            lanes_of[s].push_back(lane(LaneKind::speech, 0));
        }
        lanes_of[s].push_back(lane(LaneKind::whole, 0));
        for (std::size_t r = 0; r < relations.size(); ++r) {
            const Relation& relation = relations[r];
            const auto self = static_cast<Index>(s);
            const bool concerns = relation.kind == RelationKind::apart
                                      ? attends(each, relation.a) || attends(each, relation.b)
                                      : relation.a == self || relation.b == self;
            if (concerns) {
                relations_of[s].push_back(static_cast<Index>(r));
            }
        }
    }
}

} // namespace dostyk::schedule
