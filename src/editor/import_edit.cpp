#include "editor/import_edit.hpp"

#include "io/project_folder.hpp"

#include <utility>

namespace dostyk::editor {

namespace {

Insert insert_of(const model::Entity& entity)
{
    return {entity.kind, entity.id, io::to_text(entity)};
}

void add_row(const intake::PlannedRow& row, std::vector<Command>& parts)
{
    if (row.verdict == intake::Verdict::insert) {
        parts.emplace_back(insert_of(row.entity));
    } else if (row.verdict == intake::Verdict::change) {
        // Field by field: what somebody else changes meanwhile beside them stays.
        for (const std::string& field : row.changed_fields) {
            parts.emplace_back(SetField{row.entity.kind, row.id, "/fields/" + field,
                                        io::field_to_text(row.entity, field)});
        }
    }
}

} // namespace

Group group_of(const intake::RowPlan& plan)
{
    Group group{{}, "import"};
    if (!plan.has_effect()) {
        return group;
    }
    if (plan.is_source_new) {
        group.parts.emplace_back(insert_of(plan.source));
    }
    for (const model::Entity& addition : plan.additions) {
        group.parts.emplace_back(insert_of(addition));
    }
    for (const intake::PlannedRow& row : plan.rows) {
        add_row(row, group.parts);
    }
    return group;
}

Result<store::Edit> import_edit(const intake::RowPlan& plan, store::Rows& rows)
{
    return edit_of(group_of(plan), rows);
}

} // namespace dostyk::editor
