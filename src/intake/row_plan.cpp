#include "intake/row_plan.hpp"

#include "core/fold.hpp"
#include "intake/import_claim.hpp"
#include "intake/row_kinds.hpp"
#include "io/documents.hpp"
#include "io/project_folder.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace dostyk::intake {

namespace {

/// Things of these kinds may have the same name on different days.
bool is_dated(std::string_view kind)
{
    constexpr std::array<std::string_view, 4> dated{"session", "meeting", "award", "document"};
    return std::find(dated.begin(), dated.end(), kind) != dated.end();
}

class Planner {
public:
    Planner(const Table& table, const ColumnMapping& mapping, const model::Project& project,
            const model::UnitNames& units, const PlanOptions& options)
    : m_table(table), m_kinds(table, mapping), m_options(options), m_names(project, units)
    {
        m_plan.kind = mapping.kind;
        m_plan.source = source_entity(options.source);
        m_plan.is_source_new = m_names.entity(m_plan.source.id) == nullptr;
    }

    RowPlan plan()
    {
        for (std::size_t row = 0; row < m_table.layer.features.size(); ++row) {
            m_plan.rows.push_back(plan_row(row));
        }
        return std::move(m_plan);
    }

private:
    PlannedRow plan_row(std::size_t row)
    {
        PlannedRow planned;
        planned.number = m_table.row_numbers[row];
        const auto choice = m_options.choices.find(planned.number);
        const Choice chosen = choice != m_options.choices.end() ? choice->second : Choice::propose;
        if (chosen == Choice::leave_out) {
            planned.verdict = Verdict::left_out;
            return planned;
        }
        const ReadingContext context{&m_names, m_options.dates, m_options.adds_persons,
                                     &m_options.date_orders};
        const ColumnMapping& mapping = m_kinds.mapping_of(row);
        m_kind = mapping.kind;
        ReadRow read = read_row(m_table, row, mapping, context);
        planned.notes = std::move(read.notes);
        const std::size_t errors = count_errors(planned);
        const model::Entity* present = find_present(read, chosen, planned);
        if (count_errors(planned) == errors) {
            note_missing_name(read, present, planned);
        }
        if (count_errors(planned) > 0) {
            planned.id.clear();
            planned.duplicate_of.clear();
            return planned;
        }
        fill(read, present, planned);
        return planned;
    }

    static std::size_t count_errors(const PlannedRow& planned)
    {
        return static_cast<std::size_t>(
            std::count_if(planned.notes.begin(), planned.notes.end(), [](const RowNote& note) {
                return note.note.severity == Severity::error;
            }));
    }

    static void refuse(PlannedRow& planned, Message message, std::string field = {})
    {
        planned.notes.push_back({{Severity::error, std::move(message)}, {}, std::move(field)});
    }

    static std::string name_in(const ReadRow& read)
    {
        const auto name = read.values.find("name");
        const auto* text = name != read.values.end() ? std::get_if<Text4>(&name->second) : nullptr;
        if (text == nullptr) {
            return {};
        }
        // An id is made of the English name where there is one.
        return text->has(Language::en) ? (*text)[Language::en]
                                       : std::string(text->in(Language::ru));
    }

    /// The entity that the row is about; null for a new one. Sets the row's id.
    const model::Entity* find_present(const ReadRow& read, Choice choice, PlannedRow& planned)
    {
        if (!read.id.empty()) {
            planned.id = read.id;
            const model::Entity* present = m_names.entity(read.id);
            if (present != nullptr && present->kind != m_kind) {
                refuse(planned,
                       {"import.row.other_kind", {{"value", read.id}, {"kind", present->kind}}},
                       "id");
            }
            claim_identity("#" + read.id, planned);
            return present;
        }
        const std::string name = name_in(read);
        if (name.empty()) {
            return nullptr;
        }
        claim_identity(fold(name) + date_key(read), planned);
        if (choice != Choice::add) {
            const auto found = same_named(read);
            if (found.size() > 1) {
                refuse(planned, {"import.row.many_of_name", {{"value", name}}}, "name");
                return nullptr;
            }
            if (found.size() == 1) {
                planned.id = found.front();
                planned.duplicate_of = found.front();
                claim_identity("#" + planned.id, planned);
                return m_names.entity(planned.id);
            }
        }
        planned.id = free_id(slug_of(name));
        return nullptr;
    }

    /// Two rows of one file must not be about the same thing.
    void claim_identity(const std::string& key, PlannedRow& planned)
    {
        const auto [entry, is_new] = m_claimed.try_emplace(key, planned.number);
        if (!is_new && entry->second != planned.number) {
            refuse(planned, {"import.row.same_as", {{"row", std::to_string(entry->second)}}},
                   "name");
        }
    }

    [[nodiscard]] std::string date_key(const ReadRow& read) const
    {
        const auto date = read.values.find("date");
        const auto* text =
            date != read.values.end() ? std::get_if<model::DateText>(&date->second) : nullptr;
        return is_dated(m_kind) && text != nullptr ? "|" + text->iso : std::string();
    }

    /// Ids of what the project has of one of the row's names, and of its day where both say one.
    [[nodiscard]] std::vector<std::string> same_named(const ReadRow& read) const
    {
        std::set<std::string> found;
        const auto name = read.values.find("name");
        const auto* text = name != read.values.end() ? std::get_if<Text4>(&name->second) : nullptr;
        const std::array<std::string_view, 1> kinds{m_kind};
        for (const Language language : all_languages) {
            if (text == nullptr || !text->has(language)) {
                continue;
            }
            for (std::string& id : m_names.find((*text)[language], kinds)) {
                const model::Entity* entity = m_names.entity(id);
                if (entity != nullptr && !is_on_other_day(*entity, read) &&
                    !is_of_other_meeting(*entity, read)) {
                    found.insert(std::move(id));
                }
            }
        }
        return {found.begin(), found.end()};
    }

    [[nodiscard]] bool is_on_other_day(const model::Entity& entity, const ReadRow& read) const
    {
        const std::string key = date_key(read);
        const auto* date =
            model::find_value<model::DateText>(entity, "date", model::Pack::enriched);
        return !key.empty() && date != nullptr && "|" + date->iso != key;
    }

    static bool is_of_other_meeting(const model::Entity& entity, const ReadRow& read)
    {
        const auto given = read.values.find("meeting");
        const auto* meeting =
            given != read.values.end() ? std::get_if<model::Refs>(&given->second) : nullptr;
        const auto* present =
            model::find_value<model::Refs>(entity, "meeting", model::Pack::enriched);
        return meeting != nullptr && present != nullptr && *meeting != *present;
    }

    std::string free_id(std::string slug)
    {
        if (slug.empty()) {
            slug = m_kind;
        }
        std::string id = slug;
        for (int i = 2; m_names.is_taken(id); ++i) {
            id = slug + "-" + std::to_string(i);
        }
        return id;
    }

    void note_missing_name(const ReadRow& read, const model::Entity* present, PlannedRow& planned)
    {
        const model::KindRule* kind = model::find_kind(m_kind);
        for (const model::FieldRule& rule : kind->fields) {
            const bool is_there = read.values.contains(rule.name) ||
                                  (present != nullptr && present->fields.contains(rule.name));
            // A cell that was refused has been told already.
            const bool is_told =
                std::any_of(planned.notes.begin(), planned.notes.end(),
                            [&](const RowNote& note) { return note.field == rule.name; });
            if (rule.is_required && !is_there && !is_told) {
                refuse(planned, {"import.row.missing_field", {{"field", std::string(rule.name)}}},
                       std::string(rule.name));
            }
        }
    }

    void fill(const ReadRow& read, const model::Entity* present, PlannedRow& planned)
    {
        planned.entity.id = planned.id;
        planned.entity.kind = m_kind;
        planned.entity.pack = present != nullptr ? present->pack : model::Pack::enriched;
        model::Entity whole = present != nullptr ? *present : planned.entity;
        for (const auto& [field, given] : read.values) {
            const auto claims = whole.fields.find(field);
            const model::Claim* shown = model::find_claim(whole, field, model::Pack::enriched);
            const model::Value value = merged(given, shown != nullptr ? &shown->value : nullptr);
            if (shown != nullptr && shown->value == value) {
                continue;
            }
            auto made = with_claim(claims != whole.fields.end() ? claims->second
                                                                : std::vector<model::Claim>{},
                                   claim_of(value, m_plan.source.id));
            planned.entity.fields[field] = made;
            whole.fields[field] = std::move(made);
            planned.changed_fields.push_back(field);
        }
        if (!is_sound(whole, planned)) {
            return;
        }
        planned.verdict = present == nullptr               ? Verdict::insert
                          : planned.changed_fields.empty() ? Verdict::same
                                                           : Verdict::change;
        if (planned.verdict == Verdict::insert) {
            m_names.add(planned.entity);
        }
        if (planned.verdict != Verdict::same) {
            add_persons(read);
        }
    }

    /// The store would refuse what no reader takes back: better to know it now.
    bool is_sound(const model::Entity& whole, PlannedRow& planned)
    {
        Diagnostics findings;
        if (io::canonical_document({whole.kind, whole.id, io::to_text(whole)}, findings)) {
            return true;
        }
        for (const Finding& finding : findings.findings) {
            refuse(planned, finding.message);
        }
        planned.verdict = Verdict::refused;
        return false;
    }

    void add_persons(const ReadRow& read)
    {
        for (const std::string& name : read.new_persons) {
            const std::string id = slug_of(name);
            if (m_names.is_taken(id)) {
                continue;
            }
            Text4 text;
            // A name of a person is the same in every language until somebody says otherwise.
            for (const Language language : all_languages) {
                text[language] = name;
            }
            model::Entity person;
            person.id = id;
            person.kind = "person";
            person.pack = model::Pack::enriched;
            person.fields["name"] = {claim_of(text, m_plan.source.id)};
            const auto country = read.values.find("country");
            if (country != read.values.end()) {
                person.fields["country"] = {claim_of(country->second, m_plan.source.id)};
            }
            m_names.add(person);
            m_plan.additions.push_back(std::move(person));
        }
    }

    const Table& m_table;
    RowKinds m_kinds;
    std::string m_kind; ///< Of the row that is being planned
    const PlanOptions& m_options;
    NameIndex m_names;
    RowPlan m_plan;
    std::map<std::string, std::int64_t> m_claimed; ///< what it is -> the row that spoke first
};

} // namespace

std::string_view name_of(Verdict verdict) noexcept
{
    switch (verdict) {
    case Verdict::insert:
        return "insert";
    case Verdict::change:
        return "change";
    case Verdict::same:
        return "same";
    case Verdict::refused:
        return "refused";
    case Verdict::left_out:
        return "left_out";
    }
    return "refused";
}

std::size_t RowPlan::count(Verdict verdict) const noexcept
{
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [&](const PlannedRow& row) { return row.verdict == verdict; }));
}

bool RowPlan::has_effect() const noexcept
{
    return count(Verdict::insert) + count(Verdict::change) > 0;
}

RowPlan plan_rows(const Table& table, const ColumnMapping& mapping, const model::Project& project,
                  const model::UnitNames& units, const PlanOptions& options)
{
    return Planner(table, mapping, project, units, options).plan();
}

} // namespace dostyk::intake
