/// \file
/// The sheets at the beginning: what to do, with which project; a new project; a new meeting.

#pragma once

#include "core/text4.hpp"
#include "editor/new_meeting.hpp"
#include "ui/canvas.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::ui {

/// Layouts by their purpose, the recent projects, and what can be begun.
class StartSheet {
public:
    void draw(Canvas& canvas);

private:
    void draw_recent(Canvas& canvas) const;

    struct Recent {
        std::filesystem::path path;
        bool is_there = false; ///< When the sheet was opened: a share that is gone is asked once.
    };
    bool m_was_open = false;
    std::vector<Recent> m_recent;
};

/// A card that is pressed as a whole: icon, title, what it is for.
struct CardOptions {
    std::string_view icon;
    std::string title;
    std::string text;
    bool is_on = false;
    bool is_enabled = true;
    float width = 0; ///< [px]
    float height = 0;
};
[[nodiscard]] bool choice_card(Canvas& canvas, const char* id, const CardOptions& options);

/// Cards side by side, as many as there is room for; their width and how many stand in a row.
struct CardRow {
    int columns = 1;
    float width = 0; ///< [px]
};
[[nodiscard]] CardRow card_row(const Canvas& canvas, int count, float least_width);

class NewProjectSheet {
public:
    void draw(Canvas& canvas);

private:
    void create(Canvas& canvas);

    bool m_was_open = false;
    Text4 m_name;
    std::string m_folder;
    bool m_has_own_folder = false; ///< Somebody has typed it: the name no longer changes it.
    std::string m_problem;
};

class NewMeetingSheet {
public:
    void draw(Canvas& canvas);

private:
    void open(Canvas& canvas);
    void choose(const io::MeetingTemplate& from, std::size_t index);
    void draw_fields(Canvas& canvas);
    void draw_preview(Canvas& canvas, const io::MeetingTemplate& from) const;
    void create(Canvas& canvas, const io::MeetingTemplate& from);

    bool m_was_open = false;
    std::size_t m_chosen = 0;
    editor::MeetingPlan m_plan;
    std::string m_day; ///< As it is typed
    std::string m_problem;
};

} // namespace dostyk::ui
