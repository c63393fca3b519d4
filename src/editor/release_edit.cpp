#include "editor/release_edit.hpp"

#include "io/project_folder.hpp"
#include "schedule/conflicts.hpp"

namespace dostyk::editor {

namespace {

/// The conflicts that hold a release back, one a line; empty where there are none.
std::string open_conflicts(const model::Project& project, const schedule::Compiled& compiled,
                           const schedule::Plan& plan, Language language)
{
    const model::UnitNames no_units;
    const schedule::Telling telling{
        compiled.problem, plan, language,
        model::make_resolver(project, no_units, model::Pack::enriched, language)};
    std::string texts;
    for (const schedule::Conflict& conflict :
         schedule::find_conflicts(project, compiled, plan, {false, false})) {
        if (conflict.is_hard && conflict.waiver.empty()) {
            texts += "\n" + std::to_string(conflict.number) + ". " +
                     text_of(conflict.violation, telling);
        }
    }
    return texts;
}

std::vector<std::string> changed_since(const schedule::Programme* last,
                                       const schedule::Programme& release)
{
    std::vector<std::string> changed;
    for (const schedule::ProgrammeSession& session : release.sessions) {
        const auto* before = last != nullptr ? last->find(session.id) : nullptr;
        if (before == nullptr || before->sequence != session.sequence) {
            changed.push_back(session.id);
        }
    }
    return changed;
}

/// As written by hand: no source says it.
model::Claim note_claim(const ReleaseRequest& request)
{
    Text4 note;
    note[request.language] = request.note;
    model::Claim claim;
    claim.value = std::move(note);
    claim.pack = model::Pack::enriched;
    return claim;
}

} // namespace

Result<NewRelease> release_edit(const model::Project& project, const ReleaseRequest& request)
{
    auto compiled = schedule::compile(project, request.meeting);
    if (!compiled) {
        return compiled.error();
    }
    const schedule::Plan plan = compiled->plan();
    if (std::string open = open_conflicts(project, *compiled, plan, request.language);
        !open.empty()) {
        return Error{
            ErrorCode::invalid, {"error.release.conflicts", {{"conflicts", std::move(open)}}}, {}};
    }
    NewRelease made;
    made.findings = std::move(compiled->findings);
    const auto releases = schedule::releases_of(project, compiled->problem.id, made.findings);
    made.release = schedule::next_release(
        releases, schedule::programme_of(project, compiled->problem, plan), request.now);
    made.changed = changed_since(releases.empty() ? nullptr : &releases.back(), made.release);
    model::Entity entity = schedule::to_entity(made.release);
    if (!request.note.empty()) {
        entity.fields["description"] = {note_claim(request)};
    }
    made.edit = {entity.kind, entity.id, io::to_text(entity)};
    return made;
}

} // namespace dostyk::editor
