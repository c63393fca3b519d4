#include "editor/change_edit.hpp"

#include "editor/own_claim.hpp"
#include "io/documents.hpp"
#include "io/project_folder.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace dostyk::editor {

model::Entity& ChangeEdit::edit(const std::string& id)
{
    if (const auto found = m_new.find(id); found != m_new.end()) {
        return found->second;
    }
    const auto [found, is_first] = m_changed.try_emplace(id);
    if (is_first) {
        const model::Entity* entity = m_project.find(id);
        assert(entity != nullptr && "the entity to edit");
        found->second = *entity;
    }
    return found->second;
}

void ChangeEdit::set(const std::string& id, const std::string& field, model::Value value,
                     std::uint16_t flag)
{
    using model::Claim;
    using model::Pack;
    model::Entity& entity = edit(id);
    m_fields[id].insert(field);
    std::vector<Claim>& claims = entity.fields[field];
    const Claim* shown = model::find_claim(entity, field, Pack::enriched);
    if (shown != nullptr && is_own(*shown)) {
        claims[static_cast<std::size_t>(shown - claims.data())].value = std::move(value);
        return;
    }
    // A claim about a period is shown before one about none, so ours is about the same.
    const std::string at = shown != nullptr ? shown->at : std::string();
    const auto is_beside = [&](const Claim& each) {
        return each.pack == Pack::enriched && each.at == at;
    };
    auto ours = std::find_if(claims.begin(), claims.end(), [&](const Claim& each) {
        return is_beside(each) && (each.flags & flag) != 0;
    });
    if (ours == claims.end()) {
        ours = claims.insert(claims.end(), Claim{});
        ours->pack = Pack::enriched;
        ours->flags = flag;
        ours->at = at;
    }
    ours->value = std::move(value);
    for (Claim& each : claims) {
        each.chosen = each.chosen && !is_beside(each);
    }
    ours->chosen = claims.size() > 1;
}

void ChangeEdit::add_claim(const std::string& id, const std::string& field, model::Claim claim)
{
    edit(id).fields[field].push_back(std::move(claim));
    m_fields[id].insert(field);
}

void ChangeEdit::insert(model::Entity entity)
{
    m_new.insert_or_assign(entity.id, std::move(entity));
}

void ChangeEdit::move(const schedule::Problem& problem, std::span<const schedule::Shift> shifts)
{
    for (const schedule::Shift& shift : shifts) {
        const schedule::Session& session = problem.session(shift.session);
        const schedule::Venue& venue = problem.venue(shift.to.venue);
        const auto iso = [&](schedule::Minute minute) {
            return problem.calendar.iso_at(minute, venue.zone);
        };
        set(session.id, "date",
            model::DateText{iso(shift.to.start) + "/" + iso(shift.to.start + session.duration)},
            model::flag::assumed);
        set(session.id, "venue", model::Refs{{venue.id}}, model::flag::assumed);
    }
}

model::Project ChangeEdit::project() const
{
    model::Project after = m_project;
    std::vector<std::string> texts;
    std::vector<io::DocumentText> documents;
    texts.reserve(m_changed.size() + m_new.size());
    for (const auto* entities : {&m_changed, &m_new}) {
        for (const auto& [id, entity] : *entities) {
            texts.push_back(io::to_text(entity));
            documents.push_back({entity.kind, entity.id, texts.back()});
        }
    }
    Diagnostics of_documents; // they were sound, and their new values are ours
    io::apply_documents(documents, after, of_documents);
    return after;
}

Group ChangeEdit::group(std::string name) const
{
    Group group;
    group.name = std::move(name);
    for (const auto& [id, entity] : m_new) {
        group.parts.emplace_back(Insert{entity.kind, entity.id, io::to_text(entity)});
    }
    for (const auto& [id, fields] : m_fields) {
        const auto changed = m_changed.find(id);
        if (changed == m_changed.end()) {
            continue; // a new one, whose document says it all
        }
        const model::Entity& entity = changed->second;
        const store::Row version{entity.kind, entity.id, io::to_text(entity), 0};
        for (const std::string& field : fields) {
            group.parts.push_back(to_match(version, "/fields/" + field));
        }
    }
    return group;
}

} // namespace dostyk::editor
