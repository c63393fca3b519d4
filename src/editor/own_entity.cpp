#include "editor/own_entity.hpp"

#include "io/project_folder.hpp"

#include <utility>

namespace dostyk::editor {

OwnEntity::OwnEntity(std::string kind, std::string id)
{
    m_entity.kind = std::move(kind);
    m_entity.id = std::move(id);
    m_entity.pack = model::Pack::enriched;
}

void OwnEntity::say(std::string_view field, model::Value value)
{
    model::Claim claim;
    claim.value = std::move(value);
    claim.pack = model::Pack::enriched;
    claim.flags = model::flag::assumed;
    m_entity.fields[std::string(field)] = {std::move(claim)};
}

Command OwnEntity::insert() const
{
    return Insert{m_entity.kind, m_entity.id, io::to_text(m_entity)};
}

} // namespace dostyk::editor
