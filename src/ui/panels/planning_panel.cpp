#include "ui/panels/planning_panel.hpp"

#include "core/fold.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/planned_meeting.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::ui {

namespace {

using schedule::Custom;
using schedule::CustomUnit;
using schedule::RuleId;
using schedule::Tier;

/// [px at scale 1]
constexpr float code_width = 44, tier_width = 158, value_width = 88, least_words = 180, gap = 6;

constexpr std::array tiers{std::pair(Tier::hard, "hard"), std::pair(Tier::soft, "soft"),
                           std::pair(Tier::off, "off")};

std::string tier_text(const Canvas& canvas, Tier tier)
{
    const auto* const found = std::find_if(tiers.begin(), tiers.end(),
                                           [&](const auto& each) { return each.first == tier; });
    return canvas.say("tier." + std::string(found->second));
}

/// Commit the edit of a row. \returns the sentence why there is none.
std::string commit(Canvas& canvas, const Result<editor::RowEdit>& edit, std::string_view run = {})
{
    if (!edit) {
        return canvas.say(edit.error().message);
    }
    if (*edit) {
        (void)canvas.workspace.submit(**edit, run);
    }
    return {};
}

/// The same for what is pressed: the status bar says why not.
void commit_or_tell(Canvas& canvas, const Result<editor::RowEdit>& edit)
{
    if (!edit) {
        canvas.workspace.tell(edit.error());
    } else {
        (void)commit(canvas, edit);
    }
}

float controls_width(const Canvas& canvas, float tier)
{
    return tier + canvas.px(value_width + Theme::control_height + 2 * gap);
}

void end_row(Canvas& canvas, float left, float below)
{
    ImGui::SetCursorScreenPos({left, below + canvas.px(gap)});
    ImGui::Dummy({0, 0}); // the row counts for how far one can scroll
}

} // namespace

PlanningPanel::Columns PlanningPanel::columns_of(const Canvas& canvas)
{
    const float room = ImGui::GetContentRegionAvail().x - canvas.px(4);
    const float tier = canvas.px(tier_width);
    const float beside = room - controls_width(canvas, tier) - canvas.px(gap);
    if (beside >= canvas.px(code_width + least_words)) {
        return {beside, tier, true};
    }
    const float left = room - controls_width(canvas, 0) - canvas.px(code_width);
    return {room, std::clamp(left, canvas.px(60), tier), false};
}

void PlanningPanel::refresh(const Canvas& canvas, const model::Entity& meeting)
{
    if (m_version == canvas.workspace.project_version() && m_meeting == meeting.id) {
        return;
    }
    if (m_meeting != meeting.id) {
        m_drafts.clear();
    }
    m_version = canvas.workspace.project_version();
    m_meeting = meeting.id;
    m_rules = editor::planning_rules(meeting);
}

bool PlanningPanel::is_wanted(const Words& words) const
{
    return (words.is_changed || !m_has_changed_alone) &&
           (m_filter.empty() ||
            fold(words.code + " " + words.text).find(fold(m_filter)) != std::string::npos);
}

float PlanningPanel::draw_words(Canvas& canvas, const Words& words) const
{
    const Palette& colors = canvas.colors();
    ImFont* font = canvas.theme.body();
    ImFont* small = canvas.theme.small_font();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float code = words.code.empty() ? 0 : canvas.px(code_width);
    const float wrap = m_columns.words - code;
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap, words.text.c_str());
    const float detail =
        words.detail.empty()
            ? 0
            : small->CalcTextSizeA(small->FontSize, FLT_MAX, wrap, words.detail.c_str()).y;
    const float height = std::max(canvas.px(Theme::control_height), size.y + detail);
    const float top = at.y + (height - size.y - detail) / 2;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImU32 ink = words.is_changed ? colors.accent : colors.text_dim;
    draw.AddText(small, small->FontSize, {at.x, top + (font->FontSize - small->FontSize) / 2}, ink,
                 words.code.c_str());
    draw.AddText(font, font->FontSize, {at.x + code, top}, colors.text, words.text.c_str(), nullptr,
                 wrap);
    draw.AddText(small, small->FontSize, {at.x + code, top + size.y}, colors.warning,
                 words.detail.c_str(), nullptr, wrap);
    note_fit(canvas, words.text, size.x, wrap + 1);
    ImGui::SetCursorScreenPos(
        m_columns.is_beside ? ImVec2(at.x + m_columns.words + canvas.px(gap), at.y)
                            : ImVec2(at.x + canvas.px(code_width), at.y + height + canvas.px(4)));
    return at.y + height;
}

bool PlanningPanel::draw_reset(Canvas& canvas, ImVec2 controls) const
{
    const float reset = controls_width(canvas, m_columns.tier) - canvas.px(Theme::control_height);
    ImGui::SetCursorScreenPos({controls.x + reset, controls.y});
    return button(canvas, "reset", {.icon = "undo", .hint = canvas.say("planning.reset")});
}

void PlanningPanel::draw_tier(Canvas& canvas, const model::Entity& meeting, RuleId id) const
{
    const Tier now = m_rules.book[id].tier;
    if (button(canvas, "tier",
               {.icon = "chevron_down",
                .label = tier_text(canvas, now),
                .look = ButtonLook::filled,
                .width = m_columns.tier})) {
        ImGui::OpenPopup("tiers");
    }
    ImGui::SetNextWindowSize({canvas.px(220), 0});
    if (!ImGui::BeginPopup("tiers", ImGuiWindowFlags_NoMove)) {
        return;
    }
    for (const auto& [tier, name] : tiers) {
        if (usual_rule(id, tier) &&
            list_row(canvas, name, {.text = tier_text(canvas, tier), .is_on = tier == now})) {
            commit_or_tell(canvas, editor::set_tier(meeting, id, tier));
            ImGui::CloseCurrentPopup();
        }
    }
    ImGui::EndPopup();
}

void PlanningPanel::draw_weight(Canvas& canvas, const model::Entity& meeting, RuleId id)
{
    const std::string key = "weight " + code_of(id);
    ImGui::BeginGroup();
    m_drafts.draw(canvas, key, "weight", std::to_string(m_rules.book[id].weight),
                  {.empty_words = canvas.say("planning.weight"), .width = canvas.px(value_width)},
                  [&](const std::string& typed) {
                      return commit(canvas, editor::set_weight(meeting, id, typed), key);
                  });
    ImGui::EndGroup();
}

void PlanningPanel::draw_rule(Canvas& canvas, const model::Entity& meeting, RuleId id,
                              const Words& words)
{
    push_id(canvas, words.code);
    const float left = ImGui::GetCursorScreenPos().x;
    float below = draw_words(canvas, words);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_tier(canvas, meeting, id);
    below = std::max(below, at.y + canvas.px(Theme::control_height));
    if (m_rules.book[id].tier == Tier::soft) {
        ImGui::SetCursorScreenPos({at.x + m_columns.tier + canvas.px(gap), at.y});
        draw_weight(canvas, meeting, id);
        below = std::max(below, ImGui::GetItemRectMax().y);
    }
    if (words.is_changed && draw_reset(canvas, at)) {
        commit_or_tell(canvas, editor::reset_rule(meeting, id));
    }
    pop_id(canvas);
    end_row(canvas, left, below);
}

float PlanningPanel::draw_value(Canvas& canvas, const model::Entity& meeting, const Custom& custom)
{
    const int value = m_rules.book.customs.*custom.member;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string key(custom.name);
    if (custom.unit == CustomUnit::flag) {
        if (button(canvas, "value",
                   {.label = canvas.say(value != 0 ? "value.yes" : "value.no"),
                    .look = ButtonLook::filled,
                    .is_on = value != 0,
                    .width = canvas.px(value_width)})) {
            commit_or_tell(canvas, editor::set_custom(meeting, custom, value != 0 ? 0 : 1));
        }
        return at.y + canvas.px(Theme::control_height);
    }
    ImGui::BeginGroup();
    m_drafts.draw(canvas, key, "value", editor::typed_text(custom, value),
                  {.empty_words = canvas.say("planning.value"), .width = canvas.px(value_width)},
                  [&](const std::string& typed) {
                      const auto read = editor::parse_custom(custom, typed);
                      return read ? commit(canvas, editor::set_custom(meeting, custom, *read), key)
                                  : canvas.say(read.error().message);
                  });
    ImGui::EndGroup();
    const float below = ImGui::GetItemRectMax().y;
    const char* unit = custom.unit == CustomUnit::minutes       ? "custom.unit.minutes"
                       : custom.unit == CustomUnit::km_per_hour ? "custom.unit.km_per_hour"
                                                                : "";
    if (*unit != '\0') {
        ImFont* font = canvas.theme.small_font();
        ImGui::GetWindowDrawList()->AddText(
            font, font->FontSize,
            {at.x + canvas.px(value_width + gap),
             at.y + (canvas.px(Theme::control_height) - font->FontSize) / 2},
            canvas.colors().text_dim, canvas.say(unit).c_str());
    }
    return below;
}

void PlanningPanel::draw_custom(Canvas& canvas, const model::Entity& meeting, const Custom& custom,
                                const Words& words)
{
    push_id(canvas, custom.name);
    const float left = ImGui::GetCursorScreenPos().x;
    float below = draw_words(canvas, words);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    below = std::max(below, draw_value(canvas, meeting, custom));
    if (words.is_changed && draw_reset(canvas, at)) {
        commit_or_tell(canvas, editor::reset_custom(meeting, custom));
    }
    pop_id(canvas);
    end_row(canvas, left, below);
}

void PlanningPanel::draw_rules(Canvas& canvas, const model::Entity& meeting, const char* title,
                               char letter)
{
    bool has_title = false;
    for (std::size_t i = 0; i < schedule::rule_count; ++i) {
        const auto id = static_cast<RuleId>(i);
        const Words words{
            code_of(id), canvas.say("rule." + key_of(id)), {}, m_rules.is_changed(id)};
        if (words.code.front() == letter && is_wanted(words)) {
            if (!std::exchange(has_title, true)) {
                section(canvas, canvas.say(title));
            }
            draw_rule(canvas, meeting, id, words);
        }
    }
}

void PlanningPanel::draw_customs(Canvas& canvas, const model::Entity& meeting)
{
    bool has_title = false;
    for (const Custom& custom : schedule::customs()) {
        const Words words{{},
                          canvas.say("custom." + std::string(custom.name)),
                          custom.is_assumed ? canvas.say("planning.assumed") : std::string(),
                          m_rules.is_changed(custom)};
        if (is_wanted(words)) {
            if (!std::exchange(has_title, true)) {
                section(canvas, canvas.say("planning.customs"));
            }
            draw_custom(canvas, meeting, custom, words);
        }
    }
}

void PlanningPanel::draw_unread(Canvas& canvas, const model::Entity& meeting) const
{
    for (std::size_t i = 0; i < m_rules.unread.size(); ++i) {
        push_id(canvas, static_cast<int>(i));
        const std::string& line = m_rules.unread[i];
        const std::string text =
            canvas.say(Message{"error.schedule.planning_line", {{"line", line}}});
        const float room = canvas.px(Theme::control_height + gap);
        if (list_row(canvas, "unread", {.text = text, .icon = "warning", .room = room})) {
            canvas.workspace.select(meeting.id);
        }
        ImGui::SameLine(0, canvas.px(gap));
        if (button(canvas, "remove", {.icon = "trash", .hint = canvas.say("planning.remove")})) {
            commit_or_tell(canvas, editor::remove_line(meeting, line));
        }
        pop_id(canvas);
    }
}

void PlanningPanel::draw_tools(Canvas& canvas)
{
    const std::string label =
        canvas.say(Message{"planning.changed", {{"count", std::to_string(m_rules.changes)}}});
    const float chip = button_width(canvas, {.label = label});
    const float room = ImGui::GetContentRegionAvail().x - chip - canvas.px(gap + 4);
    (void)text_field(canvas, "##filter", m_filter, "search", canvas.say("planning.filter"),
                     std::clamp(room, canvas.px(100), canvas.px(320)));
    ImGui::SameLine(0, canvas.px(gap));
    if (button(canvas, "changed",
               {.label = label,
                .hint = canvas.say("planning.changed.hint"),
                .look = ButtonLook::filled,
                .is_on = m_has_changed_alone})) {
        m_has_changed_alone = !m_has_changed_alone;
    }
}

void PlanningPanel::draw(Canvas& canvas)
{
    const model::Entity* meeting = draw_planned_meeting(canvas);
    if (meeting == nullptr) {
        return;
    }
    refresh(canvas, *meeting);
    draw_tools(canvas);
    begin_scroll(canvas, "rules");
    m_columns = columns_of(canvas);
    draw_unread(canvas, *meeting);
    draw_rules(canvas, *meeting, "planning.must", 'H');
    draw_rules(canvas, *meeting, "planning.wishes", 'S');
    draw_customs(canvas, *meeting);
    if (m_has_changed_alone && m_rules.changes == 0) {
        paragraph(canvas, canvas.say("planning.as_catalogue"), true);
    }
    ImGui::EndChild();
}

} // namespace dostyk::ui
