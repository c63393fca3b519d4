#include "model/validate.hpp"

#include "model/date_text.hpp"
#include "model/precedence.hpp"
#include "model/schema.hpp"
#include "model/validate_kind.hpp"
#include "model/validate_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace dostyk::model {

namespace {

/// What one walk over a project needs at hand.
struct Walk {
    const ValueRules& rules;
    const Entity& entity;
    Diagnostics& diagnostics;

    void add(std::string code, std::string pointer, std::string field, std::string value = {},
             Severity severity = Severity::error) const
    {
        diagnostics.add(make_finding(std::move(code), severity, entity, std::move(pointer),
                                     std::move(field), std::move(value)));
    }
};

std::string claim_pointer(std::string_view field, std::size_t index)
{
    return "/fields/" + std::string(field) + "/" + std::to_string(index);
}

/// Sources of a claim: there are some, they exist, they are sources, and their pack sees them.
void check_sources(const Walk& walk, const std::string& field, const Claim& claim,
                   const std::string& pointer)
{
    const bool needs_source = walk.entity.kind != "source" && (claim.flags & flag::own_work) == 0;
    if (claim.sources.empty() && needs_source) {
        walk.add("model.no_source", pointer, field);
    }
    for (std::size_t i = 0; i < claim.sources.size(); ++i) {
        const std::string& id = claim.sources[i];
        const std::string at = pointer + "/sources/" + std::to_string(i);
        const Entity* source = walk.rules.find(id);
        if (source == nullptr) {
            walk.add("model.dangling_reference", at, field, id);
        } else if (source->kind != "source") {
            walk.add("model.wrong_kind", at, field, id);
        } else if (claim.pack == Pack::strict && source->pack == Pack::enriched) {
            walk.add("model.outside_pack", at, field, id);
        }
    }
}

void check_field(const Walk& walk, const FieldRule& rule, const std::vector<Claim>& claims)
{
    const std::string field(rule.name);
    std::set<std::pair<Pack, std::string>> chosen;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Claim& claim = claims[i];
        const std::string pointer = claim_pointer(field, i);
        check_sources(walk, field, claim, pointer);
        if (claim.chosen && !chosen.emplace(claim.pack, claim.at).second) {
            walk.add("model.two_chosen", pointer + "/chosen", field);
        }
        if (!claim.at.empty() && !is_date_text(claim.at)) {
            walk.add("model.bad_date", pointer + "/at", field, claim.at);
        }
        if (claim.pack == Pack::strict && walk.entity.pack == Pack::enriched) {
            walk.add("model.strict_claim_of_enriched", pointer, field);
        }
        walk.rules.check(claim, rule, walk.entity, pointer, walk.diagnostics);
    }
}

/// A required field needs a value that the entity's own pack sees; a name may be missing where the
/// schema says so, and is told.
void check_presence(const Walk& walk, const FieldRule& rule)
{
    const Claim* claim = find_claim(walk.entity, rule.name, walk.entity.pack);
    const bool is_known = claim != nullptr && !std::holds_alternative<std::monostate>(claim->value);
    if (rule.is_required && !is_known) {
        const bool is_there = walk.entity.fields.contains(rule.name);
        walk.add("model.missing_field", is_there ? claim_pointer(rule.name, 0) : "/fields",
                 std::string(rule.name));
    }
    const bool is_named_kind = walk.entity.kind != "relation" && walk.entity.kind != "source" &&
                               walk.entity.kind != "waiver" && walk.entity.kind != "b2b_request" &&
                               walk.entity.kind != "release";
    if (rule.name == "name" && !rule.is_required && is_named_kind && !is_known) {
        walk.add("model.unnamed", claim != nullptr ? "/fields/name" : "/fields", "name", {},
                 Severity::info);
    }
}

/// A number that somebody states is the one that the order of precedence gives.
void check_following(const Walk& walk, const Project& project, const FieldRule& rule)
{
    const auto* stated = find_value<double>(walk.entity, rule.name, Pack::enriched);
    const auto following = stated != nullptr
                               ? find_following(project, walk.entity, rule.name, Pack::enriched)
                               : std::nullopt;
    if (following && std::get<double>(following->claim.value) != *stated) {
        walk.add("model.rank_differs", "/fields/" + std::string(rule.name), std::string(rule.name),
                 fmt::format("{}", *stated), Severity::warning);
    }
}

void check_doubled_ids(const Project& project, Diagnostics& diagnostics)
{
    std::unordered_map<std::string_view, const Entity*> seen;
    for (const Entity& entity : project.entities) {
        const auto [first, is_new] = seen.emplace(entity.id, &entity);
        if (!is_new) {
            diagnostics.add(make_finding("model.duplicate_id", Severity::error, entity, "/id", "id",
                                         first->second->kind + "/" + entity.id + ".json"));
        }
    }
}

} // namespace

Finding make_finding(std::string code, Severity severity, const Entity& entity, std::string pointer,
                     std::string field, std::string value)
{
    const std::string hint = code + ".hint";
    return Finding{.code = code,
                   .severity = severity,
                   .file = entity.kind + "/" + entity.id + ".json",
                   .line = 0,
                   .column = 0,
                   .pointer = std::move(pointer),
                   .message = {code,
                               {{"entity", entity.id},
                                {"field", std::move(field)},
                                {"value", std::move(value)}}},
                   .hint = {hint, {}},
                   .subject = entity.id};
}

void validate(const Project& project, std::span<const std::string> known_units,
              Diagnostics& diagnostics)
{
    const ValueRules rules(project, known_units);
    check_doubled_ids(project, diagnostics);
    for (const Entity& entity : project.entities) {
        const KindRule* kind = find_kind(entity.kind);
        if (kind == nullptr) {
            continue; // Reading refuses such a file; there is no rule to hold it to.
        }
        const Walk walk{rules, entity, diagnostics};
        for (const FieldRule& rule : kind->fields) {
            check_presence(walk, rule);
            const auto claims = entity.fields.find(rule.name);
            if (claims != entity.fields.end()) {
                check_field(walk, rule, claims->second);
                check_following(walk, project, rule);
            }
        }
        check_kind(entity, diagnostics);
    }
}

} // namespace dostyk::model
