// Venues, crossings and the ways between them.

#include "core/fold.hpp"
#include "core/time.hpp"
#include "model/date_text.hpp"
#include "schedule/compile_parts.hpp"
#include "schedule/periods.hpp"

#include <algorithm>

namespace dostyk::schedule {

namespace {

using model::Entity;
using model::Pack;

std::optional<geo::LonLat> position_of(const Entity& entity)
{
    const auto* place = model::find_value<model::Place>(entity, "place", Pack::enriched);
    return place != nullptr && place->type == model::PlaceType::point ? std::optional(place->at)
                                                                      : std::nullopt;
}

/// A venue's own clock, else its country's; the meeting's where there is no such zone.
std::string zone_of(const Compiling& compiling, const Entity& venue)
{
    const std::string country = compiling.ref(venue, "country");
    const auto* stated = model::find_value<std::string>(venue, "zone", Pack::enriched);
    if (stated != nullptr && !stated->empty()) {
        if (offset_at(*stated, Instant{})) {
            return *stated;
        }
        compiling.report("schedule.bad_zone", venue, "zone", *stated, Severity::error);
    }
    return country == "KZ"   ? "Asia/Almaty"
           : country == "KG" ? "Asia/Bishkek"
                             : compiling.problem.calendar.zone();
}

/// The city's name as one word for all its spellings; the venue's own id where nobody names it.
std::string city_of(const Entity& venue)
{
    const auto* city = model::find_value<Text4>(venue, "city", Pack::enriched);
    return city != nullptr && !city->is_empty() ? fold(city->in(Language::en)) : venue.id;
}

/// When people may cross: its hours without its closures.
Intervals open_of(const Compiling& compiling, const Entity& crossing)
{
    const Interval horizon = compiling.horizon();
    Intervals open =
        compiling.periods(crossing, "open_hours", "Asia/Almaty").value_or(Intervals{horizon});
    Intervals closed;
    for (const model::Claim* claim : model::claims_of(crossing, "closure", Pack::enriched)) {
        const auto* word = std::get_if<model::Word>(&claim->value);
        const bool is_for_people = word != nullptr && word->word != "cargo";
        const auto period = is_for_people && !claim->at.empty()
                                ? read_period(compiling.problem.calendar, "Asia/Almaty", claim->at)
                                : std::nullopt;
        if (period) {
            closed.insert(closed.end(), period->begin(), period->end());
        } else if (is_for_people && !claim->at.empty()) {
            compiling.report("schedule.bad_period", crossing, "closure", claim->at);
        }
    }
    return without(open, united(std::move(closed)));
}

CrossingFacts facts_of(const Compiling& compiling, const std::string& id)
{
    const Customs& customs = compiling.problem.book.customs;
    CrossingFacts facts{
        id, {compiling.horizon()}, customs.queue_p50_min, customs.queue_p90_min, true};
    const Entity* crossing = compiling.project.find(id);
    if (crossing == nullptr || crossing->kind != "crossing") {
        return facts;
    }
    const auto word = [&](std::string_view field) {
        const auto* value = model::find_value<model::Word>(*crossing, field, Pack::enriched);
        return value != nullptr ? value->word : std::string();
    };
    const bool is_for_people = word("mode") != "rail" && word("traffic") != "cargo_only" &&
                               word("status") != "planned" && word("status") != "closed";
    facts.open = is_for_people ? open_of(compiling, *crossing) : Intervals{};
    if (const model::Claim* stated = model::find_claim(*crossing, "queue_p50", Pack::enriched)) {
        facts.is_assumed = (stated->flags & model::flag::assumed) != 0;
    }
    facts.queue_p50 = compiling.number(*crossing, "queue_p50", customs.queue_p50_min);
    facts.queue_p90 =
        std::max(facts.queue_p50, compiling.number(*crossing, "queue_p90", customs.queue_p90_min));
    return facts;
}

std::vector<StatedWay> ways_of(const Compiling& compiling)
{
    std::vector<StatedWay> ways;
    for (const Entity& entity : compiling.project.entities) {
        const auto* type = entity.kind == "relation"
                               ? model::find_value<model::Word>(entity, "type", Pack::enriched)
                               : nullptr;
        if (type == nullptr || (type->word != "flight" && type->word != "way")) {
            continue;
        }
        const auto from = compiling.venues.find(compiling.ref(entity, "from"));
        const auto to = compiling.venues.find(compiling.ref(entity, "to"));
        const int minutes = compiling.number(entity, "minutes", -1, 1);
        if (from != compiling.venues.end() && to != compiling.venues.end() && minutes > 0) {
            ways.push_back({from->second, to->second, minutes, type->word == "flight"});
        }
    }
    return ways;
}

/// A venue that no other one can be reached from.
void report_unreachable(const Compiling& compiling)
{
    const TravelTable& travel = compiling.problem.travel;
    for (Index to = 0; to < travel.size(); ++to) {
        Index reaching = 0;
        Index from = none;
        for (Index each = 0; each < travel.size(); ++each) {
            const bool is_reaching = each == to || travel.usual(each, to) < Journey::unreachable;
            reaching += is_reaching ? 1 : 0;
            from = is_reaching ? from : each;
        }
        // One that half of the others cannot reach is the odd one, not they.
        if (from != none && reaching * 2 <= travel.size()) {
            const Problem& problem = compiling.problem;
            compiling.report("schedule.unreachable_venue",
                             *compiling.project.find(problem.venue(to).id), "place",
                             problem.venue(from).id);
        }
    }
}

} // namespace

void compile_venues(Compiling& compiling)
{
    Problem& problem = compiling.problem;
    const Interval horizon = compiling.horizon();
    for (const Entity& entity : compiling.project.entities) {
        if (entity.kind != "venue") {
            continue;
        }
        Venue venue;
        venue.id = entity.id;
        venue.zone = zone_of(compiling, entity);
        venue.clock_shift = problem.calendar.clock_shifts(venue.zone);
        venue.city = index_of(problem.cities, city_of(entity));
        venue.capacity = compiling.number(entity, "capacity", 0);
        venue.parallel = compiling.number(entity, "parallel", 1, 1);
        venue.setup = compiling.number(entity, "setup", 0);
        venue.teardown = compiling.number(entity, "teardown", 0);
        venue.open = compiling.periods(entity, "hours", venue.zone).value_or(Intervals{horizon});
        const auto tags = compiling.texts(entity, "tags");
        compiling.tags.emplace_back(tags.begin(), tags.end());
        compiling.venues.emplace(entity.id, static_cast<Index>(problem.venues.size()));
        problem.venues.push_back(std::move(venue));
    }
}

void compile_travel(Compiling& compiling, Compiled& made, const Compiled* earlier)
{
    Problem& problem = compiling.problem;
    made.roads = earlier != nullptr
                     ? earlier->roads
                     : std::make_shared<const RoadRouter>(compiling.project.transport);
    TravelFacts& facts = made.travel_facts;
    for (const Venue& venue : problem.venues) {
        const Entity& entity = *compiling.project.find(venue.id);
        facts.places.push_back({position_of(entity), venue.city, venue.id});
        if (!facts.places.back().at) {
            compiling.report("schedule.no_place", entity, "place", {}, Severity::info);
        }
    }
    for (const std::string& crossing : made.roads->crossings()) {
        facts.crossings.push_back(facts_of(compiling, crossing));
    }
    facts.ways = ways_of(compiling);
    facts.horizon = problem.calendar.days().back().whole.end;
    const bool is_known = earlier != nullptr && earlier->travel_facts == facts &&
                          earlier->problem.book.customs == problem.book.customs;
    problem.travel =
        is_known ? earlier->problem.travel : make_travel(*made.roads, facts, problem.book.customs);
    report_unreachable(compiling);
}

} // namespace dostyk::schedule
