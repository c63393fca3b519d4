/// \file
/// A forum with interpreters, for tests of the ledger and of its panel.

#pragma once

#include "editor/forum.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dostyk::test {

inline model::Entity speaker(const std::string& id, std::vector<std::string> pairs)
{
    return with(with(planned("interpreter", id), "meeting", refs({"forum"})), "language_pairs",
                std::move(pairs));
}

/// A session of May the 12th that is interpreted from Kazakh into Kyrgyz.
inline model::Entity interpreted(const std::string& id, int from, const std::string& at,
                                 std::vector<std::string> interpreters)
{
    model::Entity made = with(session(id, hours(12, from, from + 1), at, {}), "languages",
                              std::vector<std::string>{"kk", "ky"});
    return interpreters.empty() ? made : with(made, "interpreters", refs(std::move(interpreters)));
}

/// Aida and Dana speak the pair, Erlan another one. Aida is at the talks and at the signing, where
/// Dana is, too; nobody is at the lecture, which is held beside the talks.
inline std::vector<model::Entity> interpreted_sessions()
{
    return {speaker("aida", {"kk-ky"}),
            speaker("dana", {"kk-ky"}),
            speaker("erlan", {"en-ru"}),
            interpreted("talks", 9, "hall", {"aida"}),
            interpreted("lecture", 9, "palace", {}),
            interpreted("signing", 15, "hall", {"aida", "dana"})};
}

} // namespace dostyk::test
