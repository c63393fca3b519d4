#include "geo/mercator.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace dostyk::ui {

namespace {

constexpr std::size_t max_hits = 9;
constexpr double degrees_about_a_place = 0.35;

bool is_key_pressed(ImGuiKey key)
{
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true);
}

} // namespace

void SearchPanel::accept(Canvas& canvas, const editor::SearchHit& hit)
{
    canvas.workspace.overlays().has_search = false;
    if (!hit.entity.empty()) {
        canvas.visit(hit.entity);
        return;
    }
    geo::WorldBounds bounds;
    const double reach = hit.kind == "places" ? degrees_about_a_place : 3 * degrees_about_a_place;
    bounds.add(geo::to_world({hit.at.lon - reach, hit.at.lat - reach}));
    bounds.add(geo::to_world({hit.at.lon + reach, hit.at.lat + reach}));
    canvas.workspace.fly_to(bounds);
}

void SearchPanel::move_choice()
{
    const std::size_t last = m_hits.empty() ? 0 : m_hits.size() - 1;
    if (is_key_pressed(ImGuiKey_DownArrow)) {
        m_at = std::min(m_at + 1, last);
    }
    if (is_key_pressed(ImGuiKey_UpArrow) && m_at > 0) {
        --m_at;
    }
    m_at = std::min(m_at, last);
}

void SearchPanel::draw_hits(Canvas& canvas)
{
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        const editor::SearchHit& hit = m_hits[i];
        const bool is_entity = !hit.entity.empty();
        std::string detail = canvas.say((is_entity ? "kind." : "place_kind.") + hit.kind);
        if (!hit.matched.empty() && hit.matched != hit.name) {
            detail += " · " + hit.matched;
        }
        ImGui::PushID(static_cast<int>(i));
        const bool is_pressed = list_row(canvas, "hit",
                                         {.text = hit.name,
                                          .detail = detail,
                                          .kind = is_entity ? hit.kind : std::string{},
                                          .icon = "pin",
                                          .is_on = i == m_at});
        ImGui::PopID();
        if (is_pressed) {
            accept(canvas, editor::SearchHit(hit));
            return;
        }
    }
}

void SearchPanel::draw(Canvas& canvas)
{
    const bool is_open = canvas.workspace.overlays().has_search;
    const bool is_new = is_open && !m_was_open;
    m_was_open = is_open;
    if (!is_open) {
        return;
    }
    begin_overlay(canvas, "search", 620);
    if (is_new) {
        m_query.clear();
        m_hits.clear();
        m_at = 0;
        ImGui::SetKeyboardFocusHere();
    }
    const bool is_changed = text_field(canvas, "##query", m_query, "search",
                                       canvas.say("search.hint"), ImGui::GetContentRegionAvail().x);
    if (is_changed || m_language != canvas.language || m_pack != canvas.pack()) {
        m_language = canvas.language;
        m_pack = canvas.pack();
        m_hits = canvas.workspace.search_index().find(m_query, canvas.language, max_hits);
        m_at = 0;
    }
    move_choice();
    const bool is_entered = is_key_pressed(ImGuiKey_Enter);
    if (m_hits.empty()) {
        paragraph(canvas, canvas.say(m_query.empty() ? "search.empty" : "search.nothing"), true);
    } else if (is_entered) {
        accept(canvas, editor::SearchHit(m_hits[m_at]));
    } else {
        draw_hits(canvas);
    }
    ImGui::End();
}

} // namespace dostyk::ui
