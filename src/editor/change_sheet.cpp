#include "editor/change_sheet.hpp"

#include "core/files.hpp"
#include "core/fold.hpp"
#include "core/format.hpp"
#include "core/message.hpp"

#include <algorithm>

namespace dostyk::editor {

namespace {

std::string count_text(std::size_t count, Language language)
{
    return tr(language, Message{"programme.sessions", {{"count", std::to_string(count)}}});
}

std::size_t count_held(const schedule::Programme& release)
{
    return static_cast<std::size_t>(
        std::count_if(release.sessions.begin(), release.sessions.end(),
                      [](const auto& session) { return !session.is_cancelled; }));
}

/// What whoever released it wrote beside it; empty where nobody did.
std::string note_of(const model::Project& project, const schedule::Programme& release,
                    Language language)
{
    const model::Entity* entity =
        project.find(schedule::release_id(release.meeting, release.number));
    const auto* note = entity != nullptr
                           ? model::find_value<Text4>(*entity, "description", model::Pack::enriched)
                           : nullptr;
    return note != nullptr ? std::string(note->in(language)) : std::string();
}

std::vector<VersionRow> versions_of(const ReleaseDiff& diff, const PlannedMeeting& meeting,
                                    Language language)
{
    std::vector<VersionRow> rows{
        {ReleaseDiff::now, version_name(ReleaseDiff::now, language),
         tr(language,
            Message{"releases.unreleased", {{"count", std::to_string(diff.unreleased())}}})}};
    const auto& releases = diff.releases();
    for (auto release = releases.rbegin(); release != releases.rend(); ++release) {
        std::string detail = format_date(release->date, language) + " · " +
                             count_text(count_held(*release), language);
        const std::string note = note_of(meeting.project(), *release, language);
        detail += note.empty() ? "" : "\n" + note;
        rows.push_back(
            {release->number, version_name(release->number, language), std::move(detail)});
    }
    return rows;
}

/// Within each kind by the alphabet: the kinds stand in their order already.
void sort_names(std::vector<SheetRow>& sheets, Language language)
{
    const Collator collator(language);
    for (auto first = sheets.begin(); first != sheets.end();) {
        const auto last = std::find_if(
            first, sheets.end(), [&](const SheetRow& row) { return row.kind != first->kind; });
        std::stable_sort(first, last, [&](const SheetRow& a, const SheetRow& b) {
            return collator.less(a.name, b.name);
        });
        first = last;
    }
}

} // namespace

const char* icon_of(const schedule::SessionChange& change)
{
    return change.is_added()     ? "plus"
           : change.is_removed() ? "minus"
           : change.has_moved()  ? "tool_move"
                                 : "edit";
}

std::string version_name(int number, Language language)
{
    return number == ReleaseDiff::now
               ? std::string(tr(language, "releases.now"))
               : tr(language, Message{"release.name", {{"number", std::to_string(number)}}});
}

DiffWords words_of(const ReleaseDiff& diff, const PlannedMeeting& meeting, Language language,
                   const model::UnitNames& unit_names)
{
    const model::NameResolver name_of =
        model::make_resolver(meeting.project(), unit_names, model::Pack::enriched, language);
    DiffWords words;
    for (const schedule::SessionChange& change : diff.diff().changes) {
        words.changes.push_back({change.session(),
                                 schedule::text_of(change, diff.diff().zone, language, name_of),
                                 icon_of(change)});
    }
    for (const ChangeSheet& sheet : diff.sheets()) {
        words.sheets.push_back({sheet.id, sheet.kind, name_of(sheet.id), sheet.changes});
    }
    sort_names(words.sheets, language);
    words.versions = versions_of(diff, meeting, language);
    return words;
}

std::string sheet_text(const DiffWords& words, const SheetRow& sheet, const ReleaseDiff& diff,
                       Language language)
{
    const auto version = [&](int number) {
        const schedule::Programme* release = diff.find_release(number);
        return version_name(number, language) +
               (release != nullptr ? " (" + format_date(release->date, language) + ")"
                                   : std::string());
    };
    std::string text =
        sheet.name + "\n" +
        tr(language,
           Message{"releases.sheet_head",
                   {{"before", version(diff.before())}, {"after", version(diff.after())}}}) +
        "\n";
    for (const std::size_t change : sheet.changes) {
        text += "\n• " + words.changes[change].text;
    }
    return text + "\n";
}

Result<std::filesystem::path> save_sheet(const std::string& text,
                                         const std::filesystem::path& folder, const std::string& id)
{
    const std::filesystem::path file = first_free(folder / (id + ".txt"));
    if (const Status status = write_file_atomically(file, text); !status) {
        return status.error();
    }
    return file;
}

} // namespace dostyk::editor
