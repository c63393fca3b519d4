#include "geo/mercator.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <optional>
#include <variant>

namespace dostyk::ui {

namespace {

constexpr std::size_t most_items = 9;
constexpr double degrees_about_a_place = 0.35;

bool is_key_pressed(ImGuiKey key)
{
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true);
}

void show_hit(Canvas& canvas, const editor::SearchHit& hit)
{
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

/// What an item does when it is accepted.
struct Acceptance {
    Canvas& canvas;

    void operator()(const editor::SearchHit& hit) const { show_hit(canvas, hit); }
    void operator()(editor::ActionId id) const { canvas.run(id); }
    void operator()(const editor::NewEntity& wanted) const
    {
        (void)canvas.workspace.add_entity(wanted.kind);
    }
    void operator()(const editor::ShownDate& date) const { canvas.workspace.set_date(date.iso); }
};

struct ItemMark {
    std::string kind;
    std::string_view icon = "chevron_right";
};

ItemMark mark_of(const editor::PaletteTarget& target)
{
    if (const auto* hit = std::get_if<editor::SearchHit>(&target)) {
        return {hit->entity.empty() ? std::string() : hit->kind, "pin"};
    }
    if (const auto* wanted = std::get_if<editor::NewEntity>(&target)) {
        return {wanted->kind, "plus"};
    }
    return {{}, std::holds_alternative<editor::ShownDate>(target) ? "calendar" : "chevron_right"};
}

/// Where it leads, for logs.
std::string id_of(const editor::PaletteTarget& target, std::size_t row)
{
    if (const auto* hit = std::get_if<editor::SearchHit>(&target)) {
        return hit->entity.empty() ? "place/" + std::to_string(row) : hit->entity;
    }
    if (const auto* action = std::get_if<editor::ActionId>(&target)) {
        return std::string(editor::action_of(*action).name);
    }
    if (const auto* wanted = std::get_if<editor::NewEntity>(&target)) {
        return "new/" + wanted->kind;
    }
    return std::get<editor::ShownDate>(target).iso;
}

} // namespace

void SearchPanel::accept(Canvas& canvas, const editor::PaletteItem& item)
{
    if (item.why_not) {
        return; // its row says why
    }
    canvas.workspace.overlays().has_search = false;
    std::visit(Acceptance{canvas}, item.target);
}

void SearchPanel::move_choice()
{
    const std::size_t last = m_items.empty() ? 0 : m_items.size() - 1;
    if (is_key_pressed(ImGuiKey_DownArrow)) {
        m_at = std::min(m_at + 1, last);
        m_has_moved = true;
    }
    if (is_key_pressed(ImGuiKey_UpArrow) && m_at > 0) {
        --m_at;
        m_has_moved = true;
    }
    m_at = std::min(m_at, last);
}

void SearchPanel::draw_items(Canvas& canvas)
{
    // Of commands there are more than fit: they scroll.
    const float room = ImGui::GetIO().DisplaySize.y * 0.6F;
    const bool is_long = m_items.size() > most_items;
    if (is_long) {
        begin_scroll(canvas, "items", room);
    }
    std::optional<editor::PaletteItem> accepted;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const editor::PaletteItem& item = m_items[i];
        const ItemMark mark = mark_of(item.target);
        const std::string detail = item.why_not ? canvas.say(*item.why_not) : item.detail;
        if (list_row(canvas, id_of(item.target, i).c_str(),
                     {.text = item.text,
                      .detail = detail,
                      .trailing = item.chord,
                      .kind = mark.kind,
                      .icon = mark.icon,
                      .is_on = i == m_at,
                      .is_dim = item.why_not.has_value()})) {
            accepted = item;
        }
        if (i == m_at && m_has_moved) {
            ImGui::SetScrollHereY(0.5F);
        }
    }
    m_has_moved = false;
    if (is_long) {
        ImGui::EndChild();
    }
    if (accepted) {
        accept(canvas, *accepted);
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
        m_items.clear();
        m_at = 0;
        ImGui::SetKeyboardFocusHere();
    }
    const bool is_changed = text_field(canvas, "##query", m_query, "search",
                                       canvas.say("search.hint"), ImGui::GetContentRegionAvail().x);
    // A row that Tab has marked takes Enter itself.
    const bool is_of_row = !ImGui::IsItemActive() && !ImGui::IsItemDeactivated() &&
                           !ImGui::GetCurrentContext()->NavDisableHighlight;
    const bool is_entered = !is_of_row && is_key_pressed(ImGuiKey_Enter);
    const auto version = canvas.workspace.project_version();
    if (is_changed || m_language != canvas.language || m_pack != canvas.pack() ||
        m_version != version) {
        m_language = canvas.language;
        m_pack = canvas.pack();
        m_version = version;
        m_items = editor::find_in_palette(canvas.workspace, m_query, canvas.language, most_items);
        m_at = 0;
    }
    move_choice();
    if (m_items.empty()) {
        const auto [scope, text] = editor::scope_of(m_query);
        const char* words = m_query.empty()                         ? "search.empty"
                            : scope == editor::PaletteScope::scenes ? "palette.no_scenes"
                            : scope == editor::PaletteScope::time   ? "palette.time_hint"
                                                                    : "search.nothing";
        paragraph(canvas, canvas.say(words), true);
    } else if (is_entered) {
        accept(canvas, editor::PaletteItem(m_items[m_at]));
    } else {
        draw_items(canvas);
    }
    ImGui::End();
}

} // namespace dostyk::ui
