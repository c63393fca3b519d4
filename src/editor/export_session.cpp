#include "editor/export_session.hpp"

#include <algorithm>
#include <iterator>
#include <system_error>
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

/// One report of all that was written. The items are the same in each format.
void add(const io::ExportReport& part, io::ExportReport& whole)
{
    whole.entities = std::max(whole.entities, part.entities);
    whole.files.insert(whole.files.end(), part.files.begin(), part.files.end());
    whole.notes.escaped += part.notes.escaped;
    whole.notes.replaced += part.notes.replaced;
    whole.notes.cut += part.notes.cut;
    whole.notes.undated += part.notes.undated;
}

} // namespace

std::vector<io::ExportFormat> ExportChoice::formats() const
{
    std::vector<io::ExportFormat> all{format};
    std::copy_if(also.begin(), also.end(), std::back_inserter(all),
                 [&](io::ExportFormat each) { return each != format; });
    return all;
}

void ExportChoice::toggle(io::ExportFormat other)
{
    if (other != format) {
        if (!also.insert(other).second) {
            also.erase(other);
        }
    } else if (!also.empty()) {
        format = *also.begin();
        also.erase(also.begin());
    }
}

model::Audience ExportChoice::for_whom() const
{
    model::Audience widest = io::usual_audience(format);
    for (const io::ExportFormat each : also) {
        widest = std::min(widest, io::usual_audience(each)); // everyone comes first
    }
    return audience.value_or(widest);
}

std::filesystem::path target_of(const std::filesystem::path& out, io::ExportFormat format)
{
    std::filesystem::path target = out;
    return format == io::ExportFormat::json
               ? target.replace_extension()
               : target.replace_extension("." + std::string(name_of(format)));
}

std::filesystem::path free_target(const std::filesystem::path& folder, const std::string& stem,
                                  const ExportChoice& choice)
{
    const auto formats = choice.formats();
    for (int i = 1;; ++i) {
        const std::string name = i == 1 ? stem : stem + "-" + std::to_string(i);
        const bool is_taken =
            std::any_of(formats.begin(), formats.end(), [&](io::ExportFormat format) {
                std::error_code error;
                return std::filesystem::exists(target_of(folder / (name + ".x"), format), error);
            });
        if (!is_taken) {
            return target_of(folder / (name + ".x"), choice.format);
        }
    }
}

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

io::ExportRequest ExportSession::request_for(const ExportInput& input) const
{
    io::ExportRequest request{choice.format,   m_out,          choice.for_whom(),
                              scope_of(input), input.language, {}};
    request.csv = choice.is_raw ? io::CsvSafety::raw : io::CsvSafety::safe;
    return request;
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
    auto units = std::make_shared<const model::UnitNames>(
        input.units != nullptr ? *input.units : model::UnitNames{});
    (void)input.background.run([this, project = input.project, units, request = request_for(input),
                                formats = choice.formats(), writer = m_writer,
                                number = *m_generation, generation = std::weak_ptr(m_generation)](
                                   const std::stop_token&) mutable -> Background::Finish {
        auto written = std::make_shared<Written>();
        const bool had_ids = !request.scope.only.empty();
        request.scope.only = seen_ids(*project, request.scope.only, request.audience);
        if (had_ids && request.scope.only.empty()) {
            written->fault = Error{ErrorCode::invalid, {"export.all_withheld", {}}, {}};
        }
        for (std::size_t i = 0; i < formats.size() && !written->fault; ++i) {
            request.format = formats[i];
            request.out = i == 0 ? request.out : target_of(request.out, formats[i]);
            const auto report = writer(*project, *units, request, written->findings);
            if (report) {
                add(*report, written->report);
            } else {
                written->fault = report.error();
            }
        }
        return [this, written, number, generation] {
            const auto now = generation.lock();
            if (now != nullptr && *now == number) { // else the sheet was left
                take(std::move(*written));
            }
        };
    });
}

void ExportSession::take(Written written)
{
    m_findings = std::move(written.findings);
    m_stage = written.fault ? Stage::failed : Stage::done;
    m_fault = std::move(written.fault);
    m_report = std::move(written.report);
}

} // namespace dostyk::editor
