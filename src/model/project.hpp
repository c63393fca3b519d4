/// \file
/// A project: tables of entities, exactly what its folder holds.

#pragma once

#include "model/entity_table.hpp"
#include "model/table_setup.hpp"
#include "model/transport.hpp"
#include "model/user_layer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::model {

struct OpeningView {
    geo::LonLat centre{67.5, 47.5};
    double zoom = 4;
};

struct Project {
    std::string id;
    Text4 name;
    Pack default_pack = Pack::enriched;
    OpeningView view;
    std::vector<TableSetup> views; ///< Tables that were set up and named, in that order.
    std::vector<UserLayer> layers; ///< From the bottom up.
    EntityTable entities;          ///< Sorted by (kind in schema order, id).
    Transport transport;

    /// Null when there is none.
    [[nodiscard]] const Entity* find(std::string_view entity_id) const noexcept;
};

/// True when the pack sees the entity.
[[nodiscard]] bool is_in(const Entity& entity, Pack pack) noexcept;

/// A link between two entities: a `relation`, or a ref field ("meeting" of a session).
struct Link {
    std::string type; ///< The relation's type or the field's name: "link.<type>" as a message.
    const Entity* other = nullptr;
    bool is_outgoing = true;
    const Entity* relation = nullptr; ///< Null for a ref field.
};

/// All links in and out, in the order of the project. Parties that are countries or units have no
/// entity and are left out.
[[nodiscard]] std::vector<Link> links_of(const Project& project, const Entity& entity, Pack pack);

} // namespace dostyk::model
