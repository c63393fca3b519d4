#include "editor/own_claim.hpp"

#include "editor/field_edit.hpp"
#include "io/value_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::editor {

namespace {

using Json = nlohmann::json;
using model::Claim;
using model::Pack;

bool is_own(const Claim& claim, const std::string& at, std::uint16_t flag)
{
    return (claim.flags & flag) != 0 && claim.pack == Pack::enriched && claim.at == at;
}

std::string_view name_of_flag(std::uint16_t flag)
{
    const auto flags = model::flags();
    return std::find_if(flags.begin(), flags.end(),
                        [&](const model::FlagRule& rule) { return rule.bit == flag; })
        ->name;
}

/// The claim's own JSON, for a field or an entity that has none yet.
Json claim_json(Json value, const std::string& at, std::uint16_t flag)
{
    Json claim{{"chosen", true}, {"pack", "enriched"}, {"sources", Json::array()}};
    claim["flags"] = Json::array({name_of_flag(flag)});
    claim["value"] = std::move(value);
    if (!at.empty()) {
        claim["at"] = at;
    }
    return claim;
}

} // namespace

bool is_own(const Claim& claim) noexcept
{
    return claim.pack == Pack::enriched &&
           (claim.sources.empty() ||
            (claim.flags & (model::flag::own_work | model::flag::demo)) != 0);
}

Command own_claim(const model::Entity& entity, const model::FieldRule& rule,
                  const model::Value& value, std::uint16_t flag)
{
    const auto field = entity.fields.find(rule.name);
    const std::vector<Claim> none;
    const std::vector<Claim>& claims = field != entity.fields.end() ? field->second : none;
    const Claim* shown = model::find_claim(entity, rule.name, Pack::enriched);
    // A claim about a period is shown before one about none, so ours is about the same.
    const std::string at = shown != nullptr ? shown->at : std::string();
    const Json json = io::to_json(value, rule.type);
    const std::string name(rule.name);
    const auto set = [&](std::string pointer, const Json& made) {
        return SetField{entity.kind, entity.id, std::move(pointer), made.dump()};
    };
    Group group;
    bool is_placed = false;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const ClaimPlace place{entity.kind, entity.id, name, i};
        if (!is_placed && is_own(claims[i], at, flag)) {
            is_placed = true;
            group.parts.emplace_back(set(pointer_of(place, "value"), json));
            if (!claims[i].chosen) {
                group.parts.emplace_back(set(pointer_of(place, "chosen"), true));
            }
        } else if (claims[i].chosen && claims[i].pack == Pack::enriched && claims[i].at == at) {
            group.parts.emplace_back(
                RemoveField{entity.kind, entity.id, pointer_of(place, "chosen")});
        }
    }
    if (!is_placed) {
        const Json claim = claim_json(json, at, flag);
        const std::string pointer = "/fields/" + name;
        group.parts.emplace_back(claims.empty() ? set(pointer, Json::array({claim}))
                                                : set(pointer + "/-", claim));
    }
    return group.parts.size() == 1 ? group.parts.front() : Command(std::move(group));
}

} // namespace dostyk::editor
