#include "app/store_keeper.hpp"

#include "core/time.hpp"
#include "store/backup.hpp"
#include "store/gpkg_store.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

namespace dostyk::app {

namespace {

constexpr std::chrono::milliseconds look_interval{500};
constexpr std::chrono::minutes backup_interval{5};

/// With a connection of its own: the session's belongs to the main thread.
void back_up_file(const std::filesystem::path& file)
{
    auto opened = store::open_store(file, {});
    if (opened) {
        (void)store::back_up_if_due(**opened, file, now()); // the next one tries again
    }
}

} // namespace

StoreKeeper::StoreKeeper(editor::Workspace& workspace, JobPool& jobs, MainQueue& finished)
: m_workspace(workspace), m_jobs(jobs), m_finished(finished)
{}

StoreKeeper::~StoreKeeper()
{
    const editor::EditSession& edits = m_workspace.edits();
    if (edits.is_open() && edits.revision() != m_backed_up) {
        back_up_file(edits.store_file());
    }
}

void StoreKeeper::work_ahead()
{
    if (!std::exchange(m_has_begun, true)) {
        if (!m_workspace.edits().is_open()) {
            m_jobs.submit([this, open = m_workspace.edits().opener()](std::stop_token) {
                auto opening = std::make_shared<editor::EditSession::Opening>(open());
                m_finished.post([this, opening] { adopt(std::move(*opening)); });
            });
        }
        return;
    }
    const editor::EditSession& edits = m_workspace.edits();
    if (edits.is_open() && edits.revision() != m_backed_up &&
        Clock::now() - m_asked_at > backup_interval) {
        back_up();
    }
}

Status StoreKeeper::open_now()
{
    m_has_begun = true;
    adopt(m_workspace.edits().opener()());
    const auto& error = m_workspace.edits().open_error();
    return error ? Status(*error) : ok();
}

void StoreKeeper::adopt(editor::EditSession::Opening opening)
{
    editor::EditSession& edits = m_workspace.edits();
    edits.adopt(std::move(opening));
    m_backed_up = edits.revision();
    m_asked_at = Clock::now();
    if (edits.open_error()) {
        m_workspace.tell(*edits.open_error());
        if (edits.rescue()) {
            m_workspace.open_sheet(editor::Sheet::recovery);
        }
    } else if (edits.was_cut_short()) {
        m_workspace.tell(Message{"notice.cut_short", {}});
    }
    tell_findings();
}

void StoreKeeper::back_up()
{
    m_backed_up = m_workspace.edits().revision();
    m_asked_at = Clock::now();
    m_jobs.submit(
        [file = m_workspace.edits().store_file()](std::stop_token) { back_up_file(file); });
}

bool StoreKeeper::look()
{
    editor::EditSession& edits = m_workspace.edits();
    const bool is_blind = edits.is_on_network() && Clock::now() - m_looked_at >= look_interval;
    const store::Revision before = edits.revision();
    const std::size_t findings = edits.findings().findings.size();
    if (is_blind) {
        m_looked_at = Clock::now();
    }
    if (const Status status = edits.take_outside_changes(is_blind); !status) {
        m_workspace.tell(status.error());
        return true;
    }
    if (edits.findings().findings.size() != findings) {
        tell_findings();
        return true;
    }
    return edits.revision() != before;
}

void StoreKeeper::tell_findings()
{
    const auto& findings = m_workspace.edits().findings().findings;
    if (!findings.empty()) {
        m_workspace.tell(Message{"notice.findings", {{"count", std::to_string(findings.size())}}});
    }
}

double StoreKeeper::seconds_to_next_look() const
{
    if (!m_workspace.edits().is_on_network()) {
        return std::numeric_limits<double>::infinity();
    }
    const std::chrono::duration<double> left = m_looked_at + look_interval - Clock::now();
    return std::max(0.0, left.count());
}

} // namespace dostyk::app
