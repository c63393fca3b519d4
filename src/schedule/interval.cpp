#include "schedule/interval.hpp"

namespace dostyk::schedule {

Intervals united(Intervals intervals)
{
    std::erase_if(intervals, [](Interval each) { return length(each) <= 0; });
    std::sort(intervals.begin(), intervals.end(),
              [](Interval a, Interval b) { return a.begin < b.begin; });
    Intervals all;
    for (const Interval& each : intervals) {
        if (!all.empty() && each.begin <= all.back().end) {
            all.back().end = std::max(all.back().end, each.end);
        } else {
            all.push_back(each);
        }
    }
    return all;
}

Intervals shared(const Intervals& a, const Intervals& b)
{
    Intervals all;
    for (const Interval& one : a) {
        for (const Interval& other : b) {
            all.push_back({std::max(one.begin, other.begin), std::min(one.end, other.end)});
        }
    }
    return united(std::move(all));
}

Intervals without(const Intervals& a, const Intervals& b)
{
    Intervals all;
    for (Interval rest : a) {
        for (const Interval& hole : b) {
            if (overlap(rest, hole) > 0) {
                all.push_back({rest.begin, hole.begin});
                rest.begin = hole.end;
            }
        }
        all.push_back(rest);
    }
    return united(std::move(all));
}

Minute outside(Interval part, const Intervals& intervals) noexcept
{
    Minute left = length(part);
    for (const Interval& each : intervals) {
        left -= std::max(0, overlap(part, each));
    }
    return left;
}

} // namespace dostyk::schedule
