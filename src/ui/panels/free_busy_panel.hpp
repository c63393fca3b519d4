/// \file
/// Who of a meeting is free when, and the first times at which all who are chosen can meet.

#pragma once

#include "schedule/free_busy.hpp"
#include "ui/canvas.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace dostyk::ui {

class FreeBusyPanel {
public:
    void draw(Canvas& canvas);

private:
    void refresh(Canvas& canvas);
    void find_slots(const Canvas& canvas);
    void draw_lengths(Canvas& canvas);
    void draw_slots(Canvas& canvas);
    void book(Canvas& canvas, schedule::Placement slot);
    void draw_matrix(Canvas& canvas);
    void draw_titles(Canvas& canvas) const;
    void draw_row(Canvas& canvas, std::size_t attendee);
    void draw_cells(Canvas& canvas, std::size_t attendee, ImVec2 at, float height) const;
    void explain_cell(Canvas& canvas, std::size_t attendee, float x) const;
    [[nodiscard]] std::vector<schedule::Index> chosen() const;
    [[nodiscard]] std::string day_text(const Canvas& canvas, std::size_t column) const;

    schedule::FreeBusy m_free_busy;
    std::vector<std::string> m_ids;   ///< (attendees)
    std::vector<std::string> m_names; ///< (attendees)
    std::vector<bool> m_is_day_first; ///< (columns) a day begins
    std::set<std::string> m_chosen;   ///< Ids
    schedule::Minute m_duration = 60;
    std::vector<schedule::Placement> m_slots;
    float m_cell_width = 0;    ///< [px]
    std::vector<float> m_left; ///< (columns and one more) left edges, from the first [px]
    std::string m_booked;      ///< Session to be selected once the project has it
    float m_scroll = 0;        ///< [px]
    std::uint64_t m_version = 0;
    Language m_language = Language::en;
};

} // namespace dostyk::ui
