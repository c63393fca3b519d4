/// \file
/// The B2B desk: who asks to meet whom, the plan of slots and tables, and why the rest is unmet.

#pragma once

#include "editor/b2b_session.hpp"
#include "ui/canvas.hpp"
#include "ui/fields.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dostyk::ui {

class B2bPanel {
public:
    /// Into the rest of the window.
    void draw(Canvas& canvas);

private:
    enum class View { tables, people, unmet };

    void draw_tools(Canvas& canvas, const editor::B2bInput& input);
    void draw_views(Canvas& canvas);
    void draw_summary(Canvas& canvas) const;
    void draw_grid(Canvas& canvas);
    void draw_titles(Canvas& canvas) const;
    void draw_people(Canvas& canvas);
    void draw_own_meetings(Canvas& canvas);
    void draw_unmet(Canvas& canvas);
    void draw_meeting(Canvas& canvas, int wish, ImVec2 at, ImVec2 size) const;
    void apply(Canvas& canvas);

    /// Names of who takes part, for the frames until a project or a language comes.
    void read_names(const Canvas& canvas);
    [[nodiscard]] const std::string& name_of(int participant) const;
    /// "Firm 1 – Firm 4"
    [[nodiscard]] std::string names_of(int wish) const;
    /// "15:20 – 15:40", with the day where the desk has several.
    [[nodiscard]] std::string time_of(const Canvas& canvas, int slot) const;
    /// What a wish leads to: its session, else its first request.
    [[nodiscard]] const std::string& entity_of(int wish) const;

    editor::B2bSession m_session;
    View m_view = View::tables;
    int m_person = -1;                ///< Whose meetings are shown and stand out; -1 = nobody's
    std::string m_read;               ///< Meeting that m_person belongs to
    std::vector<std::string> m_names; ///< (participants)
    std::vector<int> m_by_name;       ///< Participants in the order of the alphabet
    std::uint64_t m_version = 0;      ///< Of the project that the names are from
    Language m_language = Language::en;
    Picker m_meetings;
};

} // namespace dostyk::ui
