/// \file
/// What a folder holds, as our own file dialog shows it.

#pragma once

#include "core/language.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// What can be done with a path.
enum class FileKind {
    missing,
    folder,
    project,  ///< A folder with a project in it
    store,    ///< A project in one file
    table,    ///< Rows: CSV, XLSX, ODS
    calendar, ///< ICS
    vector,   ///< Points, lines and outlines: GeoJSON, KML, GPX, GPKG, SHP, FGB
    other,
};

/// "table"; shown through "file_kind.table".
[[nodiscard]] std::string_view name_of(FileKind kind) noexcept;

/// Looks at the disk: a GeoPackage may be a store, a folder a project.
[[nodiscard]] FileKind kind_of(const std::filesystem::path& path);

/// True for what the program opens: projects, and files that can be imported.
[[nodiscard]] bool can_open(FileKind kind) noexcept;

struct FileEntry {
    std::string name; ///< As the disk has it
    FileKind kind = FileKind::other;
    std::uintmax_t size = 0; ///< [byte]
    std::string changed;     ///< ISO date; empty = not known
};

/// What is asked for.
enum class FileWish {
    open,   ///< A project or a file that can be opened
    file,   ///< A file that can be opened
    folder, ///< A folder, whatever it holds
    save,   ///< A name in a folder
};

struct Listing {
    std::vector<FileEntry> entries; ///< Folders first, then by the alphabet of the language
    std::size_t left_out = 0;       ///< Files that cannot be opened
    std::optional<Error> fault;     ///< Why there is nothing to see
};

struct ListOptions {
    FileWish wish = FileWish::open;
    Language language = Language::en;
    bool shows_hidden = false;
};

[[nodiscard]] Listing list_folder(const std::filesystem::path& folder, const ListOptions& options);

/// A path as people type or paste it: "~/x", "x" in a folder, "file:///x%20y", in quotation marks.
[[nodiscard]] std::filesystem::path typed_path(std::string_view text,
                                               const std::filesystem::path& folder);

/// Where people look for files.
struct Place {
    std::string key;  ///< "home"; shown through "place.home". Empty = the name says it
    std::string name; ///< Of a disk that was plugged in
    std::filesystem::path path;
};

/// Those that are there. \param project  Of the open project; may be empty
[[nodiscard]] std::vector<Place> find_places(const std::filesystem::path& project);

/// A folder with a cursor: the logic of the dialog.
class FileList {
public:
    /// \param folder  A file stands for the folder that it lies in; what is gone for the nearest
    ///                one above it.
    void begin(const ListOptions& options, const std::filesystem::path& folder);
    void open(const std::filesystem::path& folder);
    /// To the folder above, the cursor on the one that was left.
    void go_up();
    void toggle_hidden();
    void set_language(Language language);
    /// Look again: something may have come or gone.
    void refresh();

    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder; }
    [[nodiscard]] const Listing& listing() const noexcept { return m_listing; }
    [[nodiscard]] const ListOptions& options() const noexcept { return m_options; }
    [[nodiscard]] std::size_t cursor() const noexcept { return m_cursor; }
    /// Null where the folder is empty.
    [[nodiscard]] const FileEntry* current() const noexcept;
    /// Another number after each change of the folder or its listing.
    [[nodiscard]] int version() const noexcept { return m_version; }

    void move_to(std::size_t row) noexcept;
    void move_by(std::ptrdiff_t rows) noexcept;
    /// To the first name that begins so, however its letters are written. \returns true if one does
    bool jump(std::string_view letters);
    /// Go into a folder, or choose what the cursor is at.
    ///
    /// \returns The chosen path; nothing where a folder was opened.
    [[nodiscard]] std::optional<std::filesystem::path> accept();
    /// The same for a typed path. Errors: not_found, unsupported.
    [[nodiscard]] Result<std::optional<std::filesystem::path>> accept_typed(std::string_view text);

private:
    [[nodiscard]] std::optional<std::filesystem::path> take(const std::filesystem::path& path,
                                                            FileKind kind);

    ListOptions m_options;
    std::filesystem::path m_folder;
    Listing m_listing;
    std::size_t m_cursor = 0;
    int m_version = 0;
};

/// The file that a name stands for in a folder, with the ending that its format has.
[[nodiscard]] std::filesystem::path save_path(const std::filesystem::path& folder,
                                              std::string_view name, std::string_view ending);

} // namespace dostyk::editor
