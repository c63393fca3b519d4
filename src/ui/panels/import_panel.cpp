#include "ui/panels/import_panel.hpp"

#include "core/format.hpp"
#include "ui/panels/import_grid.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dostyk::ui {

namespace {

using editor::ImportSession;

constexpr float head_height = 46, foot_height = 50;

/// Something happens: a part of a bar goes from side to side, for nobody knows how long it takes.
void moving_bar(Canvas& canvas, float width)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = canvas.px(6);
    const float part = width / 4;
    const bool is_calm = canvas.workspace.settings().is_motion_reduced;
    const double turn = is_calm ? 0.25 : std::fmod(ImGui::GetTime() / 1.6, 1.0);
    const auto x = static_cast<float>(turn) * (width + part) - part;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {at.x + width, at.y + height}, canvas.colors().raised, height / 2);
    draw.AddRectFilled({at.x + std::max(0.0F, x), at.y},
                       {at.x + std::min(width, x + part), at.y + height}, canvas.colors().accent,
                       height / 2);
    ImGui::Dummy({width, height + canvas.px(10)});
    constexpr float step_s = 0.05F;
    canvas.wake(is_calm ? 1 : step_s);
}

} // namespace

void ImportPanel::forget()
{
    m_filter.reset();
    m_shown.clear();
    m_shown_plan = nullptr;
    m_at = {};
    m_edit.reset();
    m_crs.clear();
    m_scroll = 0;
    m_is_fresh = m_wants_grid = true;
}

void ImportPanel::draw_reading(Canvas& canvas, Session& session)
{
    ImGui::Dummy({0, canvas.px(120)});
    const float room = ImGui::GetContentRegionAvail().x;
    const float width = std::min(room, canvas.px(520));
    ImGui::Indent((room - width) / 2);
    heading(canvas, canvas.say(Message{"import.reading", {{"file", session.file_name()}}}));
    ImGui::Dummy({0, canvas.px(4)});
    moving_bar(canvas, width);
    const double seconds = std::floor(session.seconds());
    paragraph(canvas,
              canvas.say(Message{"import.reading_since",
                                 {{"seconds", format_number(seconds, canvas.language, 0)}}}),
              true);
    if (button(
            canvas, "cancel",
            {.icon = "close", .label = canvas.say("dialog.cancel"), .look = ButtonLook::filled})) {
        canvas.workspace.close_sheet();
    }
    ImGui::Unindent((room - width) / 2);
}

void ImportPanel::draw_fault(Canvas& canvas, Session& session)
{
    ImGui::Dummy({0, canvas.px(90)});
    const float room = ImGui::GetContentRegionAvail().x;
    const float width = std::min(room, canvas.px(620));
    ImGui::Indent((room - width) / 2);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    badge(canvas, "warning", canvas.say("import.refused"), canvas.colors().error);
    if (session.fault()) {
        paragraph(canvas, canvas.say(session.fault()->message));
    }
    ImGui::PopTextWrapPos();
    ImGui::Dummy({0, canvas.px(8)});
    if (button(canvas, "another",
               {.icon = "folder_open",
                .label = canvas.say("import.another_file"),
                .look = ButtonLook::accent})) {
        canvas.ask(canvas.workspace.open_path(session.file().parent_path()));
    }
    ImGui::Unindent((room - width) / 2);
}

void ImportPanel::draw_crs(Canvas& canvas, Session& session)
{
    ImGui::Dummy({0, canvas.px(70)});
    const float room = ImGui::GetContentRegionAvail().x;
    const float width = std::min(room, canvas.px(620));
    ImGui::Indent((room - width) / 2);
    heading(canvas, canvas.say("import.crs_title"));
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    paragraph(canvas, canvas.say("import.crs_text"), true);
    ImGui::PopTextWrapPos();
    static constexpr std::array<std::pair<const char*, const char*>, 5> usual{
        {{"EPSG:4326", "import.crs.degrees"},
         {"EPSG:3857", "import.crs.web"},
         {"EPSG:32642", "import.crs.utm42"},
         {"EPSG:32643", "import.crs.utm43"},
         {"EPSG:32644", "import.crs.utm44"}}};
    ImGui::BeginChild("usual", {width, canvas.px(200)}, false, ImGuiWindowFlags_NoNavFocus);
    for (const auto& [code, key] : usual) {
        const std::string text = canvas.say(key);
        if (list_row(canvas, code, {.text = text, .trailing = code, .icon = "globe"})) {
            session.set_crs(code);
        }
    }
    ImGui::EndChild();
    (void)text_field(canvas, "##crs", m_crs, "globe", canvas.say("import.crs_field"),
                     width - canvas.px(150));
    const bool is_entered =
        ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter));
    ImGui::SameLine(0, canvas.px(8));
    const bool is_pressed = button(canvas, "use crs",
                                   {.label = canvas.say("import.crs_use"),
                                    .look = ButtonLook::filled,
                                    .is_enabled = !m_crs.empty()});
    if ((is_pressed || is_entered) && !m_crs.empty()) {
        session.set_crs(m_crs);
    }
    ImGui::Unindent((room - width) / 2);
}

void ImportPanel::draw_foot(Canvas& canvas, Session& session)
{
    const auto count = session.effective_rows();
    const auto why_not = canvas.workspace.why_not_edit();
    const bool can = count > 0 && !session.is_planning() && !why_not;
    const std::string cancel = canvas.say("dialog.cancel");
    const std::string yes = canvas.say(Message{"import.apply", {{"count", std::to_string(count)}}});
    const float gap = canvas.px(8);
    const float buttons = button_width(canvas, {.label = cancel}) +
                          button_width(canvas, {.icon = "check", .label = yes}) + gap;
    const ImVec2 at = ImGui::GetCursorPos();
    const float room = ImGui::GetContentRegionAvail().x;
    std::string words = why_not                 ? canvas.say(*why_not)
                        : session.is_planning() ? canvas.say("import.looking")
                        : count == 0            ? canvas.say("import.no_effect")
                                                : canvas.say("import.one_step");
    if (session.is_weakly_confined()) {
        words = canvas.say("import.weak_sandbox");
    }
    ImFont* font = canvas.theme.small_font();
    const float wrap = room - buttons - canvas.px(20);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap, words.c_str());
    const ImVec2 screen = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddText(
        font, font->FontSize,
        {screen.x, screen.y + (canvas.px(Theme::control_height) - size.y) / 2},
        canvas.colors().text_dim, words.c_str(), nullptr, wrap);
    ImGui::SetCursorPos({at.x + room - buttons, at.y});
    if (button(canvas, "cancel", {.label = cancel, .look = ButtonLook::filled})) {
        canvas.workspace.close_sheet();
        return;
    }
    ImGui::SameLine(0, gap);
    if (button(canvas, "apply",
               {.icon = "check",
                .label = yes,
                .hint = can ? std::string() : words,
                .look = can ? ButtonLook::accent : ButtonLook::filled,
                .is_enabled = can})) {
        (void)canvas.workspace.apply_import();
    }
}

void ImportPanel::draw_ready(Canvas& canvas, Session& session)
{
    draw_head(canvas, session);
    if (session.stage() != ImportSession::Stage::ready) {
        return; // it was taken as a layer
    }
    const float foot = canvas.px(foot_height);
    const float height = ImGui::GetContentRegionAvail().y - foot;
    const float room = ImGui::GetContentRegionAvail().x;
    const float columns = std::clamp(room * 0.27F, canvas.px(250), canvas.px(360));
    const ImVec2 at = ImGui::GetCursorPos();
    draw_columns(canvas, session, columns, height);
    ImGui::SameLine(0, canvas.px(16));
    ImGui::BeginGroup();
    // What is said about a row has what few rows leave: both readings of a date are to be seen.
    const float least = std::clamp(height * 0.38F, canvas.px(150), canvas.px(260));
    const float chips = canvas.px(Theme::control_height + 14);
    const auto rows = static_cast<float>(m_shown.size() + 1);
    const float needed =
        chips + canvas.px(import_grid::title_height + rows * import_grid::row_height);
    const float details = std::max(least, height - needed - canvas.px(8));
    draw_rows(canvas, session, height - details - canvas.px(8));
    draw_details(canvas, session, details);
    ImGui::EndGroup();
    ImGui::SetCursorPos({at.x, at.y + height + canvas.px(12)});
    draw_foot(canvas, session);
}

void ImportPanel::draw(Canvas& canvas)
{
    editor::Workspace& workspace = canvas.workspace;
    const bool is_open = workspace.overlays().sheet == editor::Sheet::import_file;
    const bool is_new = is_open && !std::exchange(m_was_open, is_open);
    m_was_open = is_open;
    if (!is_open) {
        return;
    }
    if (is_new) {
        forget();
    }
    Session& session = workspace.import_session();
    if (session.update({workspace.shared_project(), workspace.project_version(),
                        &canvas.input.unit_names, workspace.background()})) {
        canvas.wake(0.05F);
    }
    begin_sheet(canvas, "import file", 1560, 960);
    const std::string title = canvas.say(Message{"import.title", {{"file", session.file_name()}}});
    if (overlay_title(canvas, "arrow_in", title)) {
        workspace.close_sheet();
    }
    switch (session.stage()) {
    case ImportSession::Stage::idle:
        break;
    case ImportSession::Stage::reading:
        draw_reading(canvas, session);
        break;
    case ImportSession::Stage::failed:
        draw_fault(canvas, session);
        break;
    case ImportSession::Stage::needs_crs:
        draw_crs(canvas, session);
        break;
    case ImportSession::Stage::ready:
        draw_ready(canvas, session);
        break;
    }
    end_sheet();
}

} // namespace dostyk::ui
