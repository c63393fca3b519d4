#include "ui/panels/programme_panel.hpp"

#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dostyk::ui {

using editor::LanesBy;
using editor::Level;

namespace {

constexpr float tray_width = 230, narrowest_with_tray = 720, tray_height = 96, least_of_lanes = 90;
constexpr float picker_ends = 60, narrowest_meeting = 60, widest_meeting = 240;

const char* icon_of(LanesBy by) noexcept
{
    static constexpr std::array<const char*, editor::all_lanes_by.size()> icons{
        "home", "venue", "delegation", "interpreter", "vehicle"};
    return icons[static_cast<std::size_t>(by)];
}

std::string label_of(const Canvas& canvas, LanesBy by)
{
    return by == LanesBy::city
               ? canvas.say("programme.cities")
               : sentence_case(canvas.say("kind." + std::string(name_of(by)) + ".plural"));
}

} // namespace

ImU32 color_of(const Canvas& canvas, Level level) noexcept
{
    const Palette& colors = canvas.colors();
    return level == Level::hard   ? colors.error
           : level == Level::soft ? colors.warning
                                  : colors.good;
}

const std::string& glyph_of(const Canvas& canvas, Level level) noexcept
{
    return canvas.theme.icon(level == Level::hard   ? "close"
                             : level == Level::soft ? "warning"
                                                    : "check");
}

ImU32 tinted(ImU32 base, ImU32 over, float share) noexcept
{
    const ImVec4 a = ImGui::ColorConvertU32ToFloat4(base);
    const ImVec4 b = ImGui::ColorConvertU32ToFloat4(over);
    const auto mix = [&](float from, float to) { return from + (to - from) * share; };
    return ImGui::ColorConvertFloat4ToU32({mix(a.x, b.x), mix(a.y, b.y), mix(a.z, b.z), a.w});
}

std::string session_name(const Canvas& canvas, const editor::PlannedMeeting& meeting,
                         schedule::Index session)
{
    const model::Entity* entity = meeting.project().find(meeting.problem().session(session).id);
    return model::name_of(*entity, canvas.pack(), canvas.language);
}

bool ProgrammePanel::has_focus() const
{
    return m_has_keys && m_frame == ImGui::GetFrameCount();
}

void ProgrammePanel::lay_lanes(Canvas& canvas)
{
    m_diff = canvas.workspace.shown_diff();
    m_diff_version = m_diff != nullptr ? canvas.workspace.release_diff().version() : 0;
    m_lanes = editor::Lanes(*m_meeting, m_by, m_diff);
}

bool ProgrammePanel::refresh(Canvas& canvas)
{
    editor::Programme& programme = canvas.workspace.programme();
    const bool was_away = m_frame + 1 < ImGui::GetFrameCount();
    m_frame = ImGui::GetFrameCount();
    if (was_away || m_version != programme.version()) {
        let_go(canvas);
    }
    m_diff = canvas.workspace.shown_diff();
    const auto diff_version =
        m_diff != nullptr ? canvas.workspace.release_diff().version() : std::uint64_t{0};
    if (m_version == programme.version()) {
        if (m_meeting != nullptr && m_diff_version != diff_version) {
            lay_lanes(canvas);
        }
        return m_meeting != nullptr;
    }
    m_version = programme.version();
    m_meeting = programme.meeting();
    if (m_meeting == nullptr) {
        return false;
    }
    m_axis = editor::ProgrammeAxis(*m_meeting);
    lay_lanes(canvas);
    if (m_shown_meeting != programme.chosen()) {
        m_shown_meeting = programme.chosen();
        fit();
    }
    return true;
}

void ProgrammePanel::draw_meeting_picker(Canvas& canvas, float room)
{
    editor::Programme& programme = canvas.workspace.programme();
    if (programme.meetings().size() < 2) {
        return;
    }
    const auto name_of_meeting = [&](const std::string& id) {
        const model::Entity* entity = canvas.workspace.project().find(id);
        return entity != nullptr ? model::name_of(*entity, canvas.pack(), canvas.language) : id;
    };
    const std::string label =
        shortened(canvas.theme.body(), name_of_meeting(programme.chosen()), room);
    const auto picked =
        m_meetings.draw(canvas, "meeting", {.icon = "meeting", .label = label}, [&] {
            std::vector<PickItem> items;
            for (const std::string& id : programme.meetings()) {
                items.push_back({id, name_of_meeting(id), "meeting"});
            }
            return items;
        });
    if (picked) {
        programme.choose(*picked);
    }
    ImGui::SameLine(0, canvas.px(6));
}

void ProgrammePanel::draw_counts(Canvas& canvas) const
{
    const auto count = [&](Level level) {
        const auto& sessions = m_meeting->problem().sessions;
        int sum = 0;
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            sum += m_meeting->level(static_cast<Index>(i)) == level ? 1 : 0;
        }
        return sum;
    };
    ImFont* font = canvas.theme.body();
    const float height = canvas.px(Theme::control_height);
    for (const Level level : {Level::hard, Level::soft, Level::fine}) {
        const std::string number = std::to_string(count(level));
        const std::string text = glyph_of(canvas, level) + " " + number;
        const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str());
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::Dummy({size.x + canvas.px(12), height});
        ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                            {at.x, at.y + (height - size.y) / 2},
                                            color_of(canvas, level), text.c_str());
        if (ImGui::IsItemHovered()) {
            const char* key = level == Level::hard   ? "programme.count.hard"
                              : level == Level::soft ? "programme.count.soft"
                                                     : "programme.count.fine";
            canvas.hint = canvas.say(Message{key, {{"count", number}}});
        }
        ImGui::SameLine(0, 0);
    }
}

void ProgrammePanel::draw_tools(Canvas& canvas)
{
    const float room = ImGui::GetContentRegionAvail().x;
    // What stands beside the lanes: the meeting where there are several, counts and the plan.
    const bool has_choice = canvas.workspace.programme().meetings().size() > 1;
    const float beside = canvas.px(460) + (has_choice ? canvas.px(picker_ends) : 0);
    float words = 0;
    float signs = 0;
    for (const LanesBy by : editor::all_lanes_by) {
        words += button_width(canvas, {.icon = icon_of(by), .label = label_of(canvas, by)});
        signs += button_width(canvas, {.icon = icon_of(by)}) + canvas.px(2);
    }
    const bool has_words = words + beside + (has_choice ? canvas.px(widest_meeting) : 0) <= room;
    const float meeting_room = std::clamp(room - beside - (has_words ? words : signs),
                                          canvas.px(narrowest_meeting), canvas.px(widest_meeting));
    for (const LanesBy by : editor::all_lanes_by) {
        const std::string label = label_of(canvas, by);
        if (button(canvas, std::string(name_of(by)).c_str(),
                   {.icon = icon_of(by),
                    .label = has_words ? std::string_view(label) : std::string_view(),
                    .hint = has_words ? std::string() : label,
                    .is_on = m_by == by})) {
            m_by = by;
            lay_lanes(canvas);
            m_is_revealing = true;
            let_go(canvas);
        }
        ImGui::SameLine(0, canvas.px(2));
    }
    ImGui::SameLine(0, canvas.px(12));
    draw_meeting_picker(canvas, meeting_room);
    if (button(canvas, "fit", {.icon = "full_screen", .hint = canvas.say("programme.fit")})) {
        fit();
    }
    ImGui::SameLine(0, canvas.px(12));
    draw_counts(canvas);
    draw_changes_button(canvas);
    draw_search(canvas);
}

void ProgrammePanel::draw(Canvas& canvas)
{
    if (!refresh(canvas)) {
        const auto& error = canvas.workspace.programme().error();
        draw_meeting_picker(canvas, canvas.px(widest_meeting));
        ImGui::NewLine();
        empty_state(canvas, "calendar",
                    error ? canvas.say(error->message) : canvas.say("programme.empty"));
        return;
    }
    follow_search(canvas);
    draw_tools(canvas);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float gap = canvas.px(8);
    // Below the board where there is no room beside it, unless it would leave no lanes.
    const float lanes = room.y - canvas.px(tray_height) - gap - axis_height(canvas);
    const bool is_beside =
        room.x >= canvas.px(narrowest_with_tray) || lanes < canvas.px(least_of_lanes);
    const auto& placements = m_meeting->plan().placements();
    // It stays as it is while one carries: what lies under the mouse must not move away.
    const bool has_tray =
        std::any_of(placements.begin(), placements.end(), [](const schedule::Placement& each) {
            return !each.is_placed() && !each.is_dropped;
        });
    ImVec2 board = room;
    ImVec2 tray{std::min(canvas.px(tray_width), std::round(room.x * 0.34F)), room.y};
    if (has_tray && is_beside) {
        board.x -= tray.x + gap;
    } else if (has_tray) {
        tray = {room.x, canvas.px(tray_height)};
        board.y -= tray.y + gap;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_board(canvas, board);
    m_is_over_tray = false;
    if (has_tray) {
        ImGui::SetCursorScreenPos(is_beside ? ImVec2(at.x + board.x + gap, at.y)
                                            : ImVec2(at.x, at.y + board.y + gap));
        draw_tray(canvas, tray);
    }
    if (is_trying(canvas)) {
        m_press.reset(); // a plan that nobody has kept is not moved by hand
    } else {
        carry(canvas);
    }
}

} // namespace dostyk::ui
