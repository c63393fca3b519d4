/// \file
/// The panels. Each draws into the box that the slots give it and keeps its own small state.

#pragma once

#include "editor/palette.hpp"
#include "scene/compose.hpp"
#include "scene/legend.hpp"
#include "ui/canvas.hpp"
#include "ui/panels/programme_time.hpp"
#include "ui/slots.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace dostyk::ui {

class InspectorPanel;
class OwnLayers;

/// Begin a window of ours at a box; end it with ImGui::End().
void begin_panel(Canvas& canvas, const char* id, const Box& box, bool is_bar = false);
/// Begin a window in the middle of the top, as high as its content; end it with ImGui::End().
void begin_overlay(Canvas& canvas, const char* id, float width);
/// Title of an overlay and its close button; true when that was pressed.
[[nodiscard]] bool overlay_title(Canvas& canvas, std::string_view icon, std::string_view text);
/// Begin a sheet: the rest of the window is dimmed, and neither clicks nor Tab go beside it. End it
/// with end_sheet(). \param width, height  [px at scale 1], less where the window is smaller.
void begin_sheet(Canvas& canvas, const char* id, float width, float height);
void end_sheet();
/// The edge of a bar, from side to side of the window.
void bar_edge(const Canvas& canvas, const Box& bar, float y);
/// A scrolling part that takes the rest of the panel; end it with ImGui::EndChild().
void begin_scroll(Canvas& canvas, const char* id, float height = 0);

void draw_top_bar(Canvas& canvas, const Box& box);
/// The button of the menu, and the menu below it.
void draw_main_menu(Canvas& canvas, const Box& bar);
void draw_status_bar(Canvas& canvas, const Box& box);
/// \param own  The group of the project's own layers.
void draw_layers_panel(Canvas& canvas, OwnLayers& own);
/// \param inspector  Takes the place of what there is to read while the entity is edited.
void draw_card_panel(Canvas& canvas, InspectorPanel& inspector);
void draw_shortcuts_panel(Canvas& canvas);
void draw_profiler_panel(Canvas& canvas);
void draw_about_panel(Canvas& canvas);
/// What reading and merging the project's files found; conflicts are settled here.
void draw_findings_panel(Canvas& canvas);
/// A damaged store, and what may take its place.
void draw_recovery_sheet(Canvas& canvas);

/// Kind, name and badges of an entity: the head of its card and of its tooltip.
void draw_card_head(Canvas& canvas, const model::Entity& entity);
/// One claim: the value, its flags and notes and who says so.
void draw_claim(Canvas& canvas, const model::Claim& claim, const model::FieldRule& rule,
                bool has_rivals);
/// A field that nobody states and the order of precedence gives; nothing where it does not.
void draw_following(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule);
/// How far a goal is reached; nothing when the project does not tell.
struct GoalProgress {
    double reached = 0;
    double target = 0;
    std::string unit;
    std::string at; ///< ISO date of what is reached
    std::vector<std::string> sources;
};
[[nodiscard]] std::optional<GoalProgress> progress_of(const model::Project& project,
                                                      const model::Entity& goal, model::Pack pack);
/// "Figures: 2024": when the goal was so far; empty when that is not known.
[[nodiscard]] std::string progress_date(const GoalProgress& progress, Language language);

/// The pinned entities, then all by kind, sorted by the alphabet of the language.
class OutlinerPanel {
public:
    void draw(Canvas& canvas);

private:
    struct Row {
        const model::Entity* entity = nullptr;
        std::string name;
        std::string folded;
        float height = 0; ///< [px] 0 = not measured yet
    };
    struct Group {
        std::string kind;
        std::vector<Row> rows;
    };
    void refresh(const Canvas& canvas);
    /// What holds the words is what all views show.
    void offer_filter(Canvas& canvas, const std::string& wanted);
    void draw_group(Canvas& canvas, Group& group, const std::string& wanted);
    void draw_rows(Canvas& canvas, Group& group, const std::string& wanted);
    void draw_row(Canvas& canvas, const Row& row) const;
    /// Where rows break differently now.
    void forget_heights();
    static void measure(const Canvas& canvas, Row& row);
    [[nodiscard]] Group pinned_group(const Canvas& canvas) const;

    std::vector<Group> m_groups;
    std::string m_filter;
    std::string m_filtered; ///< Words that the filter of all views is made for
    std::shared_ptr<const scene::EntityFilter> m_shared_filter; ///< Null = to be made
    std::uint64_t m_version = 0;                                ///< Of the project
    Language m_language = Language::en;
    model::Pack m_pack = model::Pack::strict;
    std::map<std::string, bool> m_is_open; ///< by kind
    float m_measured_width = 0;            ///< Of the list for which heights are. [px]
    float m_measured_line = 0;             ///< The same of a line
    std::string m_selected;                ///< As it was in the frame before
    bool m_has_to_show = false;            ///< That was selected just now: scroll to it.
};

/// The signs of the map, of its mode and layers.
class LegendPanel {
public:
    void draw(Canvas& canvas);

private:
    /// What the rows of the project's entities depend on.
    struct Shown {
        std::uint64_t version = 0; ///< Of the project
        scene::MapMode mode = scene::MapMode::plain;
        model::Pack pack = model::Pack::strict;
        std::string date;
        scene::EntityFilters filters;
        scene::LayerTree layers;
        std::string style;

        friend bool operator==(const Shown&, const Shown&) = default;
    };
    void refresh(const Canvas& canvas);

    Shown m_shown;
    std::vector<scene::LegendRow> m_rows; ///< Without those of the project's own layers
};

/// Every step that can be taken back or done again; a click goes there.
class HistoryPanel {
public:
    void draw(Canvas& canvas);

private:
    void draw_buttons(Canvas& canvas);
    void draw_step(Canvas& canvas, const store::Step& step, bool is_now, bool is_undone);
    const editor::StepText& text_of(Canvas& canvas, const store::Step& step);

    std::map<store::Revision, editor::StepText> m_texts; ///< Read when a step is first seen
    std::uint64_t m_version = 0;                         ///< Of the project that they are about
    Language m_language = Language::en;
};

/// The palette: Ctrl+K.
class SearchPanel {
public:
    void draw(Canvas& canvas);

private:
    void move_choice();
    void draw_items(Canvas& canvas);
    void accept(Canvas& canvas, const editor::PaletteItem& item);

    std::string m_query;
    std::vector<editor::PaletteItem> m_items;
    std::size_t m_at = 0;
    bool m_has_moved = false; ///< The keys moved the choice: it has to be on the screen.
    bool m_was_open = false;
    Language m_language = Language::en;
    model::Pack m_pack = model::Pack::strict;
    std::uint64_t m_version = 0; ///< Of the project
};

/// Years of the project, or minutes of the planned meeting.
class TimelinePanel {
public:
    void draw(Canvas& canvas, const Box& box);
    [[nodiscard]] bool has_focus() const noexcept { return m_has_focus; }

private:
    void draw_years(Canvas& canvas, const Box& box, float from);
    void draw_track(Canvas& canvas, float width);
    void draw_range_button(Canvas& canvas);

    ProgrammeTime m_programme;
    bool m_has_focus = false;
    editor::TimeSpan m_whole; ///< What there is to show
    editor::TimeSpan m_shown; ///< What the wheel left of it
    std::string m_date;       ///< of the last frame
};

/// Both countries small, and the part of them that the map shows.
class Minimap {
public:
    void draw(Canvas& canvas, const Box& box);

private:
    struct Outline {
        bool is_ours = false;
        std::vector<geo::WorldPoint> points;  ///< closed
        std::vector<std::uint32_t> triangles; ///< indices of points; of our countries
    };
    using ToBox = std::function<ImVec2(geo::WorldPoint)>;
    void refresh(const geo::MapData& map);
    static void draw_outline(const Canvas& canvas, const Outline& outline, const ToBox& to_box);
    /// Corners of the frame about what the map shows. [px]
    struct Frame {
        ImVec2 low, high;
    };
    static Frame seen_frame(const Canvas& canvas, const Box& box, const ToBox& to_box);
    static void draw_frame(const Canvas& canvas, const Frame& frame);
    void follow_mouse(Canvas& canvas, geo::WorldPoint under_mouse, const Frame& frame);

    std::vector<Outline> m_outlines;
    const geo::MapData* m_map = nullptr;
    geo::WorldPoint m_grip; ///< From the mouse to the middle of the map, while one drags
};

/// Tooltips that hold names that have tooltips.
class Tooltips {
public:
    /// After all panels, so that every hovered name is known.
    void draw(Canvas& canvas);

private:
    struct Level {
        std::string entity;
        ImVec2 anchor_min, anchor_max;
        ImVec2 min, max;
        double last_wanted_s = 0;
    };
    void want(Canvas& canvas, const HoveredName& name);
    void forget(Canvas& canvas);
    void draw_level(Canvas& canvas, std::size_t index);

    std::vector<Level> m_levels;
    std::string m_pending;
    int m_pending_level = 0;
    double m_pending_since_s = 0;
};

} // namespace dostyk::ui
