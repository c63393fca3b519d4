#include "ui/panels/dock_panel.hpp"

#include "scene/layer_content.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/slot_tabs.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace dostyk::ui {

namespace {

constexpr std::string_view hits_tab = "hits";
constexpr const char* first_kind = "project";

/// What hides the panel that the dock shows; nothing where only the dock as a whole is closed.
std::optional<editor::ActionId> action_of_front(const Canvas& canvas)
{
    using editor::ActionId;
    switch (canvas.workspace.settings()
                .panels.front_of(editor::Slot::dock)
                .value_or(editor::PanelId::outliner)) {
    case editor::PanelId::table:
        return ActionId::toggle_table;
    case editor::PanelId::graph:
        return ActionId::toggle_graph;
    case editor::PanelId::programme:
        return ActionId::toggle_programme;
    default:
        return std::nullopt;
    }
}

} // namespace

std::vector<DockPanel::Tab> DockPanel::layer_tabs(const Canvas& canvas)
{
    std::vector<Tab> tabs;
    for (const model::UserLayer& layer : canvas.workspace.project().layers) {
        const editor::LoadedLayer* loaded = canvas.workspace.layers().find(layer.id);
        const bool is_read = loaded != nullptr && loaded->content != nullptr;
        if (!is_read || loaded->content->picture() == nullptr) { // a picture has no rows
            const auto rows = is_read ? loaded->content->rows().features.size() : 0;
            tabs.push_back({editor::PanelId::table, {}, static_cast<int>(rows), layer.id});
        }
    }
    return tabs;
}

void DockPanel::refresh(const Canvas& canvas)
{
    const editor::Workspace& workspace = canvas.workspace;
    auto layers = layer_tabs(canvas);
    if (m_version == workspace.project_version() && m_pack == canvas.pack() &&
        m_hits_version == workspace.hits_version() && m_layers == layers) {
        return;
    }
    m_layers = std::move(layers);
    if (m_hits_version != workspace.hits_version()) {
        m_table.open_hits(canvas);
        m_layer.clear();
    }
    m_version = workspace.project_version();
    m_pack = canvas.pack();
    m_hits_version = workspace.hits_version();
    std::map<std::string_view, int> counts;
    for (const model::Entity& entity : workspace.project().entities) {
        counts[entity.kind] += is_in(entity, m_pack) ? 1 : 0;
    }
    m_kinds.clear();
    if (m_hits_version > 0) {
        m_kinds.push_back({editor::PanelId::table, std::string(hits_tab),
                           static_cast<int>(workspace.hits().size())});
    }
    for (const model::KindRule& kind : model::kinds()) {
        m_kinds.push_back({editor::PanelId::table, std::string(kind.name), counts[kind.name]});
    }
    // What there is stands first; what there is none of can be begun at the end.
    const auto empty = std::stable_partition(m_kinds.begin(), m_kinds.end(),
                                             [](const Tab& tab) { return tab.count > 0; });
    m_kinds.insert(empty, m_layers.begin(), m_layers.end());
}

void DockPanel::follow(const Canvas& canvas)
{
    const editor::Workspace& workspace = canvas.workspace;
    const auto& marked = workspace.view().marked;
    if (m_listed_version != workspace.listed_version()) {
        m_listed_version = workspace.listed_version();
        m_layer = workspace.listed_layer();
        m_layer_table.focus();
    } else if (marked && marked != m_seen_mark) {
        m_layer = marked->layer;
    } else if (!workspace.view().selected.empty() &&
               workspace.view().selected != m_seen_selection) {
        m_layer.clear();
    }
    m_seen_mark = marked;
    m_seen_selection = workspace.view().selected;
    if (model::find_layer(workspace.project().layers, m_layer) == nullptr) {
        m_layer.clear();
    }
}

bool DockPanel::is_open(const Canvas& canvas, const Tab& tab) const
{
    const editor::Arrangement& panels = canvas.workspace.settings().panels;
    if (panels.front_of(panels.slot_of(tab.panel)) != tab.panel) {
        return false;
    }
    if (tab.panel != editor::PanelId::table || !tab.layer.empty() || !m_layer.empty()) {
        return tab.panel != editor::PanelId::table || tab.layer == m_layer;
    }
    return (m_table.has_hits() ? tab.kind == hits_tab : tab.kind == m_table.kind());
}

std::string DockPanel::label_of(const Canvas& canvas, const Tab& tab)
{
    if (tab.panel != editor::PanelId::table) {
        return canvas.say("panel." + std::string(name_of(tab.panel)));
    }
    if (!tab.layer.empty()) {
        const model::UserLayer* layer =
            model::find_layer(canvas.workspace.project().layers, tab.layer);
        return std::string(layer != nullptr ? layer->title.in(canvas.language) : "") + " " +
               std::to_string(tab.count);
    }
    return canvas.say(tab.kind == hits_tab ? std::string("table.hits")
                                           : "kind." + tab.kind + ".plural") +
           " " + std::to_string(tab.count);
}

void DockPanel::draw_tab(Canvas& canvas, const Tab& tab)
{
    const bool is_table = tab.panel == editor::PanelId::table;
    const std::string label = label_of(canvas, tab);
    ImFont* font = canvas.theme.strong();
    const char* icon = !tab.layer.empty() ? "layers" : is_table ? "" : icon_of(tab.panel);
    const std::string mark = *icon == '\0' ? std::string() : canvas.theme.icon(icon) + "  ";
    const float width =
        font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, (mark + label).c_str()).x + canvas.px(24);
    const bool is_shown = is_open(canvas, tab);
    const std::string id = !tab.layer.empty() ? "layer " + tab.layer
                           : is_table ? "table " + tab.kind // a kind may be called as a panel
                                      : std::string(name_of(tab.panel));
    if (ui::tab(canvas, id.c_str(), icon, label, is_shown, width)) {
        canvas.workspace.show_panel(tab.panel);
        m_layer = is_table ? tab.layer : m_layer;
        if (!tab.layer.empty()) {
            m_layer_table.focus();
        } else if (tab.kind == hits_tab) {
            m_table.open_hits(canvas);
        } else if (is_table) {
            m_table.open(tab.kind);
            m_table.focus();
        }
    }
    ImGui::PushID(id.c_str());
    make_movable(canvas, tab.panel);
    ImGui::PopID();
    if (is_shown && m_shown != id) {
        m_shown = id;
        ImGui::SetScrollHereX(0.5F);
    }
    ImGui::SameLine(0, 0);
}

void DockPanel::draw_tabs(Canvas& canvas, float room)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = canvas.px(38);
    canvas.part = "tabs";
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
    ImGui::SetCursorScreenPos({at.x, at.y + height + canvas.px(6)});
}

void DockPanel::draw_dock_tabs(Canvas& canvas)
{
    const float close = canvas.px(Theme::control_height) + canvas.px(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    draw_tabs(canvas, width - close);
    canvas.part = "dock";
    const ImVec2 below = ImGui::GetCursorScreenPos();
    const float line = below.y - canvas.px(6);
    ImGui::GetWindowDrawList()->AddLine({at.x, line}, {at.x + width, line}, canvas.colors().border);
    ImGui::SetCursorScreenPos({at.x + width - close + canvas.px(8), at.y + canvas.px(2)});
    const auto action = action_of_front(canvas);
    if (button(canvas, "close dock",
               {.icon = "close",
                .hint = action ? canvas.hint_of(*action) : canvas.say("slot.close")})) {
        canvas.workspace.settings().panels.is_dock_open = false;
    }
    ImGui::SetCursorScreenPos(below);
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
        float& height = canvas.workspace.settings().panels.dock_height;
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
    const auto projects = std::find_if(m_kinds.begin(), m_kinds.end(), [](const Tab& tab) {
        return tab.kind == first_kind && tab.count > 0;
    });
    m_table.open(selected != nullptr         ? selected->kind
                 : projects != m_kinds.end() ? projects->kind
                                             : m_kinds.at(0).kind);
}

void DockPanel::draw_rows(Canvas& canvas)
{
    if (!std::exchange(m_was_open, true)) {
        m_table.focus();
    }
    follow(canvas);
    canvas.part = name_of(editor::PanelId::table);
    if (const model::UserLayer* layer =
            model::find_layer(canvas.workspace.project().layers, m_layer)) {
        m_layer_table.draw(canvas, *layer);
        m_has_focus = m_layer_table.has_focus();
        return;
    }
    m_table.follow_selection(canvas);
    m_table.draw(canvas);
    m_has_focus = m_table.has_focus();
}

void DockPanel::draw_tables(Canvas& canvas)
{
    refresh(canvas);
    choose_first(canvas);
    m_tabs = m_kinds;
    draw_tabs(canvas, ImGui::GetContentRegionAvail().x);
    draw_rows(canvas);
}

void DockPanel::draw(Canvas& canvas, const Box& box,
                     const std::function<void(editor::PanelId)>& draw_panel)
{
    using editor::PanelId;
    refresh(canvas);
    choose_first(canvas);
    m_tabs.clear();
    for (const PanelId panel : canvas.workspace.settings().panels.panels_in(editor::Slot::dock)) {
        if (panel == PanelId::table) {
            m_tabs.insert(m_tabs.end(), m_kinds.begin(), m_kinds.end());
        } else {
            m_tabs.push_back({panel, {}, 0});
        }
    }
    begin_panel(canvas, "dock", box);
    draw_dock_tabs(canvas);
    switch (const auto front = canvas.workspace.settings().panels.front_of(editor::Slot::dock);
            front.value_or(PanelId::table)) {
    case PanelId::table:
        draw_rows(canvas);
        break;
    default:
        draw_panel(*front);
        break;
    }
    ImGui::End();
    draw_splitter(canvas, box);
}

} // namespace dostyk::ui
