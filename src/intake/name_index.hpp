/// \file
/// What a project's things are called: from the names that people write to ids.

#pragma once

#include "model/project.hpp"
#include "model/value_text.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

class NameIndex {
public:
    /// Keeps a reference to the project.
    ///
    /// \param units  Names of countries and units by ISO code.
    NameIndex(const model::Project& project, const model::UnitNames& units);

    /// Ids of the entities that have this id or this name (in any language, folded, or an alias).
    ///
    /// \param kinds  Empty = of any kind but sources and relations.
    [[nodiscard]] std::vector<std::string> find(std::string_view text,
                                                std::span<const std::string_view> kinds) const;

    /// Codes of the countries and units of this code or name.
    [[nodiscard]] std::vector<std::string> find_party(std::string_view text) const;

    /// A thing that is about to be there.
    void add(const model::Entity& entity);

    /// Null when no entity of the project itself has the id.
    [[nodiscard]] const model::Entity* entity(std::string_view id) const;
    /// True for an id of the project or of what was added.
    [[nodiscard]] bool is_taken(std::string_view id) const;

private:
    struct Named {
        std::string kind;
        std::string id;
        friend auto operator<=>(const Named&, const Named&) = default;
    };

    const model::Project* m_project;
    std::map<std::string, std::set<Named>, std::less<>> m_names;
    std::map<std::string, std::string, std::less<>> m_kinds; ///< id -> kind
    std::map<std::string, std::set<std::string>, std::less<>> m_parties;
};

/// Lower-case ASCII words joined by hyphens, as ids are; empty where nothing is left.
[[nodiscard]] std::string slug_of(std::string_view text);

} // namespace dostyk::intake
