#include "schedule/search/first_plan.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace dostyk::schedule {

namespace {

/// How much a hard unit weighs against wishes where a place is chosen for the first time.
constexpr std::int64_t hard_weight = 1000;
constexpr int samples = 24;

std::size_t slot_count(const Slots& slots, Index session)
{
    std::size_t count = 0;
    for (const Slots::AtVenue& at : slots.of(session)) {
        count += at.starts.size();
    }
    return count;
}

std::int64_t weighed(Score score)
{
    return score.hard * hard_weight + score.soft;
}

} // namespace

void place_all(Scorer& scorer, const Problem& problem, const Slots& slots, Dice& dice)
{
    std::vector<Index> open;
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        const auto session = static_cast<Index>(i);
        const Placement& now = scorer.plan()[session];
        if (!now.is_placed() && !now.is_dropped && !slots.of(session).empty()) {
            open.push_back(session);
        }
    }
    std::stable_sort(open.begin(), open.end(),
                     [&](Index a, Index b) { return slot_count(slots, a) < slot_count(slots, b); });
    for (const Index session : open) {
        std::int64_t best = std::numeric_limits<std::int64_t>::max();
        for (int i = 0; i < samples; ++i) {
            const Slots::AtVenue& at = dice.pick(slots.of(session));
            const std::array<Shift, 1> shift{{{session, {dice.pick(at.starts), at.venue}}}};
            if (scorer.apply_if(shift, hard_weight, best - 1)) {
                best = weighed(scorer.score());
            }
        }
    }
}

} // namespace dostyk::schedule
