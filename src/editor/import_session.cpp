#include "editor/import_session.hpp"

#include "core/files.hpp"
#include "core/time.hpp"
#include "editor/import_edit.hpp"
#include "editor/tsv.hpp"
#include "intake/headings.hpp"
#include "store/sha256.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::editor {

namespace {

using intake::Verdict;

constexpr const char* crs_missing = "import.crs_missing";

/// Pasted rows as a table: the first one names the columns where it can.
intake::Table table_of(std::string_view tsv)
{
    intake::Table table;
    const auto rows = parse_tsv(tsv);
    std::size_t width = 0;
    for (const TextRow& row : rows) {
        width = std::max(width, row.size());
    }
    for (std::size_t i = 0; i < width; ++i) {
        table.layer.fields.push_back("Field" + std::to_string(i + 1));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        geo::Feature feature;
        feature.attributes.resize(width);
        for (std::size_t k = 0; k < rows[i].size(); ++k) {
            if (!rows[i][k].empty()) {
                feature.attributes[k] = rows[i][k];
            }
        }
        table.layer.features.push_back(std::move(feature));
        table.row_numbers.push_back(static_cast<std::int64_t>(i + 1));
    }
    return intake::with_headings(std::move(table));
}

} // namespace

/// What a reading job hands over.
struct ImportSession::Reading {
    Result<intake::ImportDraft> draft;
    std::string hash;
};

ImportSession::ImportSession() : m_generation(std::make_shared<std::uint64_t>(0)) {}

ImportSession::~ImportSession()
{
    close();
}

void ImportSession::close()
{
    m_job.cancel();
    ++*m_generation;
    m_stage = Stage::idle;
    m_fault.reset();
    m_tables.clear();
    m_plan.reset();
    m_mapping = {};
    m_options = {};
    m_mended.clear();
    m_rows.clear();
    m_crs.clear();
    m_is_reading_due = m_is_due = m_is_planning = false;
}

void ImportSession::begin(std::string name)
{
    close();
    m_name = std::move(name);
    m_stage = Stage::reading;
    m_is_reading_due = true;
    m_began = std::chrono::steady_clock::now();
}

void ImportSession::open(const std::filesystem::path& file)
{
    begin(file.filename().string());
    m_file = file;
}

void ImportSession::open_rows(std::string_view tsv)
{
    begin("clipboard-" + today() + ".tsv");
    m_file.clear();
    m_rows = tsv;
}

void ImportSession::set_crs(std::string crs)
{
    m_crs = std::move(crs);
    m_fault.reset();
    m_stage = Stage::reading;
    m_is_reading_due = true;
    m_began = std::chrono::steady_clock::now();
}

double ImportSession::seconds() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count();
}

void ImportSession::begin_reading(const Background& background)
{
    m_is_reading_due = false;
    intake::DraftOptions options;
    options.reading.crs = m_crs;
    options.reading.worker = worker;
    m_job = background.run([this, file = m_file, rows = m_rows, options, number = *m_generation,
                            generation = std::weak_ptr(m_generation)](
                               std::stop_token stop) mutable -> Background::Finish {
        options.reading.stop = std::move(stop);
        auto reading = std::make_shared<Reading>(Reading{Error{}, {}});
        if (!rows.empty()) {
            intake::ImportDraft draft;
            draft.file = "clipboard.tsv";
            draft.confinement = {true, true, true}; // the rows came from no file
            draft.tables.push_back(table_of(rows));
            reading->draft = std::move(draft);
            reading->hash = store::sha256_of(rows);
        } else {
            const intake::MappingMemory memory(intake::mapping_memory_file());
            reading->draft = intake::open_draft(file, options, memory);
            const auto content = reading->draft ? read_file(file) : Result<std::string>(Error{});
            reading->hash = content ? store::sha256_of(*content) : std::string();
        }
        return [this, reading, number, generation] {
            const auto now = generation.lock();
            if (now != nullptr && *now == number) {
                take(std::move(*reading));
            }
        };
    });
}

void ImportSession::take(Reading reading)
{
    if (!reading.draft) {
        m_fault = reading.draft.error();
        m_stage = m_fault->message.key == crs_missing ? Stage::needs_crs : Stage::failed;
        return;
    }
    intake::ImportDraft& draft = *reading.draft;
    for (intake::Table& table : draft.tables) {
        m_tables.push_back(std::make_shared<intake::Table>(std::move(table)));
    }
    m_is_weak = !draft.confinement.is_whole();
    m_options.source = {m_name, std::move(reading.hash), today()};
    m_chosen = draft.chosen;
    m_stage = Stage::ready;
    m_is_kind_guessed = true;
    if (draft.mapping.kind.empty()) {
        guess(intake::guess_kind(table(), m_file.stem().string()).value_or(""));
    } else {
        m_mapping = std::move(draft.mapping);
        m_is_remembered = draft.is_mapping_remembered;
        m_is_due = true;
    }
}

bool ImportSession::update(const ImportInput& input)
{
    if (m_is_reading_due) {
        begin_reading(input.background);
    }
    if (m_stage == Stage::ready && input.version != m_planned_version) {
        m_is_due = true;
    }
    if (m_stage == Stage::ready && m_is_due && !m_is_planning) {
        begin_planning(input);
    }
    return m_stage == Stage::reading || m_is_planning;
}

void ImportSession::begin_planning(const ImportInput& input)
{
    m_is_due = false;
    m_planned_version = input.version;
    if (m_mapping.kind.empty()) {
        m_plan.reset();
        return;
    }
    if (m_units == nullptr) {
        m_units = std::make_shared<const model::UnitNames>(
            input.units != nullptr ? *input.units : model::UnitNames{});
    }
    m_is_planning = true;
    const std::shared_ptr<const intake::Table> table = m_tables[m_chosen];
    (void)input.background.run(
        [this, table, mapping = m_mapping, project = input.project, units = m_units,
         options = m_options, number = *m_generation,
         generation = std::weak_ptr(m_generation)](const std::stop_token&) -> Background::Finish {
            auto plan = std::make_shared<const intake::RowPlan>(
                intake::plan_rows(*table, mapping, *project, *units, options));
            return [this, plan, number, generation] {
                const auto now = generation.lock();
                if (now != nullptr && *now == number) {
                    m_plan = plan;
                    m_is_planning = false;
                }
            };
        });
}

std::vector<std::string> ImportSession::table_names() const
{
    std::vector<std::string> names;
    for (const auto& table : m_tables) {
        names.push_back(table->layer.name);
    }
    return names;
}

void ImportSession::choose_table(std::size_t index)
{
    m_chosen = index;
    m_mended.clear();
    m_options.choices.clear();
    m_options.date_orders.clear();
    m_plan.reset();
    m_is_kind_guessed = true;
    guess(intake::guess_kind(table(), m_file.stem().string()).value_or(""));
}

void ImportSession::guess(std::string_view kind)
{
    // Rows of the other reading that is on its way count no more.
    ++*m_generation;
    m_is_planning = false;
    m_plan.reset();
    m_is_due = true;
    m_is_remembered = false;
    m_mapping = {};
    const model::KindRule* rule = model::find_kind(kind);
    if (rule == nullptr) {
        return;
    }
    const intake::MappingMemory memory(intake::mapping_memory_file());
    auto remembered = memory.find(table(), kind);
    m_is_remembered = remembered.has_value();
    m_mapping = remembered ? *std::move(remembered) : intake::guess_mapping(table(), *rule);
}

void ImportSession::set_kind(std::string_view kind)
{
    m_is_kind_guessed = false;
    m_options.date_orders.clear();
    guess(kind);
}

ImportSession::Outcome ImportSession::outcome() const
{
    Outcome made;
    if (m_plan == nullptr) {
        return made;
    }
    made.edit = group_of(*m_plan);
    for (const intake::PlannedRow& row : m_plan->rows) {
        made.added += row.verdict == Verdict::insert ? 1 : 0;
        made.changed += row.verdict == Verdict::change ? 1 : 0;
        if (row.verdict == Verdict::insert || row.verdict == Verdict::change) {
            made.ids.push_back(row.id);
        }
    }
    return made;
}

void ImportSession::finish()
{
    intake::MappingMemory memory(intake::mapping_memory_file());
    // What cannot be remembered is guessed again.
    (void)memory.keep(table(), m_mapping);
    close();
}

} // namespace dostyk::editor
