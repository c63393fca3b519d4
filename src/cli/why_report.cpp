#include "cli/why_report.hpp"

#include "cli/console.hpp"

#include <nlohmann/json.hpp>

#include <chrono>

namespace dostyk::cli {

namespace {

using Json = nlohmann::json;

/// A city is called what the first venue of it says.
schedule::CityNames city_names(const model::Project& project, const schedule::Telling& telling)
{
    return [&](schedule::Index city) {
        for (const schedule::Venue& venue : telling.problem.venues) {
            const model::Entity* entity = project.find(venue.id);
            const auto* name =
                entity != nullptr && venue.city == city
                    ? model::find_value<Text4>(*entity, "city", model::Pack::enriched)
                    : nullptr;
            if (name != nullptr) {
                return std::string(name->in(telling.language));
            }
            if (venue.city == city) {
                return telling.name_of(venue.id);
            }
        }
        return telling.problem.cities[static_cast<std::size_t>(city)];
    };
}

} // namespace

std::optional<schedule::Contradiction> find_reason(const schedule::Problem& problem,
                                                   const schedule::Plan& plan)
{
    schedule::sat::Limits limits;
    limits.deadline = std::chrono::steady_clock::now() + schedule::time_for_reason;
    return find_why(problem, sessions_to_hold(problem, plan), limits);
}

void say_why(const std::optional<schedule::Contradiction>& why, const model::Project& project,
             const schedule::Telling& telling)
{
    if (!why) {
        say(tr(telling.language, "why.unknown"));
        return;
    }
    say(tr(telling.language, why->is_proved ? "why.heading" : "why.heading_unproved"));
    const schedule::CityNames names = city_names(project, telling);
    for (const schedule::Fact& fact : why->facts) {
        say("  " + text_of(fact, *why, telling, names));
    }
    if (why->is_minimal && why->is_proved) {
        say(tr(telling.language, "why.minimal"));
    }
}

Json why_json(const std::optional<schedule::Contradiction>& why, const model::Project& project,
              const schedule::Telling& telling)
{
    if (!why) {
        return nullptr;
    }
    const schedule::CityNames names = city_names(project, telling);
    Json facts = Json::array();
    for (const schedule::Fact& fact : why->facts) {
        facts.push_back(
            {{"kind", name_of(fact.kind)}, {"text", text_of(fact, *why, telling, names)}});
    }
    return {{"facts", std::move(facts)}, {"minimal", why->is_minimal}, {"proved", why->is_proved}};
}

} // namespace dostyk::cli
