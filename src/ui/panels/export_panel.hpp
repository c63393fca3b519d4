/// \file
/// The sheet that exports: in which format, for whom, in which language, what of it, and where to.

#pragma once

#include "editor/export_session.hpp"
#include "ui/fields.hpp"
#include "ui/panels/file_browser.hpp"

#include <filesystem>
#include <vector>

namespace dostyk::ui {

class ExportPanel {
public:
    void draw(Canvas& canvas);

private:
    using Session = editor::ExportSession;

    void begin(Canvas& canvas, Session& session);

    void draw_choices(Canvas& canvas, Session& session, const editor::ExportInput& input);
    void draw_formats(Canvas& canvas, Session& session, float width, float height);
    void draw_audience(Canvas& canvas, Session& session);
    void draw_language(Canvas& canvas, Session& session);
    void draw_part(Canvas& canvas, Session& session, const editor::ExportInput& input);
    void draw_withheld(Canvas& canvas, const Session& session);
    void draw_foot(Canvas& canvas, Session& session, const editor::ExportInput& input);
    static void draw_where(Canvas& canvas, const Session& session,
                           const std::filesystem::path& target, float width);
    void choose_target(Canvas& canvas, const Session& session);
    void look_for_target(const Canvas& canvas, const editor::ExportChoice& choice);
    void draw_target(Canvas& canvas, Session& session, const editor::ExportInput& input);
    static void draw_result(Canvas& canvas, Session& session);
    static void draw_fault(Canvas& canvas, Session& session);

    FileBrowser m_browser;
    Picker m_kinds;
    bool m_was_open = false;
    bool m_is_choosing_target = false;
    std::filesystem::path m_folder; ///< Where it is written if nobody chooses another one
    std::filesystem::path m_target; ///< In it, of a name that is free; empty = to be looked for
    std::vector<io::ExportFormat> m_target_formats; ///< That it is free for
    int m_seen_hits = 0; ///< Version of the hits when the sheet was open last
};

} // namespace dostyk::ui
