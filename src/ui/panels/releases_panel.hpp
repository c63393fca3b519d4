/// \file
/// The versions of a meeting's programme: handing out the next one, what differs between two, and
/// whom that concerns.

#pragma once

#include "editor/change_sheet.hpp"
#include "ui/canvas.hpp"
#include "ui/fields.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace dostyk::ui {

class ReleasesPanel {
public:
    void draw(Canvas& canvas);

private:
    enum class View { changes, sheets, versions };

    void refresh(Canvas& canvas);
    /// What holds the next release back, and how far the plan has gone from the last one.
    void draw_state(Canvas& canvas);
    void draw_release(Canvas& canvas);
    void release(Canvas& canvas);
    /// The two versions, and whether lanes and map show what differs.
    void draw_choice(Canvas& canvas);
    [[nodiscard]] std::optional<int> pick(Canvas& canvas, Picker& picker, const char* id,
                                          int chosen);
    void draw_views(Canvas& canvas);
    void draw_changes(Canvas& canvas);
    void draw_change(Canvas& canvas, const editor::ChangeRow& row);
    void draw_sheets(Canvas& canvas);
    void draw_sheet(Canvas& canvas, const editor::SheetRow& sheet);
    void draw_versions(Canvas& canvas);

    editor::DiffWords m_words;
    View m_view = View::changes;
    std::string m_open; ///< Whose sheet is open
    std::string m_note; ///< That is being typed for the next release
    Picker m_before;
    Picker m_after;
    std::uint64_t m_version = 0; ///< Of the diff
    Language m_language = Language::en;
};

} // namespace dostyk::ui
