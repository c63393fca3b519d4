/// \file
/// Fields of several entities given new values, to be looked at as a project first and then
/// committed as one step.

#pragma once

#include "editor/command.hpp"
#include "model/project.hpp"
#include "schedule/scorer.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace dostyk::editor {

class ChangeEdit {
public:
    /// \param project  Outlives the edit.
    explicit ChangeEdit(const model::Project& project) : m_project(project) {}

    /// Give a field a value that no source states: it is shown, about the same day or period as
    /// what is shown now; what sources state stays beside it, and what we said before is replaced.
    /// \param flag  Of model::flag::own_work. \pre There is such an entity.
    void set(const std::string& id, const std::string& field, model::Value value,
             std::uint16_t flag);
    /// One more claim about a period, beside all others. \pre There is such an entity.
    void add_claim(const std::string& id, const std::string& field, model::Claim claim);
    /// \pre There is no entity of its id.
    void insert(model::Entity entity);
    /// Times and venues, assumed as all that is planned.
    void move(const schedule::Problem& problem, std::span<const schedule::Shift> shifts);

    [[nodiscard]] bool is_empty() const noexcept { return m_changed.empty() && m_new.empty(); }
    /// The project as it would be.
    [[nodiscard]] model::Project project() const;
    /// The step that makes it so; the history calls it by "command.<name>".
    [[nodiscard]] Group group(std::string name) const;

private:
    [[nodiscard]] model::Entity& edit(const std::string& id);

    const model::Project& m_project;
    std::map<std::string, model::Entity> m_changed; ///< By id
    std::map<std::string, std::set<std::string>> m_fields;
    std::map<std::string, model::Entity> m_new; ///< By id
};

} // namespace dostyk::editor
