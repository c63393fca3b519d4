#include "editor/workspace.hpp"

#include "geo/mercator.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dostyk::editor {

namespace {

std::string next_style_name(const std::string& name)
{
    const auto names = scene::style_names();
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() || std::next(found) == names.end() ? names.front()
                                                                   : *std::next(found);
}

} // namespace

Workspace::Workspace(std::shared_ptr<const model::Project> project,
                     std::shared_ptr<const geo::MapData> map, const Settings& settings)
: Workspace(std::make_unique<EditSession>(std::move(project)), std::move(map), settings)
{}

Workspace::Workspace(std::unique_ptr<EditSession> edits, std::shared_ptr<const geo::MapData> map,
                     const Settings& settings)
: m_edits(std::move(edits)),
  m_project(m_edits->project()),
  m_map(std::move(map)),
  m_settings(settings)
{
    m_view.language = settings.language;
    m_view.second_language = settings.second_language;
    m_view.mode = settings.mode;
    m_view.pack = m_project->default_pack;
    m_view.scale = scale_of(m_settings);
    m_view.camera = settings.camera.value_or(
        scene::Camera{geo::to_world(m_project->view.centre), m_project->view.zoom});
    m_motion.set_reduced(settings.is_motion_reduced);
    m_programme.choose(settings.meeting);
    m_timeline = make_timeline(*m_project, m_view.pack);
}

Effect Workspace::run(ActionId id)
{
    switch (id) {
    case ActionId::quit:
        return Effect::quit;
    case ActionId::toggle_full_screen:
        return Effect::toggle_full_screen;
    case ActionId::save_picture:
        return Effect::save_picture;
    case ActionId::copy_picture:
        return Effect::copy_picture;
    case ActionId::paste:
        return Effect::paste;
    default:
        (void)(run_view(id) || run_programme(id) || run_time(id) || run_panels(id) ||
               run_layouts(id) || run_edits(id) || run_tools(id) || run_files(id));
        return Effect::none;
    }
}

bool Workspace::run_tools(ActionId id)
{
    if (id < ActionId::tool_select || id > ActionId::tool_measure_road) {
        return false;
    }
    const auto index = static_cast<int>(id) - static_cast<int>(ActionId::tool_select);
    m_tools.choose(static_cast<ToolId>(index), *this);
    return true;
}

void Workspace::close_topmost()
{
    // The nearest thing first, as everywhere: an overlay, the motion, the selection.
    for (bool* overlay :
         {&m_overlays.has_session_in_hand, &m_overlays.has_cell_edit, &m_overlays.has_search,
          &m_overlays.has_shortcuts, &m_overlays.has_about, &m_overlays.has_findings}) {
        if (std::exchange(*overlay, false)) {
            return;
        }
    }
    if (has_sheet()) {
        close_sheet();
        return;
    }
    if (m_tools.cancel(*this)) {
        return;
    }
    if (is_animating()) {
        m_motion.stop();
        m_is_playing = false;
        m_programme_clock.stop();
        return;
    }
    // A slot alone covers the map.
    const bool is_covered = front_slot == FrontSlot::left || front_slot == FrontSlot::right;
    if (!has_room_for_both_slots && is_covered) {
        front_slot = FrontSlot::none;
        return;
    }
    m_view.selected.clear();
}

void Workspace::open_sheet(Sheet sheet)
{
    // One thing at a time has the keyboard.
    m_overlays.has_search = m_overlays.has_shortcuts = m_overlays.has_about =
        m_overlays.has_findings = m_overlays.has_cell_edit = m_overlays.has_session_in_hand = false;
    if (sheet != Sheet::import_file) {
        close_sheet();
    }
    m_overlays.sheet = sheet;
}

bool Workspace::run_view(ActionId id)
{
    constexpr float pan_step_px = 120;
    switch (id) {
    case ActionId::next_language:
        set_language(next_language(m_view.language));
        return true;
    case ActionId::toggle_second_language:
        // The state language of the other side, so that both are on the screen.
        m_view.second_language = m_view.second_language            ? std::nullopt
                                 : m_view.language == Language::ru ? std::optional(Language::en)
                                                                   : std::optional(Language::ru);
        return true;
    case ActionId::next_style:
        m_settings.style = next_style_name(m_settings.style);
        return true;
    case ActionId::next_pack:
        set_pack(m_view.pack == model::Pack::strict ? model::Pack::enriched : model::Pack::strict);
        return true;
    case ActionId::toggle_graticule:
        m_view.has_graticule = !m_view.has_graticule;
        return true;
    case ActionId::zoom_in:
        step_zoom(1);
        return true;
    case ActionId::zoom_out:
        step_zoom(-1);
        return true;
    case ActionId::pan_left:
        pan(-pan_step_px, 0);
        return true;
    case ActionId::pan_right:
        pan(pan_step_px, 0);
        return true;
    case ActionId::pan_up:
        pan(0, -pan_step_px);
        return true;
    case ActionId::pan_down:
        pan(0, pan_step_px);
        return true;
    case ActionId::whole_region:
        if (const auto bounds = m_find_bounds ? m_find_bounds("all") : std::nullopt) {
            fly_to(*bounds);
        }
        return true;
    case ActionId::fly_to_selection:
        fly_to_selection();
        return true;
    default:
        break;
    }
    if (id >= ActionId::mode_1 && id <= ActionId::mode_8) {
        const int index = static_cast<int>(id) - static_cast<int>(ActionId::mode_1);
        set_mode(static_cast<scene::MapMode>(index));
        return true;
    }
    return false;
}

bool Workspace::run_time(ActionId id)
{
    switch (id) {
    case ActionId::time_play:
        start_or_stop_time();
        return true;
    case ActionId::time_range_start:
    case ActionId::time_range_end:
    case ActionId::time_range_clear:
        bound_time(id);
        return true;
    case ActionId::time_back:
        step_year(-1);
        return true;
    case ActionId::time_forward:
        step_year(1);
        return true;
    case ActionId::time_first:
        show_year(m_timeline.first_year);
        return true;
    case ActionId::time_last:
        show_year(m_timeline.last_year);
        return true;
    case ActionId::time_today:
        set_date({});
        return true;
    default:
        return false;
    }
}

bool Workspace::run_panels(ActionId id)
{
    const auto toggle = [](bool& flag) { flag = !flag; };
    switch (id) {
    case ActionId::close:
        close_topmost();
        return true;
    case ActionId::open_search:
        m_overlays.has_search = true;
        return true;
    case ActionId::show_shortcuts:
        toggle(m_overlays.has_shortcuts);
        return true;
    case ActionId::show_about:
        toggle(m_overlays.has_about);
        return true;
    case ActionId::show_profiler:
        toggle(m_overlays.has_profiler);
        return true;
    case ActionId::toggle_panels:
        toggle(m_overlays.are_panels_hidden);
        return true;
    case ActionId::show_findings:
        toggle(m_overlays.has_findings);
        return true;
    case ActionId::scale_up:
    case ActionId::scale_down:
    case ActionId::scale_reset: {
        constexpr float step = 0.25F;
        const float scale = m_view.scale + (id == ActionId::scale_up ? step : -step);
        m_settings.ui_scale = id == ActionId::scale_reset
                                  ? std::nullopt
                                  : std::optional(std::clamp(scale, min_ui_scale, max_ui_scale));
        m_view.scale = scale_of(m_settings);
        return true;
    }
    case ActionId::toggle_reduced_motion:
        toggle(m_settings.is_motion_reduced);
        m_motion.set_reduced(m_settings.is_motion_reduced);
        return true;
    case ActionId::select_back:
        if (m_history_at > 1) {
            --m_history_at;
            show_selected(m_history[m_history_at - 1]);
        }
        return true;
    case ActionId::select_forward:
        if (m_history_at < m_history.size()) {
            ++m_history_at;
            show_selected(m_history[m_history_at - 1]);
        }
        return true;
    default:
        return false;
    }
}

void Workspace::toggle_pin(const std::string& entity)
{
    auto& pinned = m_settings.pinned;
    const auto found = std::find(pinned.begin(), pinned.end(), entity);
    if (found != pinned.end()) {
        pinned.erase(found);
    } else {
        pinned.push_back(entity);
    }
}

bool Workspace::is_pinned(const std::string& entity) const
{
    const auto& pinned = m_settings.pinned;
    return std::find(pinned.begin(), pinned.end(), entity) != pinned.end();
}

void Workspace::set_pack(model::Pack pack)
{
    m_view.pack = pack;
    m_timeline = make_timeline(*m_project, pack);
    m_time_range = {}; // of years that the other pack may not have
    m_search.reset();
    if (const model::Entity* entity = selected();
        entity != nullptr && !model::is_in(*entity, pack)) {
        m_view.selected.clear();
    }
}

void Workspace::set_language(Language language) noexcept
{
    if (m_view.second_language == language && m_view.language != language) {
        m_view.second_language = m_view.language;
    }
    m_view.language = language;
}

void Workspace::set_date(const std::string& iso)
{
    m_view.date = iso;
}

const SearchIndex& Workspace::search_index()
{
    if (m_search == nullptr) {
        m_search = std::make_unique<SearchIndex>(*m_project, *m_map, m_view.pack);
    }
    return *m_search;
}

Settings Workspace::settings_to_keep() const
{
    Settings kept = m_settings;
    kept.language = m_view.language;
    kept.second_language = m_view.second_language;
    kept.mode = m_view.mode;
    kept.camera = m_view.camera;
    kept.meeting = m_programme.wanted();
    return kept;
}

} // namespace dostyk::editor
