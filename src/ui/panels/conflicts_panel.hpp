/// \file
/// The conflicts of the meeting that is planned: what is broken, what would mend it, who answers.

#pragma once

#include "editor/conflict_list.hpp"
#include "ui/canvas.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::ui {

class ConflictsPanel {
public:
    void draw(Canvas& canvas);

private:
    using Row = editor::ConflictRow;

    void refresh(Canvas& canvas);
    void show_rows();
    void draw_tools(Canvas& canvas);
    void draw_rows(Canvas& canvas);
    void draw_row(Canvas& canvas, const Row& row);
    void choose(Canvas& canvas, const Row& row);
    /// Below the chosen row: its whole sentence, its sessions, what mends it, who answers for it.
    void draw_details(Canvas& canvas, const Row& row);
    void draw_way(Canvas& canvas, const Row& row);
    void draw_fixes(Canvas& canvas, const Row& row);
    void draw_waiver(Canvas& canvas, const Row& row);

    std::vector<Row> m_rows;
    std::vector<std::size_t> m_shown; ///< Places in m_rows
    std::array<std::size_t, editor::all_conflict_states.size()> m_counts{};
    std::optional<editor::ConflictState> m_only; ///< None = all of them
    std::string m_filter;
    std::string m_chosen;       ///< Key of the row that is open
    bool m_is_fresh = false;    ///< It has just been opened
    bool m_goes_to_top = false; ///< It is mended: the worst of what is left comes into sight
    std::string m_reason;       ///< That is being typed
    std::uint64_t m_version = 0;
    Language m_language = Language::en;
};

} // namespace dostyk::ui
