#include "editor/tools/place_edit.hpp"

#include "io/value_json.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace dostyk::editor {

namespace {

using Json = nlohmann::json;
using model::Claim;
using model::Pack;

std::string pointer_to(std::size_t index, const char* member)
{
    return "/fields/place/" + std::to_string(index) + "/" + member;
}

bool is_drawn(const Claim& claim, const std::string& at)
{
    return (claim.flags & model::flag::drawn) != 0 && claim.pack == Pack::enriched &&
           claim.at == at;
}

/// The claim's own JSON, for a field or an entity that has none yet.
Json claim_json(Json value, const std::string& at)
{
    Json claim{
        {"chosen", true}, {"flags", {"drawn"}}, {"pack", "enriched"}, {"sources", Json::array()}};
    claim["value"] = std::move(value);
    if (!at.empty()) {
        claim["at"] = at;
    }
    return claim;
}

} // namespace

Command place_command(const model::Entity& entity, const model::Place& place)
{
    const auto field = entity.fields.find("place");
    const std::vector<Claim> none;
    const std::vector<Claim>& claims = field != entity.fields.end() ? field->second : none;
    const Claim* shown = model::find_claim(entity, "place", Pack::enriched);
    // A claim about a period is shown before one about none, so ours is about the same.
    const std::string at = shown != nullptr ? shown->at : std::string();
    const Json value = io::to_json(model::Value(place), model::FieldType::place);
    const auto set = [&](std::string pointer, const Json& json) {
        return SetField{entity.kind, entity.id, std::move(pointer), json.dump()};
    };
    Group group;
    bool is_placed = false;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (!is_placed && is_drawn(claims[i], at)) {
            is_placed = true;
            group.parts.emplace_back(set(pointer_to(i, "value"), value));
            if (!claims[i].chosen) {
                group.parts.emplace_back(set(pointer_to(i, "chosen"), true));
            }
        } else if (claims[i].chosen && claims[i].pack == Pack::enriched && claims[i].at == at) {
            group.parts.emplace_back(RemoveField{entity.kind, entity.id, pointer_to(i, "chosen")});
        }
    }
    if (!is_placed) {
        const Json claim = claim_json(value, at);
        group.parts.emplace_back(claims.empty() ? set("/fields/place", Json::array({claim}))
                                                : set("/fields/place/-", claim));
    }
    return group.parts.size() == 1 ? group.parts.front() : Command(std::move(group));
}

Status check_drawing(const model::Entity* entity, Pack pack)
{
    const auto refused = [](const char* key) {
        return Error{ErrorCode::invalid, {std::string("tool.refused.") + key, {}}, {}};
    };
    if (entity == nullptr) {
        return refused("nothing_selected");
    }
    if (pack == Pack::strict) {
        return refused("strict_pack");
    }
    return ok();
}

} // namespace dostyk::editor
