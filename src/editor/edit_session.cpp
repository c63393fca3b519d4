#include "editor/edit_session.hpp"

#include "io/documents.hpp"
#include "store/durability.hpp"
#include "store/overlay_rows.hpp"
#include "store/stored_project.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

namespace {

/// Steps of the history that a panel can show and click.
constexpr int shown_steps = 1000;

Error no_store()
{
    return Error{ErrorCode::unsupported, {"error.edit.no_store", {}}, {}};
}

std::vector<io::DocumentText> texts_of(const std::vector<store::Row>& rows)
{
    std::vector<io::DocumentText> texts;
    texts.reserve(rows.size());
    for (const store::Row& row : rows) {
        texts.push_back({row.kind, row.id, row.doc});
    }
    return texts;
}

/// The disk is at fault, not the edit.
bool is_of_disk(const Error& error)
{
    return error.code == ErrorCode::write_failed || error.code == ErrorCode::unreadable;
}

/// What there is in the place of a store that an error calls damaged.
std::optional<store::Rescue> rescue_of(const std::filesystem::path& path, const Error& error)
{
    std::error_code ignored;
    const std::filesystem::path file =
        std::filesystem::is_directory(path, ignored) ? store::working_store_of(path) : path;
    if (error.message.key != "error.store_damaged") {
        return std::nullopt;
    }
    return store::Rescue{file, store::find_good_backup(file)};
}

EditSession::Opening open_rows(const std::filesystem::path& path,
                               const std::optional<store::ReadState>& known)
{
    EditSession::Opening opening{no_store(), {}, 0, {}, {}};
    opening.opened = store::open_to_edit(path, opening.findings);
    if (opening.opened && known && known->file == opening.opened->file) {
        opening.rev = known->rev; // what changed since then is little
        return opening;
    }
    Diagnostics of_rows; // the files' own findings were told when they were read
    auto stored = opening.opened ? store::read_project(*opening.opened->store, of_rows)
                                 : Result<store::StoredProject>(opening.opened.error());
    if (!stored) {
        opening.opened = stored.error();
        opening.rescue = rescue_of(path, stored.error());
        return opening;
    }
    opening.project = std::move(stored->project);
    opening.rev = stored->rev;
    return opening;
}

/// What the edits make of the rows. One that can no longer be made is passed over.
void put_edits(const std::vector<UnsavedEdit>& edits, store::OverlayRows& rows)
{
    for (const UnsavedEdit& each : edits) {
        if (const auto edit = edit_of(each.command, rows)) {
            for (const store::Row& row : edit->rows) {
                rows.put(row);
            }
        }
    }
}

} // namespace

EditSession::EditSession(ProjectPtr project) : m_project(std::move(project)), m_is_editable(false)
{}

EditSession::EditSession(ProjectPtr project, std::filesystem::path path,
                         std::optional<store::ReadState> state)
: m_project(std::move(project)), m_path(std::move(path)), m_read(std::move(state))
{}

EditSession::~EditSession() = default;

Result<std::string> EditSession::hash()
{
    return m_store ? m_store->opened.store->hash() : Result<std::string>(no_store());
}

std::function<EditSession::Opening()> EditSession::opener() const
{
    return [path = m_path, state = m_read] { return open_rows(path, state); };
}

void EditSession::adopt(Opening opening)
{
    if (is_open()) {
        return;
    }
    m_findings = std::move(opening.findings);
    if (!opening.opened) {
        m_open_error = opening.opened.error();
        m_rescue = std::move(opening.rescue);
        return;
    }
    m_open_error.reset();
    m_rescue.reset();
    const std::filesystem::path file = opening.opened->file;
    m_store.emplace(OpenStore{std::move(*opening.opened), std::make_unique<store::OpenMark>(file)});
    m_rev = opening.rev;
    m_was_cut_short = m_store->mark->was_cut_short();
    m_is_on_network = store::is_on_network(file);
    if (opening.project && (opening.project->entities != m_project->entities ||
                            opening.project->name != m_project->name)) {
        opening.project->transport = m_project->transport;
        m_project = std::make_shared<const model::Project>(*std::move(opening.project));
    }
    watch_files();
    // Between the reading of the rows and the watching others may have written.
    (void)refresh();
}

Status EditSession::open()
{
    if (is_open()) {
        return ok();
    }
    if (!m_is_editable) {
        return no_store();
    }
    adopt(opener()());
    return is_open() ? ok() : Status(*m_open_error);
}

bool EditSession::has_folder() const noexcept
{
    return is_open() && !m_store->opened.folder.empty();
}

std::filesystem::path EditSession::store_file() const
{
    return is_open() ? m_store->opened.file : std::filesystem::path();
}

Result<store::Revision> EditSession::submit(const Command& command, std::string_view run)
{
    if (Status status = open(); !status) {
        return status.error();
    }
    const bool goes_on = !run.empty() && run == m_run;
    const store::Revision continues = goes_on ? m_run_rev : 0;
    auto rev = m_store->opened.store->write([&](store::Rows& rows) {
        auto edit = edit_of(command, rows);
        if (edit) {
            edit->continues = continues;
        }
        return edit;
    });
    if (!rev && is_of_disk(rev.error())) {
        m_unsaved.push_back({command, rev.error()});
        show({});
        return rev;
    }
    const store::Revision before = m_rev;
    rev = moved(std::move(rev));
    if (rev && *rev != before) {
        m_run = run;
        m_run_rev = *rev;
    }
    return rev;
}

Status EditSession::check(const Command& command)
{
    if (Status status = open(); !status) {
        return status;
    }
    store::OverlayRows rows(m_store->opened.store->rows());
    put_edits(m_unsaved, rows);
    const auto edit = edit_of(command, rows);
    return edit ? ok() : Status(edit.error());
}

Result<store::Revision> EditSession::undo()
{
    if (Status status = open(); !status) {
        return status.error();
    }
    end_run();
    // What never reached the disk is the last thing that was done.
    if (!m_unsaved.empty()) {
        m_unsaved.pop_back();
        if (const Status status = read_again(); !status) {
            return status.error();
        }
        return m_rev;
    }
    return moved(m_store->opened.store->undo());
}

Result<store::Revision> EditSession::redo()
{
    if (Status status = open(); !status) {
        return status.error();
    }
    end_run();
    return moved(m_store->opened.store->redo());
}

Result<store::Revision> EditSession::moved(Result<store::Revision> rev)
{
    if (rev) {
        if (const Status status = refresh(); !status) {
            return status.error();
        }
    }
    return rev;
}

const store::Stacks& EditSession::stacks()
{
    if (!m_stacks) {
        auto read = is_open() ? m_store->opened.store->stacks(shown_steps)
                              : Result<store::Stacks>(store::Stacks{});
        m_stacks = read ? *std::move(read) : store::Stacks{};
    }
    return *m_stacks;
}

StepText EditSession::text_of(const store::Step& step, Language language)
{
    return is_open() ? editor::text_of(step, *m_store->opened.store, *m_project, language)
                     : StepText{};
}

Status EditSession::go_to(store::Revision step)
{
    const store::Stacks now = stacks();
    const auto holds = [&](const std::vector<store::Step>& steps) {
        return std::find_if(steps.begin(), steps.end(),
                            [&](const store::Step& each) { return each.rev == step; });
    };
    const auto above = holds(now.redo);
    const auto below = holds(now.undo);
    const bool is_back = above == now.redo.end();
    const auto count = is_back ? std::distance(now.undo.begin(), below)
                               : std::distance(now.redo.begin(), above) + 1;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        if (const auto rev = is_back ? undo() : redo(); !rev) {
            return rev.error();
        }
    }
    return ok();
}

Status EditSession::refresh()
{
    store::Store& store = *m_store->opened.store;
    const auto rev = store.revision();
    auto changed = store.changed_since(m_rev);
    if (!rev || !changed) {
        return rev ? changed.error() : rev.error();
    }
    if (*rev != m_rev) {
        m_rev = *rev;
        m_stacks.reset();
        show(*std::move(changed));
    }
    if (has_folder()) {
        const auto count = store.count_unwritten();
        m_unwritten = count ? *count : m_unwritten;
    }
    return ok();
}

Status EditSession::read_again()
{
    Diagnostics of_rows;
    auto stored = store::read_project(*m_store->opened.store, of_rows);
    if (!stored) {
        return stored.error();
    }
    stored->project.transport = m_project->transport;
    m_project = std::make_shared<const model::Project>(std::move(stored->project));
    show({});
    return ok();
}

void EditSession::show(std::vector<store::Row> changed)
{
    store::OverlayRows rows(m_store->opened.store->rows());
    put_edits(m_unsaved, rows);
    for (store::Row& row : rows.made()) {
        std::erase_if(changed, [&](const store::Row& each) {
            return each.kind == row.kind && each.id == row.id;
        });
        changed.push_back(std::move(row));
    }
    Diagnostics of_rows; // a row that is kept was sound
    auto project = std::make_shared<model::Project>(*m_project);
    io::apply_documents(texts_of(changed), *project, of_rows);
    m_project = std::move(project);
}

Status EditSession::retry_unsaved()
{
    while (!m_unsaved.empty()) {
        const auto rev = m_store->opened.store->write(
            [&](store::Rows& rows) { return edit_of(m_unsaved.front().command, rows); });
        if (!rev && is_of_disk(rev.error())) {
            m_unsaved.front().reason = rev.error();
            return rev.error();
        }
        m_unsaved.erase(m_unsaved.begin());
        if (!rev) { // others changed what it was about
            (void)read_again();
            return rev.error();
        }
    }
    return refresh();
}

} // namespace dostyk::editor
