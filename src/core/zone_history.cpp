#include "core/zone_history.hpp"

#include <date/tz.h>

#include <exception>

namespace dostyk {

std::vector<ClockPeriod> zone_history(std::string_view zone, Instant from, Instant to)
{
    std::vector<ClockPeriod> periods;
    // As in core/time: a missing zone and a damaged file throw.
    try {
        const date::time_zone* found = date::locate_zone(std::string(zone));
        for (Instant at = from; at <= to;) {
            const date::sys_info info = found->get_info(at);
            const bool is_first = periods.empty();
            const bool is_other = is_first || periods.back().offset != info.offset ||
                                  periods.back().name != info.abbrev;
            if (is_other) {
                periods.push_back({is_first ? from : info.begin,
                                   is_first ? info.offset : periods.back().offset, info.offset,
                                   info.save.count() != 0, info.abbrev});
            }
            if (info.end <= at) {
                break;
            }
            at = info.end;
        }
    } catch (const std::exception&) {
        periods.clear();
    }
    return periods;
}

} // namespace dostyk
