#include "ui/panels/start_sheet.hpp"

#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <utility>

namespace dostyk::ui {

namespace {

using editor::ActionId;
using editor::LayoutId;

constexpr float card_gap = 12;

const char* icon_of(LayoutId layout)
{
    static constexpr std::array<const char*, editor::all_layouts.size()> icons{"play", "globe",
                                                                               "edit", "calendar"};
    return icons[static_cast<std::size_t>(layout)];
}

void draw_layout_card(Canvas& canvas, LayoutId layout, float width)
{
    const auto action = static_cast<ActionId>(static_cast<int>(ActionId::layout_present) +
                                              static_cast<int>(layout));
    const std::string name(name_of(layout));
    const auto reason = canvas.workspace.why_not(action);
    if (choice_card(canvas, name.c_str(),
                    {.icon = icon_of(layout),
                     .title = canvas.say("layout." + name),
                     .text = reason ? canvas.say(*reason) : canvas.say("layout." + name + ".text"),
                     .is_on = canvas.workspace.settings().layout == layout,
                     .is_enabled = !reason,
                     .width = width,
                     .height = canvas.px(156)})) {
        canvas.run(action);
        canvas.workspace.close_sheet();
    }
}

void draw_layouts(Canvas& canvas)
{
    constexpr float least_width = 200;
    const auto row = card_row(canvas, static_cast<int>(editor::all_layouts.size()), least_width);
    int at = 0;
    for (const LayoutId layout : editor::all_layouts) {
        if (at % row.columns != 0) {
            ImGui::SameLine(0, canvas.px(card_gap));
        }
        draw_layout_card(canvas, layout, row.width);
        ++at;
    }
}

void draw_begin_row(Canvas& canvas, ActionId action, const char* icon)
{
    const editor::Action& known = editor::action_of(action);
    const auto reason = canvas.workspace.why_not(action);
    const std::string text = canvas.say("action." + std::string(known.name));
    const std::string detail = reason ? canvas.say(*reason) : std::string();
    const std::string chord = editor::text_of(known.chord);
    if (list_row(canvas, std::string(known.name).c_str(),
                 {.text = text,
                  .detail = detail,
                  .trailing = chord,
                  .icon = icon,
                  .is_dim = reason.has_value()}) &&
        !reason) {
        canvas.workspace.close_sheet();
        canvas.run(action);
    }
}

void draw_begin(Canvas& canvas)
{
    section(canvas, canvas.say("start.begin"));
    draw_begin_row(canvas, ActionId::new_meeting, "meeting");
    draw_begin_row(canvas, ActionId::new_project, "plus");
    draw_begin_row(canvas, ActionId::open_file, "folder_open");
    draw_begin_row(canvas, ActionId::open_search, "search");
    draw_begin_row(canvas, ActionId::show_shortcuts, "info");
}

} // namespace

bool choice_card(Canvas& canvas, const char* id, const CardOptions& options)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 end{at.x + options.width, at.y + options.height};
    const bool is_pressed =
        ImGui::InvisibleButton(id, {options.width, options.height}) && options.is_enabled;
    const Palette& colors = canvas.colors();
    const bool is_hot = ImGui::IsItemHovered() && options.is_enabled;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float corner = canvas.px(Theme::panel_corner);
    draw.AddRectFilled(at, end, is_hot ? colors.hover : colors.raised, corner);
    draw.AddRect(at, end, options.is_on || is_hot ? colors.accent : colors.border, corner, 0,
                 canvas.px(options.is_on ? 2 : 1));
    const float pad = canvas.px(16);
    const ImU32 ink = options.is_enabled ? colors.text : colors.text_dim;
    ImFont* title = canvas.theme.title();
    const std::string& icon = canvas.theme.icon(options.icon);
    draw.AddText(title, title->FontSize * 1.4F, {at.x + pad, at.y + pad},
                 options.is_enabled ? colors.accent : colors.text_dim, icon.c_str());
    float y = at.y + pad + title->FontSize * 1.4F + canvas.px(8);
    const float room = options.width - 2 * pad;
    draw.AddText(title, title->FontSize, {at.x + pad, y}, ink, options.title.c_str(), nullptr,
                 room);
    y += title->CalcTextSizeA(title->FontSize, FLT_MAX, room, options.title.c_str()).y +
         canvas.px(4);
    ImFont* small = canvas.theme.small_font();
    const float height =
        small->CalcTextSizeA(small->FontSize, FLT_MAX, room, options.text.c_str()).y;
    note_fit(canvas, options.text, height, end.y - y);
    draw.PushClipRect(at, end, true);
    draw.AddText(small, small->FontSize, {at.x + pad, y}, colors.text_dim, options.text.c_str(),
                 nullptr, room);
    draw.PopClipRect();
    note_control(canvas, at, end,
                 {.id = id, .says = options.title, .is_enabled = options.is_enabled});
    return is_pressed;
}

CardRow card_row(const Canvas& canvas, int count, float least_width)
{
    const float room = ImGui::GetContentRegionAvail().x - canvas.px(4);
    const float gap = canvas.px(card_gap);
    const int fits = static_cast<int>((room + gap) / (canvas.px(least_width) + gap));
    int columns = std::clamp(fits, 1, count);
    if (columns < count && columns > 2) {
        columns = (count + 1) / 2; // two rows of the same length rather than one alone
    }
    const auto number = static_cast<float>(columns);
    return {columns, (room - gap * (number - 1)) / number};
}

void StartSheet::draw_recent(Canvas& canvas) const
{
    section(canvas, canvas.say("start.recent"));
    if (m_recent.empty()) {
        paragraph(canvas, canvas.say("start.no_recent"), true);
    }
    for (const Recent& recent : m_recent) {
        const std::string name = recent.path.filename().string();
        const std::string path = recent.path.string();
        const std::string lost = recent.is_there ? std::string() : canvas.say("start.missing");
        push_id(canvas, path);
        const bool is_pressed = list_row(canvas, "recent",
                                         {.text = name,
                                          .detail = path,
                                          .trailing = lost,
                                          .icon = "folder",
                                          .is_dim = !recent.is_there});
        pop_id(canvas);
        if (is_pressed && recent.is_there) {
            canvas.workspace.want_project(recent.path);
            canvas.effect = editor::Effect::open_project;
        }
    }
}

void StartSheet::draw(Canvas& canvas)
{
    if (canvas.workspace.overlays().sheet != editor::Sheet::start) {
        m_was_open = false;
        return;
    }
    if (!std::exchange(m_was_open, true)) {
        m_recent.clear();
        for (const std::string& path : canvas.workspace.settings().recent) {
            std::error_code error;
            m_recent.push_back({path, std::filesystem::exists(path, error)});
        }
    }
    begin_sheet(canvas, "start", 1040, 620);
    if (overlay_title(canvas, "home", canvas.say("app.name"))) {
        canvas.workspace.close_sheet();
    }
    begin_scroll(canvas, "start content");
    paragraph(canvas, canvas.workspace.project().name.in(canvas.language), true);
    ImGui::Dummy({0, canvas.px(8)});
    draw_layouts(canvas);
    ImGui::Dummy({0, canvas.px(6)});
    const bool is_wide = ImGui::GetContentRegionAvail().x >= canvas.px(640);
    if (ImGui::BeginTable("lists", is_wide ? 2 : 1,
                          ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_SizingStretchSame)) {
        ImGui::TableNextColumn();
        draw_begin(canvas);
        ImGui::TableNextColumn();
        draw_recent(canvas);
        ImGui::EndTable();
    }
    ImGui::EndChild();
    end_sheet();
}

} // namespace dostyk::ui
