#include "cli/why_report.hpp"

#include "cli/console.hpp"

#include <nlohmann/json.hpp>

#include <chrono>

namespace dostyk::cli {

namespace {

using Json = nlohmann::json;

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
    const schedule::CityNames names = schedule::city_names(project, telling);
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
    const schedule::CityNames names = schedule::city_names(project, telling);
    Json facts = Json::array();
    for (const schedule::Fact& fact : why->facts) {
        facts.push_back(
            {{"kind", name_of(fact.kind)}, {"text", text_of(fact, *why, telling, names)}});
    }
    return {{"facts", std::move(facts)}, {"minimal", why->is_minimal}, {"proved", why->is_proved}};
}

} // namespace dostyk::cli
