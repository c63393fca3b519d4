#include "ui/shell.hpp"

#include "ui/canvas.hpp"
#include "ui/focus.hpp"
#include "ui/panels/b2b_panel.hpp"
#include "ui/panels/conflicts_panel.hpp"
#include "ui/panels/dock_panel.hpp"
#include "ui/panels/export_panel.hpp"
#include "ui/panels/free_busy_panel.hpp"
#include "ui/panels/import_panel.hpp"
#include "ui/panels/inspector_panel.hpp"
#include "ui/panels/interpreters_panel.hpp"
#include "ui/panels/open_panel.hpp"
#include "ui/panels/own_layers.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/planning_panel.hpp"
#include "ui/panels/programme_panel.hpp"
#include "ui/panels/releases_panel.hpp"
#include "ui/panels/slot_tabs.hpp"
#include "ui/panels/start_sheet.hpp"
#include "ui/panels/tool_bar.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

namespace {

std::vector<scene::ScreenBox> covered_by(const Layout& layout, const Box& tool_panel)
{
    std::vector<scene::ScreenBox> covered;
    for (const Box& box : {layout.top, layout.status, layout.left, layout.minimap, layout.right,
                           layout.timeline, layout.dock, layout.tools, tool_panel}) {
        if (box.is_shown()) {
            covered.push_back({{box.x, box.y}, {box.right(), box.bottom()}});
        }
    }
    return covered;
}

constexpr double seconds_per_minute = 60;

} // namespace

struct Shell::State {
    const text::FontSet& fonts;
    std::vector<text::Icon> icons;
    Theme theme;
    bool is_built = false;
    float longer_by = 0;
    OutlinerPanel outliner;
    LegendPanel legend;
    HistoryPanel history;
    PlanningPanel planning;
    ReleasesPanel releases;
    ConflictsPanel conflicts;
    FreeBusyPanel free_busy;
    OwnLayers own_layers;
    InspectorPanel inspector;
    SearchPanel search;
    TimelinePanel timeline;
    ToolBar tools;
    DockPanel dock;
    B2bPanel b2b;
    InterpretersPanel interpreters;
    ProgrammePanel programme;
    StartSheet start;
    NewProjectSheet new_project;
    NewMeetingSheet new_meeting;
    OpenPanel open;
    ImportPanel import_file;
    ExportPanel export_project;
    Minimap minimap;
    Tooltips tooltips;
    std::vector<Control> controls; ///< of the last frame
    std::vector<TextFit> fits;
    double next_change_s = 0;

    void draw_panel(Canvas& canvas, editor::PanelId panel);
    void draw_side(Canvas& canvas, editor::Slot slot, const Box& box);
    void draw_slots(Canvas& canvas, const Layout& layout);
    void draw_splitter(Canvas& canvas, const Box& slot, bool is_left);
    void draw_hint(Canvas& canvas) const;
    [[nodiscard]] bool move_focus_by_tab();
};

Shell::Shell(const text::FontSet& fonts, std::vector<text::Icon> icons)
: m_state(new State{fonts, std::move(icons)})
{}

Shell::~Shell() = default;

bool Shell::prepare(const scene::Style& style, float scale)
{
    State& state = *m_state;
    const bool is_new_scale = !state.is_built || state.theme.scale() != scale;
    if (is_new_scale) {
        state.theme.build_fonts(state.fonts, state.icons, scale);
    }
    if (is_new_scale || state.theme.style().name != style.name) {
        state.theme.apply(style);
    }
    state.is_built = true;
    return is_new_scale;
}

void Shell::State::draw_splitter(Canvas& canvas, const Box& slot, bool is_left)
{
    const float reach = canvas.px(8);
    const float edge = is_left ? slot.right() : slot.x - reach;
    ImGui::SetNextWindowPos({edge, slot.y});
    ImGui::SetNextWindowSize({reach, slot.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::Begin(is_left ? "left splitter" : "right splitter", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar(2);
    ImGui::InvisibleButton("grip", {reach, slot.height});
    const bool is_held = ImGui::IsItemActive();
    if (is_held || ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        const float x = edge + reach / 2;
        ImGui::GetWindowDrawList()->AddLine({x, slot.y + canvas.px(12)},
                                            {x, slot.bottom() - canvas.px(12)},
                                            canvas.colors().accent, canvas.px(2));
    }
    if (is_held) {
        const float moved = ImGui::GetIO().MouseDelta.x / canvas.theme.scale();
        editor::Settings& settings = canvas.workspace.settings();
        float& width = is_left ? settings.panels.left_width : settings.panels.right_width;
        width = std::clamp(width + (is_left ? moved : -moved), min_slot_width, max_slot_width);
    }
    ImGui::End();
}

void Shell::State::draw_panel(Canvas& canvas, editor::PanelId panel)
{
    canvas.part = name_of(panel);
    switch (panel) {
    case editor::PanelId::outliner:
        outliner.draw(canvas);
        break;
    case editor::PanelId::layers:
        draw_layers_panel(canvas, own_layers);
        break;
    case editor::PanelId::history:
        history.draw(canvas);
        break;
    case editor::PanelId::legend:
        legend.draw(canvas);
        break;
    case editor::PanelId::card:
        draw_card_panel(canvas, inspector);
        break;
    case editor::PanelId::planning:
        planning.draw(canvas);
        break;
    case editor::PanelId::releases:
        releases.draw(canvas);
        break;
    case editor::PanelId::conflicts:
        conflicts.draw(canvas);
        break;
    case editor::PanelId::free_busy:
        free_busy.draw(canvas);
        break;
    case editor::PanelId::graph:
        dock.draw_graph(canvas);
        break;
    case editor::PanelId::b2b:
        b2b.draw(canvas);
        break;
    case editor::PanelId::interpreters:
        interpreters.draw(canvas);
        break;
    case editor::PanelId::programme:
        programme.draw(canvas);
        break;
    case editor::PanelId::table:
        dock.draw_tables(canvas);
        break;
    }
}

void Shell::State::draw_side(Canvas& canvas, editor::Slot slot, const Box& box)
{
    const auto front = canvas.workspace.settings().panels.front_of(slot);
    if (!box.is_shown() || !front) {
        return;
    }
    const bool is_left = slot == editor::Slot::left;
    begin_panel(canvas, is_left ? "left" : "right", box);
    draw_slot_tabs(canvas, slot);
    draw_panel(canvas, *front);
    ImGui::End();
    draw_splitter(canvas, box, is_left);
}

void Shell::State::draw_slots(Canvas& canvas, const Layout& layout)
{
    const editor::Slot tables = canvas.workspace.settings().panels.slot_of(editor::PanelId::table);
    const Box& tables_box = tables == editor::Slot::left    ? layout.left
                            : tables == editor::Slot::right ? layout.right
                                                            : layout.dock;
    if (!tables_box.is_shown() || !canvas.workspace.is_shown(editor::PanelId::table)) {
        dock.close();
    }
    draw_side(canvas, editor::Slot::left, layout.left);
    if (layout.minimap.is_shown()) {
        minimap.draw(canvas, layout.minimap);
    }
    draw_side(canvas, editor::Slot::right, layout.right);
    if (layout.timeline.is_shown()) {
        timeline.draw(canvas, layout.timeline);
    }
    if (layout.dock.is_shown()) {
        dock.draw(canvas, layout.dock, [&](editor::PanelId panel) { draw_panel(canvas, panel); });
    }
}

/// The explanation of the control under the mouse, beside it and never off the screen.
void Shell::State::draw_hint(Canvas& canvas) const
{
    if (canvas.hint.empty() || ImGui::IsAnyMouseDown()) {
        return;
    }
    ImFont* font = theme.small_font();
    const float wrap = canvas.px(300);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap, canvas.hint.c_str());
    const ImVec2 pad{canvas.px(10), canvas.px(6)};
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    ImVec2 at{mouse.x + canvas.px(8), mouse.y + canvas.px(22)};
    at.x = std::clamp(at.x, 0.0F, std::max(0.0F, screen.x - size.x - 2 * pad.x - canvas.px(6)));
    if (at.y + size.y + 2 * pad.y > canvas.free_bottom) {
        at.y = mouse.y - size.y - 2 * pad.y - canvas.px(8);
    }
    const ImVec2 end{at.x + size.x + 2 * pad.x, at.y + size.y + 2 * pad.y};
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    draw.AddRectFilled(at, end, canvas.colors().raised, canvas.px(Theme::corner));
    draw.AddRect(at, end, canvas.colors().border, canvas.px(Theme::corner));
    draw.AddText(font, font->FontSize, {at.x + pad.x, at.y + pad.y}, canvas.colors().text,
                 canvas.hint.c_str(), nullptr, wrap);
}

/// \returns  True when it moved.
bool Shell::State::move_focus_by_tab()
{
    const ImGuiIO& io = ImGui::GetIO();
    const bool is_moved =
        ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Tab), true) && !io.KeyCtrl && !io.KeyAlt;
    if (is_moved) {
        move_focus(controls, io.KeyShift ? -1 : 1);
    }
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) {
        clear_focus();
    }
    return is_moved;
}

namespace {

/// What is being typed becomes a value in this frame; its field would take it along.
void go_to_untranslated(Canvas& canvas)
{
    if (!canvas.workspace.translations().is_asked()) {
        return;
    }
    if (ImGui::GetIO().WantTextInput) {
        leave_text();
        canvas.wake(0);
    } else {
        canvas.workspace.show_next_untranslated();
    }
}

} // namespace

editor::Effect Shell::draw(editor::Workspace& workspace, const ShellInput& input)
{
    State& state = *m_state;
    Canvas canvas{state.theme, workspace, input, workspace.view().language};
    canvas.longer_by = state.longer_by;
    ImGui::PushFont(state.theme.body());
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    canvas.is_mark_new = state.move_focus_by_tab();
    go_to_untranslated(canvas);
    const Layout layout = make_layout(screen.x, screen.y, state.theme.scale(), workspace.settings(),
                                      workspace.front_slot, workspace.overlays().are_panels_hidden);
    workspace.has_room_for_both_slots = layout.has_room_for_both;
    if (!layout.has_room_for_both && workspace.front_slot == editor::FrontSlot::by_room &&
        layout.top.is_shown() && !layout.right.is_shown()) {
        workspace.front_slot = editor::FrontSlot::none;
    }
    canvas.has_card = workspace.is_shown(editor::PanelId::card);
    canvas.free_top = layout.top.bottom();
    canvas.free_bottom = layout.status.is_shown() ? layout.status.y : screen.y;
    if (layout.top.is_shown()) {
        draw_top_bar(canvas, layout.top);
        draw_status_bar(canvas, layout.status);
    }
    state.draw_slots(canvas, layout);
    state.tools.draw(canvas, layout.tools, layout.tool_room);
    const Box bottom = layout.dock.is_shown()       ? layout.dock
                       : layout.timeline.is_shown() ? layout.timeline
                                                    : layout.status;
    workspace.set_insets(std::max(layout.left.right(), layout.tools.right()), layout.top.height,
                         layout.right.is_shown() ? screen.x - layout.right.x : 0,
                         bottom.is_shown() ? screen.y - bottom.y : 0);
    workspace.view().covered = covered_by(layout, state.tools.panel());
    state.open.draw(canvas);
    state.import_file.draw(canvas);
    state.export_project.draw(canvas);
    draw_profiler_panel(canvas);
    draw_about_panel(canvas);
    draw_shortcuts_panel(canvas);
    draw_findings_panel(canvas);
    draw_drop_zones(canvas, layout);
    state.start.draw(canvas);
    draw_recovery_sheet(canvas);
    state.new_project.draw(canvas);
    state.new_meeting.draw(canvas);
    state.search.draw(canvas);
    state.tooltips.draw(canvas);
    draw_layer_tooltip(canvas);
    state.draw_hint(canvas);
    lend_keys_to_marked_control();
    ImGui::PopFont();

    if (workspace.view().filters != canvas.filters) {
        workspace.view().filters = canvas.filters;
        canvas.wake(0); // what was drawn before does not know it
    }
    if (workspace.plan_search().is_running()) {
        constexpr float look_again_s = 0.1F; // map and lanes show the best plan so far
        canvas.wake(look_again_s);
    }
    // The clocks change with the minute.
    double rest_s =
        seconds_per_minute - static_cast<double>(input.now.time_since_epoch().count() % 60);
    if (canvas.wake_after_s >= 0) {
        rest_s = std::min(rest_s, static_cast<double>(canvas.wake_after_s));
    }
    state.next_change_s = input.steady_s + rest_s;
    state.controls = std::move(canvas.controls);
    state.fits = std::move(canvas.fits);
    return canvas.effect;
}

editor::Context Shell::key_context() const noexcept
{
    return m_state->timeline.has_focus()                                 ? editor::Context::timeline
           : m_state->dock.has_focus() || m_state->programme.has_focus() ? editor::Context::table
                                                                         : editor::Context::map;
}

void Shell::lengthen_texts(float share) noexcept
{
    m_state->longer_by = share;
}

double Shell::seconds_to_next_change(double steady_s) const noexcept
{
    return std::max(0.0, m_state->next_change_s - steady_s);
}

const Control* Shell::marked() const
{
    return find_marked(m_state->controls);
}

std::optional<std::size_t> Shell::table_rows() const
{
    return m_state->dock.table_rows();
}

std::span<const Control> Shell::controls() const noexcept
{
    return m_state->controls;
}

std::span<const TextFit> Shell::text_fits() const noexcept
{
    return m_state->fits;
}

} // namespace dostyk::ui
