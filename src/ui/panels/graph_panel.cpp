#include "ui/panels/graph_panel.hpp"

#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>

namespace dostyk::ui {

namespace {

constexpr float node_height = 30, row_step = 35, gap_between_columns = 70, narrowest_step = 270;

} // namespace

void GraphPanel::refresh(const Canvas& canvas)
{
    const auto& project = canvas.workspace.shared_project();
    const std::string& middle = canvas.workspace.view().selected;
    const bool is_same = m_project == project && m_pack == canvas.pack() && m_links != nullptr;
    if (!is_same) {
        m_project = project;
        m_pack = canvas.pack();
        m_links = std::make_unique<editor::LinkIndex>(*m_project, m_pack);
        m_orphans = documents_without_site(*m_project, *m_links, m_pack);
    }
    if (!is_same || m_middle != middle) {
        m_is_listing = m_is_listing && m_middle == middle;
        m_middle = middle;
        m_graph = make_relation_graph(*m_links, m_middle, m_pack);
    }
}

ImVec2 GraphPanel::place_of(const Canvas& canvas, const editor::GraphNode& node,
                            ImVec2 origin) const
{
    return {origin.x + static_cast<float>(node.step) * m_step,
            origin.y + static_cast<float>(node.row) * canvas.px(row_step)};
}

bool GraphPanel::is_lit(const editor::GraphEdge& edge) const
{
    return !m_hovered.empty() && (m_graph.nodes[edge.from].entity->id == m_hovered ||
                                  m_graph.nodes[edge.to].entity->id == m_hovered);
}

void GraphPanel::draw_edges(Canvas& canvas, ImVec2 origin) const
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const Palette& colors = canvas.colors();
    const float width = m_step - canvas.px(gap_between_columns);
    const float half = canvas.px(node_height) / 2;
    for (const bool is_lit_pass : {false, true}) {
        for (const editor::GraphEdge& edge : m_graph.edges) {
            if (is_lit(edge) != is_lit_pass || (!edge.is_branch && !is_lit_pass)) {
                continue; // links across are shown where one looks
            }
            const auto& from = m_graph.nodes[edge.from];
            const auto& to = m_graph.nodes[edge.to];
            ImVec2 start = place_of(canvas, from, origin);
            ImVec2 end = place_of(canvas, to, origin);
            const bool is_within = from.step == to.step;
            start = {start.x + (from.step > to.step ? 0 : width), start.y + half};
            end = {end.x + (is_within || to.step < from.step ? width : 0), end.y + half};
            const float bend = (is_within ? 0.8F : 0.5F) * canvas.px(gap_between_columns);
            draw.AddBezierCubic(
                start, {start.x + bend, start.y}, {end.x + (is_within ? bend : -bend), end.y}, end,
                is_lit_pass ? colors.accent : colors.border, canvas.px(is_lit_pass ? 2.0F : 1.3F));
        }
    }
}

void GraphPanel::draw_node(Canvas& canvas, const editor::GraphNode& node, ImVec2 at,
                           float width) const
{
    const Palette& colors = canvas.colors();
    const float height = canvas.px(node_height);
    const ImVec2 end{at.x + width, at.y + height};
    const std::string name = model::name_of(*node.entity, canvas.pack(), canvas.language);
    ImGui::SetCursorScreenPos(at);
    const bool is_pressed = ImGui::InvisibleButton(node.entity->id.c_str(), {width, height});
    note_control(canvas, at, end, {.id = node.entity->id, .says = name});
    if (ImGui::IsItemVisible()) {
        const bool is_hot = ImGui::IsItemHovered();
        ImDrawList& draw = *ImGui::GetWindowDrawList();
        ImFont* font = node.step == 0 ? canvas.theme.strong() : canvas.theme.body();
        draw.AddRectFilled(at, end,
                           node.step == 0 ? colors.accent_soft
                           : is_hot       ? colors.hover
                                          : colors.raised,
                           canvas.px(Theme::corner));
        draw_symbol(canvas, draw, {at.x + canvas.px(17), at.y + height / 2}, canvas.px(20),
                    scene::symbol_of(canvas.theme.style(), node.entity->kind));
        const float pin = node.has_site ? canvas.px(26) : 0;
        const float room = width - canvas.px(34 + 8) - pin;
        const std::string shown = shortened(font, name, room);
        const float y = at.y + (height - font->FontSize) / 2;
        draw.AddText(font, font->FontSize, {at.x + canvas.px(34), y},
                     canvas.is_filtered_out(*node.entity) ? colors.text_dim : colors.text,
                     shown.c_str());
        if (node.has_site) {
            draw.AddText(font, font->FontSize, {end.x - pin, y}, colors.accent,
                         canvas.theme.icon("pin").c_str());
        }
        if (is_hot) {
            canvas.workspace.view().hovered = node.entity->id;
            canvas.hint = name + "\n" + canvas.say("kind." + node.entity->kind);
            canvas.hint += node.has_site ? "\n" + canvas.say("graph.site") : std::string();
        }
    }
    if (is_pressed && node.has_site) {
        canvas.visit(node.entity->id);
    } else if (is_pressed) {
        canvas.workspace.select(node.entity->id);
    }
}

void GraphPanel::draw_graph(Canvas& canvas)
{
    if (m_graph.nodes.empty()) {
        empty_state(canvas, "graph", canvas.say("graph.choose"));
        return;
    }
    std::array<int, 3> counts{};
    for (const editor::GraphNode& node : m_graph.nodes) {
        ++counts[static_cast<std::size_t>(node.step)];
    }
    const float room = ImGui::GetContentRegionAvail().x - canvas.px(12);
    const float gap = canvas.px(gap_between_columns);
    m_step = std::max(canvas.px(narrowest_step), (room + gap) / 3);
    const float width = m_step - gap;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild("graph", {0, 0}, false, ImGuiWindowFlags_HorizontalScrollbar);
    ImGui::PopStyleVar();
    const ImVec2 top = ImGui::GetCursorScreenPos();
    ImFont* font = canvas.theme.small_font();
    const std::array<std::string, 3> titles{
        canvas.say("graph.here"),
        canvas.say(Message{"graph.near", {{"count", std::to_string(counts[1])}}}),
        canvas.say(Message{"graph.far", {{"count", std::to_string(counts[2])}}})};
    for (std::size_t step = 0; step < titles.size(); ++step) {
        const std::string title = shortened(font, titles[step], width);
        ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                            {top.x + static_cast<float>(step) * m_step, top.y},
                                            canvas.colors().text_dim, title.c_str());
    }
    const ImVec2 origin{top.x, top.y + font->FontSize + canvas.px(6)};
    draw_edges(canvas, origin);
    // The middle stays in sight however long the other columns are.
    const float seen = ImGui::GetScrollY() + ImGui::GetWindowHeight() / 2 - canvas.px(row_step);
    m_hovered.clear();
    for (const editor::GraphNode& node : m_graph.nodes) {
        const ImVec2 at = place_of(canvas, node, origin);
        draw_node(canvas, node, at, width);
        if (ImGui::IsItemHovered()) {
            m_hovered = node.entity->id;
        }
        if (node.step == 0 && ImGui::IsWindowAppearing()) {
            ImGui::SetScrollY(std::max(0.0F, at.y - top.y - seen));
        }
    }
    ImGui::SetCursorScreenPos({top.x + 2 * m_step + width,
                               origin.y + static_cast<float>(m_graph.rows) * canvas.px(row_step)});
    ImGui::Dummy({1, 1});
    if (m_graph.nodes.size() == 1) {
        ImGui::SetCursorScreenPos({top.x + m_step, origin.y});
        paragraph(canvas, canvas.say("graph.no_links"), true);
    }
    ImGui::EndChild();
}

void GraphPanel::draw_orphans(Canvas& canvas)
{
    begin_scroll(canvas, "orphans");
    if (m_orphans.empty()) {
        empty_state(canvas, "check", canvas.say("graph.orphans_none"));
    } else {
        paragraph(canvas, canvas.say("graph.orphans_why"), true);
    }
    for (const model::Entity* document : m_orphans) {
        const std::string name = model::name_of(*document, canvas.pack(), canvas.language);
        if (list_row(canvas, document->id.c_str(),
                     {.text = name, .kind = document->kind, .is_on = document->id == m_middle})) {
            canvas.workspace.select(document->id);
        }
        if (ImGui::IsItemHovered()) {
            canvas.workspace.view().hovered = document->id;
        }
    }
    ImGui::EndChild();
}

void GraphPanel::draw_tools(Canvas& canvas)
{
    const std::string label =
        canvas.say(Message{"graph.orphans", {{"count", std::to_string(m_orphans.size())}}});
    const float room = ImGui::GetContentRegionAvail().x;
    const float natural = button_width(canvas, {.icon = "document", .label = label});
    if (button(canvas, "orphans button",
               {.icon = "document",
                .label = label,
                .look = ButtonLook::filled,
                .is_on = m_is_listing,
                .width = std::min(natural, room)})) {
        m_is_listing = !m_is_listing;
    }
    ImGui::Dummy({0, canvas.px(2)});
}

void GraphPanel::draw(Canvas& canvas)
{
    refresh(canvas);
    draw_tools(canvas);
    if (m_is_listing) {
        draw_orphans(canvas);
    } else {
        draw_graph(canvas);
    }
}

} // namespace dostyk::ui
