#include "model/schema.hpp"
#include "model/value_text.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <string>

namespace dostyk::ui {

namespace {

constexpr double rest_s = 0.08;   // the mouse stays this long before a tooltip opens
constexpr double linger_s = 0.35; // and has this long to reach it
constexpr std::size_t max_levels = 5;
constexpr float tooltip_width = 340;
constexpr std::size_t max_facts = 4;
constexpr std::size_t max_names = 4;

bool is_in(ImVec2 point, ImVec2 min, ImVec2 max, float grow)
{
    return point.x >= min.x - grow && point.x < max.x + grow && point.y >= min.y - grow &&
           point.y < max.y + grow;
}

/// The first facts of an entity, as its kind orders them.
void draw_facts(Canvas& canvas, const model::Entity& entity)
{
    const model::KindRule* kind = model::find_kind(entity.kind);
    if (kind == nullptr) {
        return;
    }
    const auto resolve = model::make_resolver(canvas.workspace.project(), canvas.input.unit_names,
                                              canvas.pack(), canvas.language);
    std::size_t facts = 0;
    for (const model::FieldRule& rule : kind->fields) {
        const model::Claim* claim = model::find_claim(entity, rule.name, canvas.pack());
        const bool is_left_out = rule.name == "name" || rule.name == "description" ||
                                 rule.name == "place" || rule.name == "tags";
        if (claim == nullptr || is_left_out || facts == max_facts ||
            std::holds_alternative<std::monostate>(claim->value) ||
            std::holds_alternative<model::Refs>(claim->value)) {
            continue;
        }
        ++facts;
        ImGui::Dummy({0, canvas.px(2)});
        small_print(canvas, canvas.say("field." + std::string(rule.name)));
        const std::string text = model::text_of(claim->value, rule, canvas.language, resolve);
        paragraph(canvas,
                  std::holds_alternative<model::Word>(claim->value) ? sentence_case(text) : text);
    }
}

/// Where somebody is at the minute of the programme that is shown.
void draw_whereabouts(Canvas& canvas, const model::Entity& entity)
{
    const editor::ProgrammeMap& map = canvas.workspace.programme_map();
    if (!canvas.workspace.is_programme_shown() || map.meeting() == nullptr) {
        return;
    }
    const std::string text =
        map.text_of(entity.id, canvas.workspace.programme_clock().minute(),
                    map.meeting()->telling(canvas.language, canvas.input.unit_names));
    if (!text.empty()) {
        ImGui::Dummy({0, canvas.px(2)});
        paragraph(canvas, text);
    }
}

void draw_names(Canvas& canvas, const model::Entity& entity)
{
    const auto links = model::links_of(canvas.workspace.project(), entity, canvas.pack());
    std::size_t names = 0;
    for (const model::Link& link : links) {
        if (link.other == nullptr || names == max_names) {
            continue;
        }
        ++names;
        push_id(canvas, static_cast<int>(names));
        ImGui::Dummy({0, canvas.px(2)});
        small_print(canvas, sentence_case(
                                canvas.say("link." + link.type + (link.is_outgoing ? "" : ".in"))));
        entity_link(canvas, link.other->id,
                    model::name_of(*link.other, canvas.pack(), canvas.language));
        pop_id(canvas);
    }
    if (links.size() > names) {
        small_print(canvas, canvas.say(Message{"tooltip.more",
                                               {{"count", std::to_string(links.size() - names)}}}));
    }
}

/// What the card tells already, and what an overlay stands before, needs no tooltip.
bool speaks_on_map(const Canvas& canvas, const std::string& entity)
{
    const editor::Workspace& workspace = canvas.workspace;
    const editor::Overlays& overlays = workspace.overlays();
    const bool is_in_card = canvas.has_card && workspace.view().selected == entity;
    const bool has_overlay = overlays.has_search || overlays.has_shortcuts || overlays.has_about;
    return !entity.empty() && !is_in_card && !has_overlay;
}

} // namespace

void Tooltips::want(Canvas& canvas, const HoveredName& name)
{
    const double now = ImGui::GetTime();
    const auto level = static_cast<std::size_t>(name.level);
    if (level < m_levels.size() && m_levels[level].entity == name.entity) {
        m_levels[level].last_wanted_s = now;
        m_levels[level].anchor_min = name.min;
        m_levels[level].anchor_max = name.max;
        return;
    }
    if (m_pending != name.entity || m_pending_level != name.level) {
        m_pending = name.entity;
        m_pending_level = name.level;
        m_pending_since_s = now;
    }
    if (now - m_pending_since_s < rest_s) {
        canvas.wake(static_cast<float>(rest_s));
        return;
    }
    if (level <= m_levels.size() && level < max_levels) {
        m_levels.resize(level);
        m_levels.push_back({name.entity, name.min, name.max, {}, {}, now});
        m_pending.clear();
        canvas.wake(0);
    }
}

void Tooltips::forget(Canvas& canvas)
{
    const double now = ImGui::GetTime();
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool is_dismissed = ImGui::IsAnyMouseDown();
    // A tooltip stays while the mouse is in it or in one that came out of it.
    std::size_t kept = 0;
    bool is_lingering = false;
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        const Level& level = m_levels[i];
        const bool is_inside = is_in(mouse, level.min, level.max, canvas.px(6));
        if (is_inside || (!is_dismissed && now - level.last_wanted_s < linger_s)) {
            kept = i + 1;
            is_lingering = !is_inside && level.last_wanted_s < now;
        }
    }
    if (kept < m_levels.size()) {
        m_levels.resize(kept);
        canvas.wake(0);
    } else if (is_lingering) {
        canvas.wake(static_cast<float>(rest_s));
    }
}

void Tooltips::draw_level(Canvas& canvas, std::size_t index)
{
    const std::string entity_id = m_levels[index].entity;
    const model::Entity* entity = canvas.workspace.project().find(entity_id);
    if (entity == nullptr) {
        return;
    }
    Level& level = m_levels[index];
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(canvas.px(tooltip_width), screen.x - canvas.px(16));
    const float height = level.max.y - level.min.y;
    float x = level.anchor_max.x + canvas.px(10);
    if (x + width > screen.x) {
        x = std::max(0.0F, level.anchor_min.x - width - canvas.px(10));
    }
    // The bars stay readable: tooltips stand between them.
    const float air = canvas.px(6);
    const float top = canvas.free_top + air;
    const float bottom = canvas.free_bottom - air;
    const float y = std::clamp(level.anchor_min.y, top, std::max(top, bottom - height));
    ImGui::SetNextWindowPos({x, y});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, std::max(1.0F, bottom - top)});
    const std::string name = "tooltip" + std::to_string(index);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, canvas.colors().raised);
    canvas.part = name;
    ImGui::Begin(name.c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleColor();
    canvas.tooltip_level = static_cast<int>(index) + 1;
    draw_card_head(canvas, *entity);
    draw_whereabouts(canvas, *entity);
    draw_facts(canvas, *entity);
    draw_names(canvas, *entity);
    canvas.tooltip_level = 0;
    level.min = ImGui::GetWindowPos();
    level.max = {level.min.x + ImGui::GetWindowSize().x, level.min.y + ImGui::GetWindowSize().y};
    if (level.max.y - level.min.y != height) {
        canvas.wake(0); // its height is known only now: the next frame places it
    }
    ImGui::End();
}

void Tooltips::draw(Canvas& canvas)
{
    // The map is under everything: it speaks only where no panel does.
    if (canvas.hovered_name.entity.empty() && canvas.input.hover &&
        !ImGui::GetIO().WantCaptureMouse && speaks_on_map(canvas, canvas.input.hover->entity)) {
        const geo::ScreenPoint at = canvas.input.pointer_px;
        canvas.hovered_name = {canvas.input.hover->entity, ImVec2(at.x - 4, at.y - 4),
                               ImVec2(at.x + 4, at.y + 4), 0};
    }
    // Names inside the tooltips are known only when these are drawn.
    const HoveredName from_panels = canvas.hovered_name;
    canvas.hovered_name = {};
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        draw_level(canvas, i);
    }
    if (canvas.hovered_name.entity.empty()) {
        canvas.hovered_name = from_panels;
    }
    if (!canvas.hovered_name.entity.empty() && !ImGui::IsAnyMouseDown()) {
        want(canvas, canvas.hovered_name);
    } else {
        m_pending.clear();
    }
    forget(canvas);
}

} // namespace dostyk::ui
