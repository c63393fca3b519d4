/// \file
/// An entity that people make with the program: no source says any of it.

#pragma once

#include "editor/command.hpp"
#include "model/entity.hpp"

#include <string>
#include <string_view>

namespace dostyk::editor {

/// In the enriched pack; each of its claims is `assumed` for planning and without sources, as
/// own_claim() makes them.
class OwnEntity {
public:
    OwnEntity(std::string kind, std::string id);

    void say(std::string_view field, model::Value value);
    [[nodiscard]] Command insert() const;

private:
    model::Entity m_entity;
};

} // namespace dostyk::editor
