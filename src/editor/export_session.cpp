#include "editor/export_session.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

namespace {

std::size_t claims_in(const model::Entity& entity, model::Pack pack)
{
    std::size_t count = 0;
    for (const auto& [field, claims] : entity.fields) {
        count += model::claims_of(entity, field, pack).size();
    }
    return count;
}

/// The ids of the scope that the audience may know of: the others are withheld, and no fault.
std::vector<std::string> seen_ids(const model::Project& project, std::vector<std::string> ids,
                                  model::Audience audience)
{
    if (ids.empty()) {
        return ids;
    }
    const model::Project seen = model::for_audience(project, audience);
    std::erase_if(ids, [&](const std::string& id) { return seen.find(id) == nullptr; });
    return ids;
}

} // namespace

Withheld count_withheld(const model::Project& project, const io::ExportScope& scope,
                        model::Audience audience)
{
    const model::Project seen = model::for_audience(project, audience);
    Withheld withheld;
    for (const model::Entity* entity : io::entities_in(project, scope)) {
        const model::Entity* shown = seen.find(entity->id);
        if (shown == nullptr) {
            ++withheld.entities;
            continue;
        }
        ++withheld.left;
        withheld.claims += claims_in(*entity, scope.pack) - claims_in(*shown, scope.pack);
    }
    return withheld;
}

void ExportSession::begin()
{
    ++*m_generation;
    m_stage = Stage::choosing;
    m_is_counting = false;
    m_counted.reset();
    m_fault.reset();
    m_findings = {};
}

io::ExportScope ExportSession::scope_of(const ExportInput& input) const
{
    io::ExportScope scope;
    scope.pack = input.pack;
    scope.language = choice.language;
    if (choice.part == ExportPart::selection) {
        scope.only = input.selection;
    } else if (choice.part == ExportPart::hits) {
        scope.only = input.hits;
    } else if (choice.part == ExportPart::kind && !choice.kind.empty()) {
        scope.kinds = {choice.kind};
    }
    return scope;
}

bool ExportSession::update(const ExportInput& input)
{
    // What is gone cannot be chosen.
    if ((choice.part == ExportPart::selection && input.selection.empty()) ||
        (choice.part == ExportPart::hits && input.hits.empty())) {
        choice.part = ExportPart::everything;
    }
    const io::ExportScope scope = scope_of(input);
    const Counted wanted{choice, input.version, scope.only, input.pack};
    if (m_stage == Stage::choosing && !m_is_counting && m_counted != wanted) {
        m_counted = wanted;
        m_is_counting = true;
        (void)input.background.run([this, project = input.project, scope,
                                    audience = choice.for_whom(), number = *m_generation,
                                    generation = std::weak_ptr(m_generation)](
                                       const std::stop_token&) -> Background::Finish {
            const Withheld counted = count_withheld(*project, scope, audience);
            return [this, counted, number, generation] {
                const auto now = generation.lock();
                if (now != nullptr && *now == number) {
                    m_withheld = counted;
                    m_is_counting = false;
                }
            };
        });
    }
    return m_is_counting || m_stage == Stage::writing;
}

void ExportSession::write(const ExportInput& input, const std::filesystem::path& out)
{
    if (!m_writer) {
        return;
    }
    ++*m_generation;
    m_is_counting = false;
    m_stage = Stage::writing;
    m_out = out;
    io::ExportRequest request{choice.format,  out, choice.for_whom(), scope_of(input),
                              input.language, {}};
    request.csv = choice.is_raw ? io::CsvSafety::raw : io::CsvSafety::safe;
    auto units = std::make_shared<const model::UnitNames>(
        input.units != nullptr ? *input.units : model::UnitNames{});
    (void)input.background.run([this, project = input.project, units, request, writer = m_writer,
                                number = *m_generation, generation = std::weak_ptr(m_generation)](
                                   const std::stop_token&) mutable -> Background::Finish {
        auto findings = std::make_shared<Diagnostics>();
        const bool had_ids = !request.scope.only.empty();
        request.scope.only = seen_ids(*project, request.scope.only, request.audience);
        const bool is_all_withheld = had_ids && request.scope.only.empty();
        auto report = std::make_shared<Result<io::ExportReport>>(
            is_all_withheld ? Result<io::ExportReport>(
                                  Error{ErrorCode::invalid, {"export.all_withheld", {}}, {}})
                            : writer(*project, *units, request, *findings));
        return [this, report, findings, number, generation] {
            const auto now = generation.lock();
            if (now == nullptr || *now != number) {
                return; // written all the same: the sheet was left
            }
            m_findings = std::move(*findings);
            m_stage = *report ? Stage::done : Stage::failed;
            m_fault = *report ? std::nullopt : std::optional(report->error());
            m_report = *report ? **report : io::ExportReport{};
        };
    });
}

} // namespace dostyk::editor
