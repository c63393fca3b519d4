/// \file
/// The sheet that opens: a project, or a file to import.

#pragma once

#include "ui/panels/file_browser.hpp"

namespace dostyk::ui {

class OpenPanel {
public:
    void draw(Canvas& canvas);

private:
    FileBrowser m_browser;
    bool m_was_open = false;
};

} // namespace dostyk::ui
