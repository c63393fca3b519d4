/// \file
/// What the open program holds and how actions change it. Headless: panels draw it, keys and panels
/// submit actions to it.

#pragma once

#include "core/background.hpp"
#include "core/time.hpp"
#include "editor/actions.hpp"
#include "editor/edit_session.hpp"
#include "editor/export_session.hpp"
#include "editor/import_session.hpp"
#include "editor/map_tools.hpp"
#include "editor/new_meeting.hpp"
#include "editor/plan_search.hpp"
#include "editor/programme.hpp"
#include "editor/programme_clock.hpp"
#include "editor/programme_map.hpp"
#include "editor/programme_tallies.hpp"
#include "editor/release_diff.hpp"
#include "editor/search.hpp"
#include "editor/settings.hpp"
#include "editor/timeline.hpp"
#include "editor/translations.hpp"
#include "editor/user_layers.hpp"
#include "geo/layer.hpp"
#include "model/project.hpp"
#include "scene/compose.hpp"
#include "scene/motion.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::editor {

/// What an action asks of the window, beyond the workspace's own change.
enum class Effect {
    none,
    quit,
    toggle_full_screen,
    save_picture,
    copy_picture,
    paste, ///< workspace.paste() wants what is on the clipboard
    open_project,
};

/// A large panel over the middle of the map, at most one. It takes the keyboard, and what lies
/// beside it waits until it is closed.
enum class Sheet {
    none,
    start,
    open_file,
    import_file,
    export_project,
    new_meeting,
    new_project,
    recovery
};

/// Which overlays are open. Only one of the overlays takes the keyboard at a time.
struct Overlays {
    bool has_search = false;
    bool has_shortcuts = false;
    bool has_profiler = false;
    bool has_about = false;
    bool has_findings = false;
    bool are_panels_hidden = false;
    bool has_cell_edit = false;       ///< A cell of the table is being written
    bool has_session_in_hand = false; ///< One of the programme is carried; false = give it up
    Sheet sheet = Sheet::none;
};

/// A sentence for the status bar, until the next one.
struct Notice {
    Error said; ///< Also where nothing failed: a sentence and its place
    bool is_failure = false;
};

/// The slot that is shown where there is room for one; `by_room` until somebody has chosen.
enum class FrontSlot { by_room, none, left, right };

/// The open project and all that a person has chosen.
class Workspace {
public:
    Workspace(std::unique_ptr<EditSession> edits, std::shared_ptr<const geo::MapData> map,
              const Settings& settings);
    /// A project that is only shown.
    Workspace(std::shared_ptr<const model::Project> project,
              std::shared_ptr<const geo::MapData> map, const Settings& settings);

    /// Commit an edit; where that fails the notice says why.
    ///
    /// What is shown changes at the end of the frame, in take_edits(): until then references into
    /// the project stay good. \param run  As EditSession::submit() has it.
    bool submit(const Command& command, std::string_view run = {});
    /// Add an entity of a kind, select it and edit it. Its id tells kind and day: it never changes.
    bool add_entity(const std::string& kind);
    /// An id that no entity has: it tells kind and day, "venue-20261124-1".
    [[nodiscard]] std::string free_id(const std::string& kind) const;
    /// Where templates of meetings lie; they are read when they are first asked for.
    void set_template_folder(std::filesystem::path folder)
    {
        m_template_folder = std::move(folder);
    }
    [[nodiscard]] const std::vector<io::MeetingTemplate>& meeting_templates();
    /// Add a meeting with its sessions as one step, select it and list its sessions.
    bool add_meeting(const io::MeetingTemplate& from, const MeetingPlan& plan);
    /// Take what there is in the place of a damaged store; a notice says where that one is kept.
    void rescue(bool from_backup);
    /// Why an action cannot run now; nothing when it can.
    [[nodiscard]] std::optional<Message> why_not(ActionId id);
    /// Why nothing can be edited; nothing when it can.
    [[nodiscard]] std::optional<Message> why_not_edit() const;
    /// Show what was edited, here or elsewhere; false when nothing was.
    bool take_edits();
    [[nodiscard]] EditSession& edits() noexcept { return *m_edits; }
    [[nodiscard]] const EditSession& edits() const noexcept { return *m_edits; }

    void tell(Message message)
    {
        m_notice = Notice{{ErrorCode::invalid, std::move(message), {}}, false};
    }
    void tell(const Error& error) { m_notice = Notice{error, true}; }
    [[nodiscard]] const std::optional<Notice>& notice() const noexcept { return m_notice; }

    /// Carry out an action; what it asks of the window comes back.
    Effect run(ActionId id);

    /// Open a sheet in the place of all other overlays.
    void open_sheet(Sheet sheet);
    void close_sheet();
    [[nodiscard]] bool has_sheet() const noexcept { return m_overlays.sheet != Sheet::none; }
    /// Do with a path what can be done: a project is wished for, a file shown in the sheet that
    /// imports, a folder listed; a sentence says what else it is.
    Effect open_path(const std::filesystem::path& path);
    /// The same for what was copied elsewhere: a file, its path, or rows of a spreadsheet.
    Effect paste(std::string_view text);
    /// The folder that the sheet of files shall begin in; empty = where it was.
    [[nodiscard]] std::filesystem::path take_browsed() { return std::exchange(m_browsed, {}); }
    [[nodiscard]] ImportSession& import_session() noexcept { return *m_import; }
    [[nodiscard]] ExportSession& export_session() noexcept { return *m_export; }
    /// Apply what the import looked at as one step; what it added and changed is listed in the
    /// table, and selected. False when it was refused: the notice says why.
    bool apply_import();
    /// Work beside the frames; without threads it is done at once.
    [[nodiscard]] const Background& background() const noexcept { return m_background; }
    void set_background(Background background) noexcept { m_background = background; }
    /// A project to open in the place of this one; Effect::open_project tells the window to.
    void want_project(std::filesystem::path path) { m_wanted_project = std::move(path); }
    [[nodiscard]] std::filesystem::path take_wanted_project()
    {
        return std::exchange(m_wanted_project, {});
    }

    void select(const std::string& entity);
    /// Select several entities; the card shows `shown`, one of them.
    void select_all(std::vector<std::string> entities, const std::string& shown);
    /// All that is selected; the shown one is among them.
    [[nodiscard]] std::vector<std::string> selection() const;
    /// List entities in a table of their own and open it: what a query found, or else what was just
    /// added.
    void list_hits(std::vector<std::string> entities, bool are_asked_for = false);
    /// The hits are the answer to a query.
    [[nodiscard]] bool are_hits_asked_for() const noexcept { return m_are_hits_asked_for; }
    [[nodiscard]] const std::vector<std::string>& hits() const noexcept { return m_hits; }
    /// Another number after each list_hits().
    [[nodiscard]] int hits_version() const noexcept { return m_hits_version; }
    /// List the features of a layer of the project's own in a table and open it.
    void list_layer(std::string layer);
    [[nodiscard]] const std::string& listed_layer() const noexcept { return m_listed_layer; }
    /// Another number after each list_layer().
    [[nodiscard]] int listed_version() const noexcept { return m_listed_version; }
    /// Let a feature of a layer of the project's own stand out, in place of what is selected.
    void mark(scene::FeatureRef feature);
    /// Put an entity at the end of the pinned ones, or take it out of them.
    void toggle_pin(const std::string& entity);
    [[nodiscard]] bool is_pinned(const std::string& entity) const;
    void set_pack(model::Pack pack);
    void set_date(const std::string& iso);
    /// The second line of names, if they have one, stays another language.
    void set_language(Language language) noexcept;
    void set_mode(scene::MapMode mode) noexcept { m_view.mode = mode; }

    /// Camera: what people do with the mouse and what flights need. [px]
    void set_viewport(scene::Viewport viewport);
    void zoom_at(geo::ScreenPoint cursor, double steps);
    void drag(float dx, float dy);
    void release_drag(float velocity_x, float velocity_y);
    void jump_to(geo::WorldPoint centre);
    void fly_to(const geo::WorldBounds& bounds);
    /// The same without the flight: how the program opens.
    void show(const geo::WorldBounds& bounds);
    void stop_motion() noexcept { m_motion.stop(); }
    /// End a flight or a fling where it is; steps of a zoom go on to add up.
    void interrupt_flight() noexcept;

    /// Advance camera and played time. [s]
    void advance(double seconds);
    [[nodiscard]] bool is_animating() const noexcept;

    /// Bounds of an entity or of an ISO code, where they have any: the scene knows.
    using BoundsFinder = std::function<std::optional<geo::WorldBounds>(const std::string& id)>;
    void set_bounds_finder(BoundsFinder finder) { m_find_bounds = std::move(finder); }

    /// Visible part of the window for flights: what panels do not cover. [px] A map that shows the
    /// whole region shows it in what is left from now on.
    void set_insets(float left, float top, float right, float bottom);

    [[nodiscard]] const model::Project& project() const noexcept { return *m_project; }
    [[nodiscard]] const std::shared_ptr<const model::Project>& shared_project() const noexcept
    {
        return m_project;
    }
    /// Another number after each change of the project: what is derived from it is made anew.
    [[nodiscard]] std::uint64_t project_version() const noexcept { return m_project_version; }
    [[nodiscard]] const geo::MapData& map() const noexcept { return *m_map; }
    [[nodiscard]] const std::shared_ptr<const geo::MapData>& shared_map() const noexcept
    {
        return m_map;
    }
    /// What is known of the files of the project's own layers.
    [[nodiscard]] UserLayers& layers() noexcept { return m_layers; }
    [[nodiscard]] const UserLayers& layers() const noexcept { return m_layers; }
    /// Texts of the project that one of the four languages lacks.
    [[nodiscard]] std::size_t untranslated()
    {
        return m_translations.count(*m_project, m_project_version);
    }
    [[nodiscard]] Translations& translations() noexcept { return m_translations; }
    /// Open the next of them in the inspector, or say that there is none.
    void show_next_untranslated();
    /// Let the first name of the selected entity take the keyboard, where it has none.
    void ask_for_name();
    [[nodiscard]] MapTools& tools() noexcept { return m_tools; }
    [[nodiscard]] const MapTools& tools() const noexcept { return m_tools; }
    [[nodiscard]] const scene::ViewState& view() const noexcept { return m_view; }
    [[nodiscard]] scene::ViewState& view() noexcept { return m_view; }
    [[nodiscard]] scene::Viewport viewport() const noexcept { return m_viewport; }
    [[nodiscard]] const Timeline& timeline() const noexcept { return m_timeline; }
    [[nodiscard]] const SearchIndex& search_index();
    /// The meeting that is planned, of the project that is shown. Compiled when it is first asked
    /// for after a change, so that nobody waits for it who does not plan.
    [[nodiscard]] Programme& programme()
    {
        m_programme.follow(m_project);
        return m_programme;
    }
    /// Minutes of the planned meeting are shown in place of years: on the slider and on the map.
    [[nodiscard]] bool is_programme_shown() const noexcept { return m_is_programme_shown; }
    [[nodiscard]] const ProgrammeClock& programme_clock() const noexcept
    {
        return m_programme_clock;
    }
    [[nodiscard]] const ProgrammeMap& programme_map() const noexcept { return m_programme_map; }
    /// Show a minute of the planned meeting's calendar; what plays stops. Nothing where no meeting
    /// is planned.
    void show_minute(double minute);
    /// Show a leg of the plan on the map, of a conflict say, whatever else is shown; nothing =
    /// none. It goes when none of its two sessions is selected, and when the plan changes.
    void show_leg(std::optional<LegRef> leg);
    /// Have in sight the venues of the planned meeting where its sessions are held, or all of them;
    /// the map stays where it shows them well. \pre programme().meeting() is not null.
    void fly_to_venues(bool with_unused);
    /// The search for a plan of the meeting as it is; forgotten when that is another one.
    [[nodiscard]] PlanSearch& plan_search();
    /// The best plan that it has found so far, until that is kept or dropped; null where nobody
    /// looks for one. Lanes and map show it in place of the plan that there is.
    [[nodiscard]] const Programme::MeetingPtr& tried_meeting();
    /// Versions of the planned meeting's programme, and what differs between two.
    [[nodiscard]] ReleaseDiff& release_diff()
    {
        m_release_diff.follow(programme());
        return m_release_diff;
    }
    /// Let lanes and map show what differs, or no more.
    void show_changes(bool are_shown) noexcept { m_are_changes_shown = are_shown; }
    [[nodiscard]] bool are_changes_shown() const noexcept { return m_are_changes_shown; }
    /// What lanes and map show of it; null where they show nothing, as of a plan that is only
    /// tried.
    [[nodiscard]] const schedule::ProgrammeDiff* shown_diff();
    /// How far one comes from what is selected is on the map.
    [[nodiscard]] bool is_reach_shown() const noexcept { return m_is_reach_shown; }
    /// Once a frame: lay what the programme shows on the view.
    void update_programme();
    [[nodiscard]] const model::Entity* selected() const;
    [[nodiscard]] Overlays& overlays() noexcept { return m_overlays; }
    [[nodiscard]] const Overlays& overlays() const noexcept { return m_overlays; }
    [[nodiscard]] Settings& settings() noexcept { return m_settings; }
    [[nodiscard]] const Settings& settings() const noexcept { return m_settings; }
    /// Years or minutes run.
    [[nodiscard]] bool is_playing() const noexcept
    {
        return m_is_playing || m_programme_clock.is_playing();
    }
    /// Year that is shown; the last one, or this year's, while today is shown.
    [[nodiscard]] int shown_year() const noexcept;
    /// What playing repeats; not set = the whole timeline once.
    [[nodiscard]] YearRange time_range() const noexcept { return m_time_range; }
    /// The settings with all that is kept for the next start.
    [[nodiscard]] Settings settings_to_keep() const;

    /// Is this panel on the screen, as far as its slot has room?
    [[nodiscard]] bool is_shown(PanelId panel) const;
    /// Open its slot and let it show the panel.
    void show_panel(PanelId panel);
    /// Put a panel into another slot; it is shown there.
    void move_panel(PanelId panel, Slot to);
    /// Arrange the window for a purpose; what was open is kept as it is left.
    void set_layout(LayoutId layout);

    bool is_editing = false; ///< The card of the selected entity is its inspector.
    FrontSlot front_slot = FrontSlot::by_room;
    /// Set by the panels: both slots leave enough of the map.
    bool has_room_for_both_slots = true;

private:
    bool run_view(ActionId id);
    bool run_time(ActionId id);
    bool run_programme(ActionId id);
    bool run_minutes(ActionId id);
    void toggle_programme_time();
    void advance_programme(double seconds);
    void follow_programme();
    void show_minutes();
    [[nodiscard]] bool is_leg_wanted() const;
    bool run_panels(ActionId id);
    bool run_edits(ActionId id);
    bool run_tools(ActionId id);
    bool run_files(ActionId id);
    void close_topmost();
    bool run_layouts(ActionId id);
    void toggle_panel(PanelId panel);
    void step_zoom(double by);
    void pan(float dx, float dy);
    [[nodiscard]] scene::Camera camera_on(const geo::WorldBounds& bounds) const;
    void fly_to_selection();
    void step_year(int by);
    void show_year(int year);
    void start_or_stop_time();
    void bound_time(ActionId id);
    /// The range with the timeline's ends where it is open.
    [[nodiscard]] YearRange played_years() const noexcept;
    void show_selected(const std::string& entity);

    std::unique_ptr<EditSession> m_edits;
    std::shared_ptr<const model::Project> m_project; ///< What is shown: that of m_edits, or older
    std::uint64_t m_project_version = 1;
    std::optional<Notice> m_notice;
    UserLayers m_layers;
    Translations m_translations;
    MapTools m_tools;
    std::shared_ptr<const geo::MapData> m_map;
    Settings m_settings;
    scene::ViewState m_view;
    scene::Viewport m_viewport{1280, 720};
    scene::Motion m_motion;
    float m_inset_left = 0, m_inset_top = 0, m_inset_right = 0, m_inset_bottom = 0;
    BoundsFinder m_find_bounds;
    Timeline m_timeline;
    YearRange m_time_range;
    std::unique_ptr<SearchIndex> m_search; ///< Made when it is first asked for.
    Programme m_programme;
    ProgrammeClock m_programme_clock;
    ProgrammeMap m_programme_map;
    std::optional<LegRef> m_shown_leg;
    ProgrammeMap::MeetingPtr m_leg_meeting; ///< That m_shown_leg is of
    bool m_is_programme_shown = false;
    bool m_is_reach_shown = false;
    PlanSearch m_plan_search;
    ReleaseDiff m_release_diff;
    ProgrammeTallies m_tallies;
    bool m_are_changes_shown = false;
    Overlays m_overlays;
    std::vector<std::string> m_history; ///< selected entities, oldest first
    std::vector<std::string> m_hits;
    int m_hits_version = 0;
    bool m_are_hits_asked_for = false;
    std::string m_listed_layer;
    int m_listed_version = 0;
    std::filesystem::path m_wanted_project;
    std::filesystem::path m_template_folder;
    std::optional<std::vector<io::MeetingTemplate>> m_templates;
    std::unique_ptr<ImportSession> m_import = std::make_unique<ImportSession>();
    std::unique_ptr<ExportSession> m_export = std::make_unique<ExportSession>();
    std::vector<std::string> m_to_select; ///< Once take_edits() shows them
    std::filesystem::path m_browsed;
    Background m_background;
    std::vector<std::string> m_together; ///< selected as one; counts while the shown one is in it
    std::size_t m_history_at = 0;        ///< one past the shown one
    PanelId m_last_panel = PanelId::outliner; ///< That was asked for: actions move this one.
    bool m_is_playing = false;
    double m_played_s = 0;
};

} // namespace dostyk::editor
