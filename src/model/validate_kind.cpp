#include "model/validate_kind.hpp"

#include "model/date_text.hpp"
#include "model/schema.hpp"
#include "model/validate_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace dostyk::model {

namespace {

std::string pointer_of(std::string_view field, std::size_t index, std::string_view member = {})
{
    return fmt::format("/fields/{}/{}{}", field, index, member);
}

const std::vector<Claim>& claims_in(const Entity& entity, std::string_view field)
{
    static const std::vector<Claim> none;
    const auto found = entity.fields.find(field);
    return found != entity.fields.end() ? found->second : none;
}

const Word* find_word(const Entity& entity, std::string_view field)
{
    return find_value<Word>(entity, field, Pack::enriched);
}

/// Exactly one head. One who is no person, and two chosen ones, are found by the rules for all.
void check_head(const Entity& entity, Diagnostics& diagnostics)
{
    const Claim* head = find_claim(entity, "head", Pack::enriched);
    const auto* refs = head != nullptr ? std::get_if<Refs>(&head->value) : nullptr;
    if (refs == nullptr || refs->ids.empty()) {
        diagnostics.add(
            make_finding("model.no_head", Severity::warning, entity, "/fields", "head", {}));
    } else if (!head->chosen && is_disagreeing(entity, "head", Pack::enriched)) {
        diagnostics.add(
            make_finding("model.two_heads", Severity::warning, entity, "/fields/head", "head", {}));
    }
}

void check_credentials(const Entity& entity, Diagnostics& diagnostics)
{
    const Word* all = find_word(entity, "credentials");
    if (all == nullptr || all->word != "complete") {
        return;
    }
    for (const std::string_view item : {"note_verbale", "member_list", "portraits", "badges"}) {
        const Word* status = find_word(entity, item);
        if (status != nullptr && status->word == "pending") {
            diagnostics.add(make_finding("model.credentials_open", Severity::warning, entity,
                                         "/fields/" + std::string(item), std::string(item), {}));
        }
    }
}

void check_closures(const Entity& entity, Diagnostics& diagnostics)
{
    const auto& claims = claims_in(entity, "closure");
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (claims[i].at.empty()) {
            diagnostics.add(make_finding("model.closure_without_period", Severity::error, entity,
                                         pointer_of("closure", i), "closure", {}));
        }
    }
}

void check_queue(const Entity& entity, Diagnostics& diagnostics)
{
    const auto* usual = find_value<double>(entity, "queue_p50", Pack::enriched);
    const auto* long_one = find_value<double>(entity, "queue_p90", Pack::enriched);
    if (usual != nullptr && long_one != nullptr && *long_one < *usual) {
        diagnostics.add(make_finding("model.queue_order", Severity::error, entity,
                                     "/fields/queue_p90", "queue_p90",
                                     fmt::format("{}", *long_one)));
    }
}

/// How far a document has come; the two ratifications come in either order.
int rank_of_step(std::string_view step)
{
    constexpr std::array<std::string_view, 8> steps{"draft",       "agreed",      "signed",
                                                    "ratified_kz", "ratified_kg", "ratified",
                                                    "in_force",    "implemented"};
    const auto place = std::find(steps.begin(), steps.end(), step) - steps.begin();
    return static_cast<int>(step == "ratified_kg" ? place - 1 : place);
}

/// Steps are claims of the status with their dates: a later date is no earlier step.
void check_steps(const Entity& entity, Diagnostics& diagnostics)
{
    const auto& claims = claims_in(entity, "status");
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const auto* step = std::get_if<Word>(&claims[i].value);
        const bool is_backwards =
            step != nullptr && (claims[i].flags & flag::former) == 0 &&
            std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
                const auto* before = std::get_if<Word>(&other.value);
                return before != nullptr && !other.at.empty() &&
                       is_earlier(other.at, claims[i].at) &&
                       rank_of_step(before->word) > rank_of_step(step->word);
            });
        if (is_backwards) {
            diagnostics.add(make_finding("model.steps_backwards", Severity::warning, entity,
                                         pointer_of("status", i, "/at"), "status", step->word));
        }
    }
}

void check_language_pairs(const Entity& entity, Diagnostics& diagnostics)
{
    const auto& claims = claims_in(entity, "language_pairs");
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const auto* pairs = std::get_if<std::vector<std::string>>(&claims[i].value);
        for (std::size_t j = 0; pairs != nullptr && j < pairs->size(); ++j) {
            if (!is_language_pair((*pairs)[j])) {
                diagnostics.add(
                    make_finding("model.bad_language_pair", Severity::error, entity,
                                 pointer_of("language_pairs", i, fmt::format("/value/{}", j)),
                                 "language_pairs", (*pairs)[j]));
            }
        }
    }
}

/// Nobody meets themselves, and what was declined is not held.
void check_request(const Entity& entity, Diagnostics& diagnostics)
{
    const auto* asker = find_value<Refs>(entity, "asker", Pack::enriched);
    const auto* asked = find_value<Refs>(entity, "asked", Pack::enriched);
    const bool is_alone =
        asker != nullptr && asked != nullptr && !asker->ids.empty() &&
        std::find(asked->ids.begin(), asked->ids.end(), asker->ids.front()) != asked->ids.end();
    if (is_alone) {
        diagnostics.add(make_finding("model.meets_itself", Severity::error, entity, "/fields/asked",
                                     "asked", asker->ids.front()));
    }
    const Word* status = find_word(entity, "status");
    const auto* session = find_value<Refs>(entity, "session", Pack::enriched);
    if (status != nullptr && status->word == "declined" && session != nullptr) {
        diagnostics.add(make_finding("model.declined_held", Severity::warning, entity,
                                     "/fields/session", "session", session->ids.front()));
    }
}

} // namespace

bool is_language_pair(std::string_view text) noexcept
{
    const auto is_code = [](std::string_view code) {
        return std::all_of(code.begin(), code.end(),
                           [](char letter) { return letter >= 'a' && letter <= 'z'; });
    };
    return text.size() == 5 && text[2] == '-' && is_code(text.substr(0, 2)) &&
           is_code(text.substr(3)) && text.substr(0, 2) != text.substr(3);
}

void check_kind(const Entity& entity, Diagnostics& diagnostics)
{
    if (entity.kind == "delegation") {
        check_head(entity, diagnostics);
        check_credentials(entity, diagnostics);
    } else if (entity.kind == "crossing") {
        check_closures(entity, diagnostics);
        check_queue(entity, diagnostics);
    } else if (entity.kind == "document") {
        check_steps(entity, diagnostics);
    } else if (entity.kind == "interpreter") {
        check_language_pairs(entity, diagnostics);
    } else if (entity.kind == "b2b_request") {
        check_request(entity, diagnostics);
    }
}

} // namespace dostyk::model
