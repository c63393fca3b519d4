#include "editor/map_tools.hpp"

#include "editor/workspace.hpp"

#include <utility>

namespace dostyk::editor {

ToolView MapTools::view_of(Workspace& workspace)
{
    const scene::ViewState& view = workspace.view();
    if (!m_lookup) {
        m_lookup.emplace(workspace.shared_project(), workspace.shared_map(), view.pack);
    }
    m_lookup->set_project(workspace.shared_project(), view.pack);
    ToolView seen{workspace.project(), workspace.map(), *m_lookup, view.camera,
                  workspace.viewport()};
    seen.scale = view.scale;
    seen.language = view.language;
    seen.pack = view.pack;
    seen.selected = workspace.selected();
    seen.pick = m_pick ? m_pick : [](geo::ScreenPoint) { return std::string(); };
    seen.pick_feature = m_pick_feature;
    return seen;
}

void MapTools::apply(ToolResult result, Workspace& workspace)
{
    if (result.select) {
        workspace.select(*result.select);
    }
    if (result.mark) {
        workspace.mark(*std::move(result.mark));
    }
    if (result.answer) {
        m_answer = *std::move(result.answer);
        std::vector<std::string> hits;
        for (const BufferHit& hit : m_answer.hits) {
            hits.push_back(hit.entity);
        }
        workspace.list_hits(std::move(hits), true); // the table shows them, and only them
    }
    const geo::WorldBounds seen =
        scene::visible_bounds(workspace.view().camera, workspace.viewport());
    const geo::WorldBounds& wanted = result.show;
    if (!wanted.is_empty() && !(seen.contains(wanted.min) && seen.contains(wanted.max))) {
        workspace.fly_to(wanted);
    }
    if (result.command) {
        (void)workspace.submit(*result.command); // where it fails, the workspace says why
        if (std::exchange(m_is_for_one, false)) {
            choose(ToolId::select, workspace);
            workspace.ask_for_name(); // what stands where one wanted it is named next
        }
    }
    if (result.notice) {
        workspace.tell(*std::move(result.notice));
    }
}

void MapTools::choose(ToolId id, Workspace& workspace)
{
    m_answer = {};
    m_is_for_one = false;
    m_seen_selection = workspace.view().selected;
    apply(m_toolbox.choose(id, view_of(workspace)), workspace);
}

void MapTools::place_new(Workspace& workspace)
{
    choose(ToolId::point, workspace);
    m_is_for_one = true;
}

void MapTools::move(const ToolPointer& pointer, Workspace& workspace)
{
    m_toolbox.move(pointer, view_of(workspace));
}

bool MapTools::press(const ToolPointer& pointer, Workspace& workspace)
{
    return m_toolbox.press(pointer, view_of(workspace));
}

void MapTools::release(const ToolPointer& pointer, Workspace& workspace)
{
    apply(m_toolbox.release(pointer, view_of(workspace)), workspace);
}

void MapTools::click(const ToolPointer& pointer, Workspace& workspace)
{
    apply(m_toolbox.click(pointer, view_of(workspace)), workspace);
}

bool MapTools::key(Chord chord, Workspace& workspace)
{
    ToolKey done = m_toolbox.key(chord, view_of(workspace));
    if (done.pan_x != 0 || done.pan_y != 0) {
        workspace.drag(-done.pan_x, -done.pan_y);
    }
    apply(std::move(done.result), workspace);
    return done.is_used;
}

void MapTools::enter_text(std::string_view text, Workspace& workspace)
{
    apply(m_toolbox.enter_text(text, view_of(workspace)), workspace);
}

bool MapTools::cancel(Workspace& workspace)
{
    const bool was_busy = m_toolbox.cancel(view_of(workspace));
    if (was_busy && m_answer.radius_km > 0) {
        m_answer = {};
    }
    return was_busy;
}

void MapTools::update(Workspace& workspace)
{
    if (workspace.view().selected != m_seen_selection) {
        m_seen_selection = workspace.view().selected;
        if (!m_toolbox.is_dragging()) {
            apply(m_toolbox.selection_changed(view_of(workspace)), workspace);
        }
    }
    workspace.view().tool = m_toolbox.overlay(view_of(workspace));
}

} // namespace dostyk::editor
