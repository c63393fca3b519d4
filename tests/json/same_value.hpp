/// \file
/// The two readings of a text compared: simdjson's tape and nlohmann's tree.

#pragma once

#include "json/value.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace dostyk::test {

[[nodiscard]] inline bool is_same(json::Value value, const nlohmann::json& tree)
{
    if (value.type_name() != tree.type_name()) {
        return false;
    }
    if (value.is_array()) {
        auto element = tree.begin();
        for (const json::Value each : value.elements()) {
            if (element == tree.end() || !is_same(each, *element++)) {
                return false;
            }
        }
        return element == tree.end();
    }
    if (value.is_object()) {
        std::size_t count = 0;
        for (const auto& [key, member] : value.members()) {
            const auto found = tree.find(key);
            if (found == tree.end() || !is_same(member, *found)) {
                return false;
            }
            ++count;
        }
        return count == tree.size();
    }
    if (value.is_number()) {
        return value.is_whole() == tree.is_number_integer() &&
               (value.is_whole() ? value.digits() == tree.dump() : value.number() == tree);
    }
    return value.is_string()    ? value.text() == tree.get_ref<const std::string&>()
           : value.is_boolean() ? value.flag() == tree
                                : value.is_null();
}

} // namespace dostyk::test
