#include "core/fold.hpp"
#include "model/schema.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

namespace {

/// Stands for the group of what is pinned; no kind has this name.
constexpr std::string_view pinned_kind = "pinned";

/// \param wanted  Folded
bool is_wanted(std::string_view folded, const std::string& wanted)
{
    return wanted.empty() || folded.find(wanted) != std::string::npos;
}

} // namespace

void OutlinerPanel::refresh(const Canvas& canvas)
{
    const model::Project& project = canvas.workspace.project();
    if (m_version == canvas.workspace.project_version() && m_language == canvas.language &&
        m_pack == canvas.pack()) {
        return;
    }
    m_version = canvas.workspace.project_version();
    m_language = canvas.language;
    m_pack = canvas.pack();
    m_groups.clear();
    m_shared_filter = nullptr;
    const Collator collator(m_language);
    for (const model::Entity& entity : project.entities) { // kind after kind
        // Relations are shown as links and sources with what they support.
        if (entity.kind == "relation" || !is_in(entity, m_pack)) {
            continue;
        }
        if (m_groups.empty() || m_groups.back().kind != entity.kind) {
            m_groups.push_back({entity.kind, {}});
        }
        std::string name = model::name_of(entity, m_pack, m_language);
        std::string folded = fold(name);
        m_groups.back().rows.push_back({&entity, std::move(name), std::move(folded)});
    }
    for (Group& group : m_groups) {
        std::stable_sort(group.rows.begin(), group.rows.end(),
                         [&](const Row& a, const Row& b) { return collator.less(a.name, b.name); });
    }
}

OutlinerPanel::Group OutlinerPanel::pinned_group(const Canvas& canvas) const
{
    Group pinned{std::string(pinned_kind), {}};
    for (const std::string& id : canvas.workspace.settings().pinned) {
        for (const Group& group : m_groups) {
            const auto found = std::find_if(group.rows.begin(), group.rows.end(),
                                            [&](const Row& row) { return row.entity->id == id; });
            if (found != group.rows.end()) {
                pinned.rows.push_back(*found);
            }
        }
    }
    return pinned;
}

void OutlinerPanel::forget_heights()
{
    const float width = ImGui::GetContentRegionAvail().x;
    const float line = ImGui::GetFontSize();
    if (width == m_measured_width && line == m_measured_line) {
        return;
    }
    m_measured_width = width;
    m_measured_line = line;
    for (Group& group : m_groups) {
        for (Row& row : group.rows) {
            row.height = 0;
        }
    }
}

void OutlinerPanel::measure(const Canvas& canvas, Row& row)
{
    if (row.height == 0) {
        row.height = list_row_height(
            canvas,
            {.text = row.name, .kind = row.entity->kind, .room = canvas.px(Theme::control_height)});
    }
}

void OutlinerPanel::draw_row(Canvas& canvas, const Row& row) const
{
    const std::string& id = row.entity->id;
    const float star = canvas.px(Theme::control_height);
    const ImVec2 at = ImGui::GetCursorPos();
    const float width = ImGui::GetContentRegionAvail().x;
    push_id(canvas, id);
    const bool is_selected = canvas.workspace.view().selected == id;
    if (list_row(canvas, "row",
                 {.text = row.name,
                  .kind = row.entity->kind,
                  .is_on = is_selected,
                  .is_faint = canvas.is_filtered_out(*row.entity),
                  .room = star})) {
        canvas.visit(id);
    }
    if (ImGui::IsItemHovered()) {
        canvas.hovered_name = {id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                               canvas.tooltip_level};
    }
    const float height = ImGui::GetItemRectSize().y;
    const float below = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({at.x + width - star, at.y + (height - star) / 2});
    pin_button(canvas, id);
    ImGui::SetCursorPos({at.x, below});
    pop_id(canvas);
}

void OutlinerPanel::draw_group(Canvas& canvas, Group& group, const std::string& wanted)
{
    const auto count = std::count_if(group.rows.begin(), group.rows.end(),
                                     [&](const Row& row) { return is_wanted(row.folded, wanted); });
    if (count == 0) {
        return;
    }
    const bool is_pinned = group.kind == pinned_kind;
    bool& is_open = m_is_open.try_emplace(group.kind, is_pinned).first->second;
    const bool is_shown = is_open || !wanted.empty();
    const bool hides_selected =
        !is_shown && !m_selected.empty() &&
        std::any_of(group.rows.begin(), group.rows.end(),
                    [&](const Row& row) { return row.entity->id == m_selected; });
    push_id(canvas, group.kind);
    if (list_row(
            canvas, "kind",
            {.text = canvas.say(is_pinned ? "outliner.pinned" : "kind." + group.kind + ".plural"),
             .trailing = std::to_string(count),
             .icon = is_shown ? "chevron_down" : "chevron_right",
             .is_on = hides_selected})) {
        is_open = !is_open;
    }
    if (is_shown) {
        draw_rows(canvas, group, wanted);
    }
    pop_id(canvas);
}

void OutlinerPanel::draw_rows(Canvas& canvas, Group& group, const std::string& wanted)
{
    const float page = ImGui::GetWindowHeight();
    const float top = ImGui::GetScrollY();
    const float gap = ImGui::GetStyle().ItemSpacing.y;
    float out_of_sight = 0; // above the next row that is drawn
    const auto leave_room = [&] {
        if (out_of_sight > 0) {
            ImGui::Dummy({0, out_of_sight - gap});
            out_of_sight = 0;
        }
    };
    for (Row& row : group.rows) {
        if (!is_wanted(row.folded, wanted)) {
            continue;
        }
        measure(canvas, row);
        const float at = ImGui::GetCursorPosY() + out_of_sight;
        if (m_has_to_show && row.entity->id == m_selected) {
            m_has_to_show = false;
            if (at < top || at + row.height > top + page) {
                ImGui::SetScrollY(at - (page - row.height) / 2);
            }
        }
        // A page more on both sides: the keys go on to what they reach there.
        if (at + row.height < top - page || at > top + 2 * page) {
            out_of_sight += row.height + gap;
            continue;
        }
        leave_room();
        draw_row(canvas, row);
    }
    leave_room();
}

void OutlinerPanel::offer_filter(Canvas& canvas, const std::string& wanted)
{
    if (wanted.empty()) {
        m_shared_filter = nullptr;
        return;
    }
    if (wanted != m_filtered || m_shared_filter == nullptr) {
        m_filtered = wanted;
        scene::EntityFilter filter;
        for (const Group& group : m_groups) {
            for (const Row& row : group.rows) {
                if (is_wanted(row.folded, wanted)) {
                    filter.ids.insert(row.entity->id);
                }
            }
        }
        m_shared_filter = std::make_shared<const scene::EntityFilter>(std::move(filter));
    }
    canvas.filters.push_back(m_shared_filter);
}

void OutlinerPanel::draw(Canvas& canvas)
{
    refresh(canvas);
    ImGui::Dummy({0, canvas.px(2)});
    (void)text_field(canvas, "##filter", m_filter, "search", canvas.say("outliner.filter"),
                     ImGui::GetContentRegionAvail().x);
    const std::string wanted = fold(m_filter);
    offer_filter(canvas, wanted);
    if (m_selected != canvas.workspace.view().selected) {
        m_selected = canvas.workspace.view().selected;
        m_has_to_show = true;
    }
    begin_scroll(canvas, "list");
    forget_heights();
    const float before = ImGui::GetCursorPosY();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, canvas.px(2)));
    Group pinned = pinned_group(canvas);
    draw_group(canvas, pinned, wanted);
    for (Group& group : m_groups) {
        draw_group(canvas, group, wanted);
    }
    m_has_to_show = false;
    ImGui::PopStyleVar();
    if (ImGui::GetCursorPosY() == before) {
        empty_state(canvas, "list",
                    canvas.say(m_groups.empty() ? "outliner.empty" : "outliner.nothing"));
    }
    ImGui::EndChild();
}

} // namespace dostyk::ui
