#include "editor/file_list.hpp"

#include "core/fold.hpp"
#include "core/time.hpp"
#include "intake/worker_client.hpp"
#include "store/working_store.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace dostyk::editor {

namespace {

namespace fs = std::filesystem;

bool is_of_folders(FileKind kind)
{
    return kind == FileKind::folder || kind == FileKind::project;
}

FileKind kind_of_ending(const fs::path& path)
{
    const auto format = intake::format_of(path);
    if (!format) {
        return FileKind::other;
    }
    switch (*format) {
    case intake::Format::csv:
    case intake::Format::xlsx:
    case intake::Format::ods:
        return FileKind::table;
    case intake::Format::ics:
    case intake::Format::schedule:
        return FileKind::calendar;
    default:
        return FileKind::vector;
    }
}

std::string day_of(const fs::directory_entry& entry)
{
    std::error_code error;
    const auto written = entry.last_write_time(error);
    if (error) {
        return {};
    }
    const auto at = std::chrono::time_point_cast<std::chrono::seconds>(
        std::chrono::file_clock::to_sys(written));
    return to_iso(at).substr(0, 10);
}

Error unreadable(const fs::path& folder, const std::error_code& error)
{
    const bool is_missing = error == std::errc::no_such_file_or_directory;
    const bool is_closed = error == std::errc::permission_denied;
    const char* key = is_missing  ? "file.folder_missing"
                      : is_closed ? "file.folder_closed"
                                  : "file.folder_unreadable";
    return Error{is_missing ? ErrorCode::not_found : ErrorCode::unreadable,
                 {key, {{"folder", folder.string()}}},
                 {}};
}

bool is_wanted(FileKind kind, FileWish wish)
{
    return is_of_folders(kind) || (wish != FileWish::folder && can_open(kind));
}

void sort_entries(std::vector<FileEntry>& entries, Language language)
{
    const Collator collator(language);
    std::vector<std::pair<std::string, FileEntry>> keyed;
    keyed.reserve(entries.size());
    for (FileEntry& entry : entries) {
        std::string key = (is_of_folders(entry.kind) ? "0" : "1") + collator.key(entry.name);
        keyed.emplace_back(std::move(key), std::move(entry));
    }
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.name) < std::tie(b.first, b.second.name);
    });
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        entries[i] = std::move(keyed[i].second);
    }
}

fs::path home_folder()
{
    const char* home = std::getenv("HOME");
    return home != nullptr && *home != '\0' ? fs::path(home) : fs::path("/");
}

void add_disks(const fs::path& mounts, std::vector<Place>& found)
{
    std::error_code error;
    for (auto at = fs::directory_iterator(mounts, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        if (std::error_code ignored; at->is_directory(ignored)) {
            found.push_back({{}, at->path().filename().string(), at->path()});
        }
    }
}

/// "%D0%96" -> "Ж"; what is no escape stays.
std::string unescaped(std::string_view text)
{
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_escape = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 &&
                               digit(text[i + 2]) >= 0;
        if (is_escape) {
            plain += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

} // namespace

std::string_view name_of(FileKind kind) noexcept
{
    static constexpr std::array<std::string_view, 8> names{
        "missing", "folder", "project", "store", "table", "calendar", "vector", "other"};
    return names[static_cast<std::size_t>(kind)];
}

FileKind kind_of(const fs::path& path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
        return FileKind::missing;
    }
    if (fs::is_directory(status)) {
        return fs::is_regular_file(path / "project.json", error) ? FileKind::project
                                                                 : FileKind::folder;
    }
    if (!fs::is_regular_file(status)) {
        return FileKind::other;
    }
    const FileKind kind = kind_of_ending(path);
    // Only a GeoPackage can be a store: no other file is opened to be listed.
    const bool may_be_store =
        kind == FileKind::vector && intake::format_of(path) == intake::Format::gpkg;
    return may_be_store && store::is_store(path) ? FileKind::store : kind;
}

bool can_open(FileKind kind) noexcept
{
    return kind != FileKind::missing && kind != FileKind::folder && kind != FileKind::other;
}

Listing list_folder(const fs::path& folder, const ListOptions& options)
{
    Listing listing;
    std::error_code error;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
        FileEntry entry{at->path().filename().string(), kind_of(at->path()), 0, day_of(*at)};
        if (entry.name.starts_with('.') && !options.shows_hidden) {
            continue;
        }
        if (!is_wanted(entry.kind, options.wish)) {
            listing.left_out += entry.kind == FileKind::missing ? 0U : 1U;
            continue;
        }
        std::error_code no_size;
        entry.size = is_of_folders(entry.kind) ? 0 : at->file_size(no_size);
        entry.size = no_size ? 0 : entry.size;
        listing.entries.push_back(std::move(entry));
    }
    if (error) {
        listing.fault = unreadable(folder, error);
    }
    sort_entries(listing.entries, options.language);
    return listing;
}

fs::path typed_path(std::string_view text, const fs::path& folder)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
    const bool is_quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') &&
                           text.front() == text.back();
    if (is_quoted) {
        text = text.substr(1, text.size() - 2);
    }
    constexpr std::string_view scheme = "file://";
    if (text.starts_with(scheme)) {
        // "file://host/x" names this machine as well.
        const auto path = text.find('/', scheme.size());
        return path == std::string_view::npos ? fs::path() : fs::path(unescaped(text.substr(path)));
    }
    if (text == "~") {
        return home_folder();
    }
    if (text.starts_with("~/")) {
        return (home_folder() / std::string(text.substr(2))).lexically_normal();
    }
    return (folder / std::string(text)).lexically_normal();
}

std::vector<Place> find_places(const fs::path& project)
{
    const fs::path home = home_folder();
    std::vector<Place> wanted{{"home", {}, home}};
    for (const char* key : {"desktop", "documents", "downloads"}) {
        const std::string name = std::string(1, static_cast<char>(*key - 'a' + 'A')) + (key + 1);
        wanted.push_back({key, {}, home / name});
    }
    if (!project.empty()) {
        wanted.push_back({"project", {}, project.parent_path()});
    }
    const char* user = std::getenv("USER");
    if (user != nullptr && *user != '\0') {
        add_disks(fs::path("/media") / user, wanted);
        add_disks(fs::path("/run/media") / user, wanted);
    }
    wanted.push_back({"computer", {}, "/"});
    std::erase_if(wanted, [](const Place& place) {
        std::error_code error;
        return !fs::is_directory(place.path, error);
    });
    return wanted;
}

void FileList::begin(const ListOptions& options, const fs::path& folder)
{
    m_options = options;
    std::error_code error;
    fs::path from = fs::absolute(folder.empty() ? home_folder() : folder, error).lexically_normal();
    while (!fs::is_directory(from, error) && from != from.root_path()) {
        from = from.parent_path();
    }
    open(from);
}

void FileList::open(const fs::path& folder)
{
    m_folder =
        folder.has_filename() || folder == folder.root_path() ? folder : folder.parent_path();
    m_cursor = 0;
    refresh();
}

void FileList::refresh()
{
    const std::string kept = current() != nullptr ? current()->name : std::string();
    m_listing = list_folder(m_folder, m_options);
    ++m_version;
    for (std::size_t i = 0; i < m_listing.entries.size(); ++i) {
        if (m_listing.entries[i].name == kept) {
            m_cursor = i;
        }
    }
    move_by(0);
}

void FileList::go_up()
{
    if (m_folder == m_folder.root_path()) {
        return;
    }
    const std::string left = m_folder.filename().string();
    open(m_folder.parent_path());
    for (std::size_t i = 0; i < m_listing.entries.size(); ++i) {
        m_cursor = m_listing.entries[i].name == left ? i : m_cursor;
    }
}

void FileList::toggle_hidden()
{
    m_options.shows_hidden = !m_options.shows_hidden;
    refresh();
}

void FileList::set_language(Language language)
{
    if (std::exchange(m_options.language, language) != language) {
        refresh();
    }
}

const FileEntry* FileList::current() const noexcept
{
    return m_cursor < m_listing.entries.size() ? &m_listing.entries[m_cursor] : nullptr;
}

void FileList::move_to(std::size_t row) noexcept
{
    m_cursor = row;
    move_by(0);
}

void FileList::move_by(std::ptrdiff_t rows) noexcept
{
    const auto last =
        std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(m_listing.entries.size()) - 1);
    m_cursor = static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(m_cursor) + rows, 0, last));
}

bool FileList::jump(std::string_view letters)
{
    const std::string wanted = fold(letters);
    for (std::size_t i = 0; i < m_listing.entries.size() && !wanted.empty(); ++i) {
        if (fold(m_listing.entries[i].name).starts_with(wanted)) {
            m_cursor = i;
            return true;
        }
    }
    return false;
}

std::optional<fs::path> FileList::take(const fs::path& path, FileKind kind)
{
    const bool is_chosen =
        kind == FileKind::project ? m_options.wish == FileWish::open : !is_of_folders(kind);
    if (is_chosen) {
        return path;
    }
    open(path);
    return std::nullopt;
}

std::optional<fs::path> FileList::accept()
{
    const FileEntry* entry = current();
    return entry != nullptr ? take(m_folder / entry->name, entry->kind) : std::nullopt;
}

Result<std::optional<fs::path>> FileList::accept_typed(std::string_view text)
{
    const fs::path path = typed_path(text, m_folder);
    const FileKind kind = path.empty() ? FileKind::missing : kind_of(path);
    if (kind == FileKind::missing) {
        return Error{ErrorCode::not_found, {"file.missing", {{"file", path.string()}}}, {}};
    }
    if (kind == FileKind::other) {
        return Error{ErrorCode::unsupported,
                     {"import.unknown_ending",
                      {{"file", path.filename().string()}, {"endings", intake::known_endings()}}},
                     {}};
    }
    return take(path.has_filename() ? path : path.parent_path(), kind);
}

fs::path save_path(const fs::path& folder, std::string_view name, std::string_view ending)
{
    fs::path path = typed_path(name, folder);
    const std::string wanted = ending.empty() ? std::string() : "." + std::string(ending);
    if (!path.empty() && path.extension() != wanted) {
        path += wanted;
    }
    return path;
}

} // namespace dostyk::editor
