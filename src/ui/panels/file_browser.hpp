/// \file
/// Our own file dialog, as a part of a sheet.

#pragma once

#include "editor/file_list.hpp"
#include "ui/canvas.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::ui {

/// Asks for a file or a folder to open, or for a name to save under. By mouse and by keys: arrows,
/// Enter, Backspace for the folder above, letters for a name.
class FileBrowser {
public:
    struct Request {
        editor::FileWish wish = editor::FileWish::open;
        std::filesystem::path folder; ///< Empty = where it was last, else the home folder
        std::string name;             ///< To save under, without its ending
        std::string ending;           ///< That a saved file has, "csv"; empty = a folder
    };
    struct Answer {
        std::optional<std::filesystem::path> path;
        bool is_cancelled = false;
    };

    void begin(const Canvas& canvas, Request request);
    /// Another format for the name that is being given.
    void set_ending(std::string ending) { m_request.ending = std::move(ending); }
    /// Draw into the rest of the window, at most so high. [px]
    ///
    /// \param verb  What the button says: "Open", "Export"
    [[nodiscard]] Answer draw(Canvas& canvas, std::string_view verb, float height);

    /// What the cursor is at.
    [[nodiscard]] const editor::FileEntry* current() const noexcept { return m_list.current(); }

private:
    void draw_path(Canvas& canvas, Answer& answer);
    void draw_places(Canvas& canvas, float width, float height);
    void draw_header(Canvas& canvas);
    void draw_rows(Canvas& canvas, float height, Answer& answer);
    void draw_row(Canvas& canvas, std::size_t row, Answer& answer);
    void draw_foot(Canvas& canvas, std::string_view verb, Answer& answer);
    void draw_name(Canvas& canvas, float width, Answer& answer);
    void draw_words(Canvas& canvas, float width) const;
    void take_keys(Canvas& canvas, Answer& answer);
    void take_letters();
    void accept(Answer& answer);
    void accept_path(std::string_view text, Answer& answer);
    void accept_name(Answer& answer);
    void note_moves();

    struct Column {
        float left = 0, width = 0; ///< [px]
    };

    Request m_request;
    editor::FileList m_list;
    std::vector<editor::Place> m_places;
    std::string m_path; ///< As it stands in its field
    std::optional<Error> m_fault;
    std::filesystem::path m_replaced; ///< A file that is there: may it be replaced?
    std::string m_letters;            ///< Typed one after the other
    double m_letters_s = 0;           ///< When
    int m_version = -1;               ///< Of the list
    float m_page_rows = 10;
    bool m_has_moved = false; ///< The cursor has to be on the screen.
    Column m_name_column, m_kind_column, m_size_column, m_date_column;
    std::filesystem::path m_last_folder;
};

} // namespace dostyk::ui
