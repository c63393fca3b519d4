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
            if (pointer.empty() && key == "fields" && ours && other) {
                taken = merge_members(was.value_or(Json::object()), *ours, *other, "/fields",
                                      conflicts);
            } else {
                conflicts.push_back(pointer + "/" + key);
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
