#include "schedule/travel_text.hpp"

#include "core/message.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::schedule {

namespace {

std::string queue_of(const CrossingFacts& crossing, Language language)
{
    return queue_text(crossing.queue_p50, crossing.queue_p90, crossing.is_assumed, language);
}

/// Where somebody who is under way stands or goes.
Message on_the_way(const Whereabouts& where, const Leg& leg, const TravelFacts& facts,
                   const Telling& telling)
{
    const Stage& stage = leg.route.stages[where.stage];
    double end = leg.route.leaving;
    for (std::size_t i = 0; i <= where.stage; ++i) {
        end += leg.route.stages[i].minutes;
    }
    const auto time = [&](double minute) {
        return time_text(telling, begun_minutes(minute), where.venue);
    };
    const CrossingFacts* crossing = find_crossing(facts, stage.at);
    if (is_standing(stage.kind) && crossing != nullptr) {
        return {stage.kind == StageKind::queue ? "programme.in_queue" : "programme.at_shut",
                {{"crossing", telling.name_of(stage.at)},
                 {"queue", queue_of(*crossing, telling.language)},
                 {"time", time(end)}}};
    }
    return {
        where.is_late ? "programme.under_way.late" : "programme.under_way",
        {{"session", session_name(telling, where.session)}, {"time", time(leg.route.arriving())}}};
}

} // namespace

std::string text_of(const VenueRoute& route, const TravelFacts& facts, const Telling& telling)
{
    const bool is_by_air =
        std::any_of(route.stages.begin(), route.stages.end(),
                    [](const Stage& stage) { return stage.kind == StageKind::flight; });
    const bool is_by_road =
        std::any_of(route.stages.begin(), route.stages.end(),
                    [](const Stage& stage) { return stage.kind == StageKind::drive; });
    const CrossingFacts* crossing = find_crossing(facts, route.crossing());
    Message message{is_by_air             ? "programme.way.air"
                    : crossing != nullptr ? "programme.way.crossing"
                    : is_by_road          ? "programme.way.road"
                                          : "programme.way.city",
                    {{"minutes", duration_text(begun_minutes(route.minutes()), telling.language)}}};
    if (crossing != nullptr) {
        message.values.emplace_back("crossing", telling.name_of(crossing->id));
        message.values.emplace_back("queue", queue_of(*crossing, telling.language));
    }
    return tr(telling.language, message);
}

std::string text_of(const Whereabouts& where, Index attendee, const Itineraries& itineraries,
                    const TravelFacts& facts, const Telling& telling)
{
    const auto venue_name = [&] { return telling.name_of(telling.problem.venue(where.venue).id); };
    switch (where.presence) {
    case Presence::away:
        return std::string(tr(telling.language, "programme.away"));
    case Presence::under_way:
        return tr(telling.language,
                  on_the_way(where,
                             itineraries.legs_of(attendee)[static_cast<std::size_t>(where.leg)],
                             facts, telling));
    case Presence::in_session:
        return tr(telling.language,
                  Message{"programme.in_session",
                          {{"session", session_name(telling, where.session)},
                           {"time", time_text(telling, telling.plan.interval(where.session).end,
                                              where.venue)}}});
    case Presence::resting:
        break;
    }
    if (where.session == none) {
        return tr(telling.language, Message{"programme.resting.last", {{"venue", venue_name()}}});
    }
    return tr(telling.language,
              Message{"programme.resting",
                      {{"venue", venue_name()},
                       {"session", session_name(telling, where.session)},
                       {"time", time_text(telling, telling.plan.interval(where.session).begin,
                                          telling.plan.venue(where.session))}}});
}

} // namespace dostyk::schedule
