#include "store/merge.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <set>

namespace dostyk::store {

namespace {

using Json = nlohmann::json;

std::optional<Json> member_of(const Json& object, const std::string& key)
{
    const auto found = object.find(key);
    return found == object.end() ? std::nullopt : std::optional<Json>(*found);
}

std::set<std::string> keys_of(const Json& a, const Json& b)
{
    std::set<std::string> keys;
    for (const Json* side : {&a, &b}) {
        for (const auto& [key, value] : side->items()) {
            keys.insert(key);
        }
    }
    return keys;
}

/// The side that changed; nothing where both did, and differently.
std::optional<Json> changed_side(const Json& was, const Json& ours, const Json& theirs)
{
    return ours == was || ours == theirs ? std::optional(theirs)
           : theirs == was               ? std::optional(ours)
                                         : std::nullopt;
}

bool is_of_languages(const Json& value)
{
    const auto is_code = [](const auto& member) {
        const std::string& key = member.key();
        return key == "kk" || key == "ky" || key == "ru" || key == "en";
    };
    bool is_all = value.is_object() && !value.empty();
    for (const auto& member : value.items()) {
        is_all = is_all && is_code(member);
    }
    return is_all;
}

/// A claim of which both sides changed the words, each in other languages. Everything else belongs
/// together: a value of one side with the source of the other would be a lie.
std::optional<Json> merge_claim(const Json& was, const Json& ours, const Json& theirs)
{
    if (auto side = changed_side(was, ours, theirs)) {
        return side;
    }
    const auto about = [](Json claim) {
        claim.erase("value");
        return claim;
    };
    const bool is_alike = was.is_object() && ours.is_object() && theirs.is_object() &&
                          about(was) == about(ours) && about(was) == about(theirs);
    if (!is_alike) {
        return std::nullopt;
    }
    const Json none;
    const auto value = [&](const Json& claim) -> const Json& {
        const auto found = claim.find("value");
        return found == claim.end() ? none : *found;
    };
    if (!is_of_languages(value(was)) || !is_of_languages(value(ours)) ||
        !is_of_languages(value(theirs))) {
        return std::nullopt;
    }
    Json merged = ours;
    for (const char* language : {"kk", "ky", "ru", "en"}) {
        const auto word = [&](const Json& claim) { return value(claim).value(language, ""); };
        const auto side = changed_side(word(was), word(ours), word(theirs));
        if (!side) {
            return std::nullopt;
        }
        if (*side != "" || value(ours).contains(language)) { // a missing word stays missing
            merged["value"][language] = *side;
        }
    }
    return merged;
}

/// The claims of a field, each merged by itself; nothing where one cannot be, or their number
/// changed: then nobody knows which is which.
std::optional<Json> merge_claims(const std::optional<Json>& was, const std::optional<Json>& ours,
                                 const std::optional<Json>& theirs)
{
    const bool is_matched = was && ours && theirs && was->is_array() && ours->is_array() &&
                            theirs->is_array() && was->size() == ours->size() &&
                            was->size() == theirs->size();
    if (!is_matched) {
        return std::nullopt;
    }
    Json merged = Json::array();
    for (std::size_t i = 0; i < was->size(); ++i) {
        auto claim = merge_claim((*was)[i], (*ours)[i], (*theirs)[i]);
        if (!claim) {
            return std::nullopt;
        }
        merged.push_back(*std::move(claim));
    }
    return merged;
}

/// Places whose members are merged one by one: fields of an entity, layers of the settings, and
/// what one layer is made of.
bool is_table(std::string_view pointer)
{
    constexpr std::string_view layers = "/layers";
    return pointer == "/fields" || pointer == layers ||
           (pointer.starts_with("/layers/") &&
            pointer.find('/', layers.size() + 1) == std::string_view::npos);
}

Json merge_members(const Json& base, const Json& mine, const Json& theirs,
                   const std::string& pointer, std::vector<std::string>& conflicts)
{
    Json merged = Json::object();
    for (const std::string& key : keys_of(mine, theirs)) {
        const auto was = member_of(base, key);
        const auto ours = member_of(mine, key);
        const auto other = member_of(theirs, key);
        auto taken = ours;
        if (ours == was) {
            taken = other;
        } else if (other != was && ours != other) {
            const std::string place = pointer + "/" + key;
            const Json none = Json::object();
            // Settings without layers leave the member out.
            const bool may_lack = place == "/layers";
            const Json& left = ours ? *ours : none;
            const Json& right = other ? *other : none;
            if (is_table(place) && ((ours && other) || may_lack) && left.is_object() &&
                right.is_object()) {
                taken = merge_members(was.value_or(none), left, right, place, conflicts);
            } else if (auto claims =
                           pointer == "/fields" ? merge_claims(was, ours, other) : std::nullopt) {
                taken = std::move(claims);
            } else {
                conflicts.push_back(place);
            }
        }
        if (taken) {
            merged[key] = *std::move(taken);
        }
    }
    return merged;
}

} // namespace

Merged merge_documents(std::string_view base, std::string_view mine, std::string_view theirs)
{
    if (mine == base || mine == theirs) {
        return {std::string(theirs), {}};
    }
    if (theirs == base) {
        return {std::string(mine), {}};
    }
    if (mine.empty() || theirs.empty()) {
        return {std::string(mine.empty() ? theirs : mine), {""}};
    }
    const Json empty = Json::object();
    const Json was = base.empty() ? empty : Json::parse(base, nullptr, false);
    Merged merged;
    merged.doc = merge_members(was.is_object() ? was : empty, Json::parse(mine, nullptr, false),
                               Json::parse(theirs, nullptr, false), "", merged.conflicts)
                     .dump();
    return merged;
}

} // namespace dostyk::store
