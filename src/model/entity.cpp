#include "model/entity.hpp"

#include "core/message.hpp"
#include "model/date_text.hpp"

#include <algorithm>

namespace dostyk::model {

namespace {

bool is_seen(const Claim& claim, const Entity& entity, Pack pack) noexcept
{
    return pack == Pack::enriched || (claim.pack == Pack::strict && entity.pack == Pack::strict);
}

bool has_flag(const Claim& claim, std::uint16_t bits) noexcept
{
    return (claim.flags & bits) != 0;
}

/// True when `a` is to be shown rather than `b`; of equals the one that comes first in the file.
bool is_shown_before(const Claim& a, const Claim& b) noexcept
{
    if (has_flag(a, flag::former) != has_flag(b, flag::former)) {
        return !has_flag(a, flag::former);
    }
    if (is_earlier(a.at, b.at) || is_earlier(b.at, a.at)) {
        return is_earlier(b.at, a.at);
    }
    if (a.chosen != b.chosen) {
        return a.chosen;
    }
    return a.chosen && a.pack == Pack::enriched && b.pack == Pack::strict;
}

bool can_disagree(const Claim& claim) noexcept
{
    // "Not known" contradicts nobody who knows, and an assumption of ours no source.
    return !has_flag(claim, flag::former | flag::computed | flag::assumed) &&
           !std::holds_alternative<std::monostate>(claim.value);
}

} // namespace

std::string_view name_of(Pack pack) noexcept
{
    return pack == Pack::strict ? "strict" : "enriched";
}

std::optional<Pack> parse_pack(std::string_view name) noexcept
{
    for (const Pack pack : {Pack::strict, Pack::enriched}) {
        if (name == name_of(pack)) {
            return pack;
        }
    }
    return std::nullopt;
}

std::vector<const Claim*> claims_of(const Entity& entity, std::string_view field, Pack pack)
{
    std::vector<const Claim*> claims;
    const auto found = entity.fields.find(field);
    if (found != entity.fields.end()) {
        for (const Claim& claim : found->second) {
            if (is_seen(claim, entity, pack)) {
                claims.push_back(&claim);
            }
        }
    }
    return claims;
}

const Claim* find_claim(const Entity& entity, std::string_view field, Pack pack)
{
    const Claim* shown = nullptr;
    const auto found = entity.fields.find(field);
    if (found != entity.fields.end()) {
        for (const Claim& claim : found->second) {
            if (is_seen(claim, entity, pack) &&
                (shown == nullptr || is_shown_before(claim, *shown))) {
                shown = &claim;
            }
        }
    }
    return shown;
}

bool is_disagreeing(const Entity& entity, std::string_view field, Pack pack)
{
    const std::vector<const Claim*> claims = claims_of(entity, field, pack);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        for (std::size_t j = i + 1; j < claims.size(); ++j) {
            if (can_disagree(*claims[i]) && can_disagree(*claims[j]) &&
                claims[i]->at == claims[j]->at && claims[i]->value != claims[j]->value) {
                return true;
            }
        }
    }
    return false;
}

bool is_disagreeing(const Entity& entity, Pack pack)
{
    return std::any_of(entity.fields.begin(), entity.fields.end(), [&](const auto& field) {
        return is_disagreeing(entity, field.first, pack);
    });
}

std::string name_of(const Entity& entity, Pack pack, Language language)
{
    if (const Text4* name = find_value<Text4>(entity, "name", pack);
        name != nullptr && !name->is_empty()) {
        return std::string(name->in(language));
    }
    if (const auto* title = find_value<std::string>(entity, "title", pack)) {
        return *title;
    }
    if (const Word* type = find_value<Word>(entity, "type", pack);
        type != nullptr && entity.kind == "relation") {
        return std::string(tr(language, "word.type." + type->word));
    }
    const std::string kind(tr(language, "kind." + entity.kind));
    return tr(language, Message{"entity.unnamed", {{"kind", kind}}});
}

} // namespace dostyk::model
