/// \file
/// The sheet that imports: what the rows are, which column fills what, and row by row what becomes
/// of them. The logic is editor/import_session.

#pragma once

#include "editor/import_session.hpp"
#include "ui/canvas.hpp"
#include "ui/fields.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::ui {

class ImportPanel {
public:
    void draw(Canvas& canvas);

private:
    using Cell = editor::ImportSession::Cell;
    using Session = editor::ImportSession;
    /// What the grid shows of a cell beside its text.
    struct CellLook {
        bool is_fault = false, is_warning = false, is_changed = false;
        std::string reason; ///< For its hint
    };
    struct Edit {
        Cell at;
        std::string text;
        bool is_new = true;
        bool is_typed = false; ///< One types on behind the first letter.
    };

    void forget();
    void draw_reading(Canvas& canvas, Session& session);
    void draw_fault(Canvas& canvas, Session& session);
    void draw_crs(Canvas& canvas, Session& session);
    void draw_ready(Canvas& canvas, Session& session);
    void draw_foot(Canvas& canvas, Session& session);

    void draw_head(Canvas& canvas, Session& session);
    void draw_columns(Canvas& canvas, Session& session, float width, float height);
    void draw_column(Canvas& canvas, Session& session, std::size_t column);
    void choose_target(Canvas& canvas, Session& session, std::size_t column);

    void draw_rows(Canvas& canvas, Session& session, float height);
    void draw_filters(Canvas& canvas, Session& session);
    void draw_titles(Canvas& canvas, const Session& session);
    void draw_row(Canvas& canvas, Session& session, std::size_t row);
    void draw_verdict(Canvas& canvas, const intake::PlannedRow* planned, ImVec2 at) const;
    void draw_cell(Canvas& canvas, const Session& session, Cell cell, const CellLook& look,
                   ImVec2 at);
    void draw_edit(Canvas& canvas, Session& session, ImVec2 at);
    void take_click(const Session& session, std::size_t row, float first_cell, float width);
    void take_keys(Canvas& canvas, Session& session);
    void begin_edit(const Session& session, std::string text);
    void show_rows(const Session& session);
    void collect_letters(Edit& edit);
    /// Where a column begins, from the left edge of the rows. [px]
    [[nodiscard]] float left_of(const Canvas& canvas, std::size_t column) const;
    void go_to(Cell cell);
    void go_to_next_fault(const Session& session);
    [[nodiscard]] static std::map<std::size_t, CellLook>
    looks_of(const Canvas& canvas, const Session& session, const intake::PlannedRow& planned);

    void draw_details(Canvas& canvas, Session& session, float height);
    void draw_choices(Canvas& canvas, Session& session, const intake::PlannedRow& planned);
    void draw_note(Canvas& canvas, Session& session, const intake::RowNote& note, int index);
    void draw_dates(Canvas& canvas, Session& session, const intake::RowNote& note);
    static void draw_changes(Canvas& canvas, const intake::RowPlan& plan,
                             const intake::PlannedRow& planned);

    bool m_was_open = false;
    std::string m_crs;
    Picker m_kinds, m_tables, m_targets;

    std::optional<intake::Verdict> m_filter; ///< Nothing = every row
    std::vector<std::size_t> m_shown;
    const void* m_shown_plan = nullptr; ///< That m_shown was made of
    std::optional<intake::Verdict> m_shown_filter;
    Cell m_at;
    std::optional<Edit> m_edit;
    bool m_is_fresh = true;    ///< Nobody has been at a row yet.
    bool m_wants_grid = false; ///< The grid takes the keys.
    bool m_has_keys = false;
    bool m_has_moved = false; ///< The cell has to be on the screen.
    float m_cell_width = 176; ///< [px]
    float m_scroll = 0;       ///< Sideways [px]
    float m_page_rows = 8;
};

/// "Name · RU", "Place · latitude": what a column fills.
[[nodiscard]] std::string title_of(const Canvas& canvas, const intake::Target& target);

} // namespace dostyk::ui
