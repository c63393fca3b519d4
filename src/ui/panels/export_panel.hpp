/// \file
/// The sheet that exports: in which format, for whom, in which language, what of it, and where to.

#pragma once

#include "editor/export_session.hpp"
#include "ui/fields.hpp"
#include "ui/panels/file_browser.hpp"

namespace dostyk::ui {

class ExportPanel {
public:
    void draw(Canvas& canvas);

private:
    using Session = editor::ExportSession;

    void draw_choices(Canvas& canvas, Session& session, const editor::ExportInput& input);
    void draw_formats(Canvas& canvas, Session& session, float width, float height);
    void draw_audience(Canvas& canvas, Session& session);
    void draw_language(Canvas& canvas, Session& session);
    void draw_part(Canvas& canvas, Session& session, const editor::ExportInput& input);
    void draw_withheld(Canvas& canvas, const Session& session);
    void draw_foot(Canvas& canvas, Session& session);
    void draw_target(Canvas& canvas, Session& session, const editor::ExportInput& input);
    static void draw_result(Canvas& canvas, Session& session);
    static void draw_fault(Canvas& canvas, Session& session);

    FileBrowser m_browser;
    Picker m_kinds;
    bool m_was_open = false;
    bool m_is_choosing_target = false;
};

} // namespace dostyk::ui
