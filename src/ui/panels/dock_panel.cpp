#include "ui/panels/dock_panel.hpp"

#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace dostyk::ui {

namespace {

constexpr std::string_view hits_tab = "hits";
constexpr const char* first_kind = "project";

} // namespace

void DockPanel::refresh(const Canvas& canvas)
{
    const editor::Workspace& workspace = canvas.workspace;
    if (m_version == workspace.project_version() && m_pack == canvas.pack() &&
        m_hits_version == workspace.hits_version()) {
        return;
    }
    if (m_hits_version != workspace.hits_version()) {
        m_table.open_hits(canvas);
    }
    m_version = workspace.project_version();
    m_pack = canvas.pack();
    m_hits_version = workspace.hits_version();
    std::map<std::string_view, int> counts;
    for (const model::Entity& entity : workspace.project().entities) {
        counts[entity.kind] += is_in(entity, m_pack) ? 1 : 0;
    }
    m_tabs.assign(1, Tab{});
    if (m_hits_version > 0) {
        m_tabs.push_back({std::string(hits_tab), static_cast<int>(workspace.hits().size())});
    }
    for (const model::KindRule& kind : model::kinds()) {
        m_tabs.push_back({std::string(kind.name), counts[kind.name]});
    }
    // What there is stands first; what there is none of can be begun at the end.
    std::stable_partition(m_tabs.begin() + 1, m_tabs.end(),
                          [](const Tab& tab) { return tab.count > 0; });
}

bool DockPanel::is_open(const Canvas& canvas, const Tab& tab) const
{
    if (canvas.workspace.dock_tab == editor::DockTab::graph) {
        return tab.kind.empty();
    }
    return m_table.has_hits() ? tab.kind == hits_tab
                              : !tab.kind.empty() && tab.kind == m_table.kind();
}

void DockPanel::draw_tab(Canvas& canvas, const Tab& tab)
{
    const bool is_graph = tab.kind.empty();
    const bool is_hits = tab.kind == hits_tab;
    std::string label = canvas.say(is_graph  ? std::string("panel.graph")
                                   : is_hits ? std::string("table.hits")
                                             : "kind." + tab.kind + ".plural");
    if (!is_graph) {
        label += " " + std::to_string(tab.count);
    }
    ImFont* font = canvas.theme.strong();
    const std::string mark = is_graph ? canvas.theme.icon("graph") + "  " : std::string();
    const float width =
        font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, (mark + label).c_str()).x + canvas.px(24);
    const bool is_shown = is_open(canvas, tab);
    if (ui::tab(canvas, is_graph ? "graph tab" : tab.kind.c_str(), is_graph ? "graph" : "", label,
                is_shown, width)) {
        canvas.workspace.dock_tab = is_graph ? editor::DockTab::graph : editor::DockTab::table;
        if (is_hits) {
            m_table.open_hits(canvas);
        } else if (!is_graph) {
            m_table.open(tab.kind);
            m_table.focus();
        }
    }
    const std::string open = is_shown ? "tab " + tab.kind : std::string();
    if (is_shown && m_shown != open) {
        m_shown = open;
        ImGui::SetScrollHereX(0.5F);
    }
    ImGui::SameLine(0, 0);
}

void DockPanel::draw_tabs(Canvas& canvas)
{
    const float close = canvas.px(Theme::control_height);
    const float room = ImGui::GetContentRegionAvail().x - close - canvas.px(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = canvas.px(38);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild("tabs", {room, height}, false,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (ImGui::IsWindowHovered() && ImGui::GetIO().MouseWheel != 0) {
        ImGui::SetScrollX(ImGui::GetScrollX() - ImGui::GetIO().MouseWheel * canvas.px(90));
    }
    for (const Tab& each : m_tabs) {
        draw_tab(canvas, each);
    }
    ImGui::NewLine();
    ImGui::EndChild();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddLine({at.x, at.y + height}, {at.x + room + close + canvas.px(8), at.y + height},
                 canvas.colors().border);
    ImGui::SetCursorScreenPos({at.x + room + canvas.px(8), at.y + canvas.px(2)});
    const bool is_graph = canvas.workspace.dock_tab == editor::DockTab::graph;
    const auto action = is_graph ? editor::ActionId::toggle_graph : editor::ActionId::toggle_table;
    if (button(canvas, "close dock", {.icon = "close", .hint = canvas.hint_of(action)})) {
        canvas.run(action);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height + canvas.px(6)});
}

void DockPanel::draw_splitter(Canvas& canvas, const Box& box)
{
    const float reach = canvas.px(8);
    ImGui::SetNextWindowPos({box.x, box.y - reach});
    ImGui::SetNextWindowSize({box.width, reach});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::Begin("dock splitter", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::PopStyleVar(2);
    ImGui::InvisibleButton("grip", {box.width, reach});
    const bool is_held = ImGui::IsItemActive();
    if (is_held || ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
        const float y = box.y - reach / 2;
        ImGui::GetWindowDrawList()->AddLine({box.x + canvas.px(12), y},
                                            {box.right() - canvas.px(12), y},
                                            canvas.colors().accent, canvas.px(2));
    }
    if (is_held) {
        // From what is shown: a low window shows less than was asked for.
        float& height = canvas.workspace.settings().dock_height;
        const float shown = box.height / canvas.theme.scale();
        const float moved = ImGui::GetIO().MouseDelta.y / canvas.theme.scale();
        if (moved != 0) {
            height = std::max(shown - moved, min_dock_height);
        }
    }
    ImGui::End();
}

void DockPanel::choose_first(Canvas& canvas)
{
    if (!m_table.kind().empty() || m_table.has_hits()) {
        return;
    }
    const model::Entity* selected = canvas.workspace.selected();
    const auto projects = std::find_if(m_tabs.begin(), m_tabs.end(), [](const Tab& tab) {
        return tab.kind == first_kind && tab.count > 0;
    });
    m_table.open(selected != nullptr        ? selected->kind
                 : projects != m_tabs.end() ? projects->kind
                                            : m_tabs.at(1).kind);
}

void DockPanel::draw(Canvas& canvas, const Box& box)
{
    refresh(canvas);
    choose_first(canvas);
    const bool is_table = canvas.workspace.dock_tab == editor::DockTab::table;
    if (!std::exchange(m_was_open, true) && is_table) {
        m_table.focus();
    }
    if (is_table) {
        m_table.follow_selection(canvas);
    }
    begin_panel(canvas, "dock", box);
    draw_tabs(canvas);
    if (is_table) {
        m_table.draw(canvas);
    } else {
        m_graph.draw(canvas);
    }
    m_has_focus = is_table && m_table.has_focus();
    ImGui::End();
    draw_splitter(canvas, box);
}

} // namespace dostyk::ui
