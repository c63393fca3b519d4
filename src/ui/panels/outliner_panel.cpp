#include "core/fold.hpp"
#include "model/schema.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

void OutlinerPanel::refresh(const Canvas& canvas)
{
    const model::Project& project = canvas.workspace.project();
    if (m_project == &project && m_language == canvas.language && m_pack == canvas.pack()) {
        return;
    }
    m_project = &project;
    m_language = canvas.language;
    m_pack = canvas.pack();
    m_groups.clear();
    const Collator collator(m_language);
    for (const model::KindRule& kind : model::kinds()) {
        // Relations are shown as links and sources with what they support.
        if (kind.name == "relation") {
            continue;
        }
        Group group{std::string(kind.name), {}};
        for (const model::Entity& entity : project.entities) {
            if (entity.kind == kind.name && is_in(entity, m_pack)) {
                std::string name = model::name_of(entity, m_pack, m_language);
                std::string folded = fold(name);
                group.rows.push_back({&entity, std::move(name), std::move(folded)});
            }
        }
        std::stable_sort(group.rows.begin(), group.rows.end(),
                         [&](const Row& a, const Row& b) { return collator.less(a.name, b.name); });
        if (!group.rows.empty()) {
            m_groups.push_back(std::move(group));
        }
    }
}

void OutlinerPanel::draw_group(Canvas& canvas, const Group& group, const std::string& wanted)
{
    const auto matches = [&](const Row& row) {
        return wanted.empty() || row.folded.find(wanted) != std::string::npos;
    };
    const auto count = std::count_if(group.rows.begin(), group.rows.end(), matches);
    if (count == 0) {
        return;
    }
    bool& is_open = m_is_open.try_emplace(group.kind, false).first->second;
    const bool is_shown = is_open || !wanted.empty();
    ImGui::PushID(group.kind.c_str());
    if (list_row(canvas, "kind",
                 {.text = canvas.say("kind." + group.kind + ".plural"),
                  .trailing = std::to_string(count),
                  .icon = is_shown ? "chevron_down" : "chevron_right"})) {
        is_open = !is_open;
    }
    for (std::size_t i = 0; is_shown && i < group.rows.size(); ++i) {
        const Row& row = group.rows[i];
        if (!matches(row)) {
            continue;
        }
        ImGui::PushID(row.entity->id.c_str());
        const bool is_selected = canvas.workspace.view().selected == row.entity->id;
        if (list_row(canvas, "row", {.text = row.name, .kind = group.kind, .is_on = is_selected})) {
            canvas.visit(row.entity->id);
        }
        if (ImGui::IsItemHovered()) {
            canvas.hovered_name = {row.entity->id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                   canvas.tooltip_level};
        }
        ImGui::PopID();
    }
    ImGui::PopID();
}

void OutlinerPanel::draw(Canvas& canvas)
{
    refresh(canvas);
    ImGui::Dummy({0, canvas.px(2)});
    (void)text_field(canvas, "##filter", m_filter, "search", canvas.say("outliner.filter"),
                     ImGui::GetContentRegionAvail().x);
    const std::string wanted = fold(m_filter);
    begin_scroll(canvas, "list");
    const float before = ImGui::GetCursorPosY();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, canvas.px(2)));
    for (const Group& group : m_groups) {
        draw_group(canvas, group, wanted);
    }
    ImGui::PopStyleVar();
    if (ImGui::GetCursorPosY() == before) {
        empty_state(canvas, "list",
                    canvas.say(m_groups.empty() ? "outliner.empty" : "outliner.nothing"));
    }
    ImGui::EndChild();
}

} // namespace dostyk::ui
