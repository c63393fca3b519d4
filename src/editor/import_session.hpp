/// \file
/// The import wizard without its window: a foreign file on its way to being one edit.

#pragma once

#include "core/background.hpp"
#include "editor/command.hpp"
#include "intake/import_draft.hpp"
#include "intake/row_plan.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dostyk::editor {

/// What rows are looked at against; from the frame.
struct ImportInput {
    std::shared_ptr<const model::Project> project;
    std::uint64_t version = 0; ///< Of the project: another one = look again
    const model::UnitNames* units = nullptr;
    Background background;
};

/// The two dates that a cell may mean.
struct DateChoice {
    std::string text;                   ///< "01/03/2024"
    std::string day_first, month_first; ///< ISO
};

/// Reads a file beside the frames, and looks at its rows anew after each answer that a person
/// gives. Main thread only.
class ImportSession {
public:
    enum class Stage {
        idle,
        reading,
        failed,    ///< fault() says why.
        needs_crs, ///< A place without a coordinate system: set_crs() goes on.
        ready,
    };
    struct Cell {
        std::size_t row = 0, column = 0;
        friend auto operator<=>(const Cell&, const Cell&) = default;
    };

    ImportSession();
    ~ImportSession();
    ImportSession(const ImportSession&) = delete;
    ImportSession& operator=(const ImportSession&) = delete;

    /// Begin with a file; update() reads it.
    void open(const std::filesystem::path& file);
    /// Begin with rows that were copied in a spreadsheet.
    void open_rows(std::string_view tsv);
    /// Stop reading and forget.
    void close();
    /// Each frame: begin what is due. \returns true while something is on its way.
    bool update(const ImportInput& input);

    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    [[nodiscard]] const std::optional<Error>& fault() const noexcept { return m_fault; }
    /// Since reading began. [s]
    [[nodiscard]] double seconds() const;
    [[nodiscard]] const std::string& file_name() const noexcept { return m_name; }
    [[nodiscard]] const std::filesystem::path& file() const noexcept { return m_file; }
    [[nodiscard]] bool is_weakly_confined() const noexcept { return m_is_weak; }
    void set_crs(std::string crs);

    [[nodiscard]] std::vector<std::string> table_names() const;
    [[nodiscard]] std::size_t chosen_table() const noexcept { return m_chosen; }
    void choose_table(std::size_t index);
    /// \pre stage() == ready
    [[nodiscard]] const intake::Table& table() const { return *m_tables[m_chosen]; }

    [[nodiscard]] const intake::ColumnMapping& mapping() const noexcept { return m_mapping; }
    [[nodiscard]] bool is_kind_guessed() const noexcept { return m_is_kind_guessed; }
    [[nodiscard]] bool is_mapping_remembered() const noexcept { return m_is_remembered; }
    void set_kind(std::string_view kind);
    /// What a column fills; the column that filled it before is left out from then on.
    void set_target(std::size_t column, const intake::Target& target);
    /// Every target that columns of the kind can have, in the order of its fields.
    [[nodiscard]] std::vector<intake::Target> all_targets() const;
    /// The first few different texts of a column.
    [[nodiscard]] std::vector<std::string> examples(std::size_t column, std::size_t count) const;

    /// A cell as it stands, mended or not.
    [[nodiscard]] std::string cell(Cell at) const;
    void set_cell(Cell at, std::string text);
    [[nodiscard]] bool is_mended(Cell at) const { return m_mended.contains(at); }
    void set_date_order(const std::string& field, intake::DateOrder order);
    [[nodiscard]] intake::DateOrder date_order(const std::string& field) const;
    void set_choice(std::size_t row, intake::Choice choice);
    [[nodiscard]] intake::Choice choice(std::size_t row) const;

    /// Of the last look; null before the first one.
    [[nodiscard]] const std::shared_ptr<const intake::RowPlan>& plan() const noexcept
    {
        return m_plan;
    }
    [[nodiscard]] bool is_planning() const noexcept { return m_is_due || m_is_planning; }
    /// Rows that importing would add or change.
    [[nodiscard]] std::size_t effective_rows() const noexcept;
    /// The column that a note is about; nothing for one about the whole row.
    [[nodiscard]] std::optional<std::size_t> column_of(const intake::RowNote& note) const;
    /// Cells with an error, and rows with one as a whole (their first column), in order.
    [[nodiscard]] std::vector<Cell> faults() const;
    /// The readings of a date that may be two; nothing where the note is about something else.
    [[nodiscard]] static std::optional<DateChoice> date_choice(const intake::RowNote& note);

    /// The plan as one step named "import", and the ids that it adds and changes.
    struct Outcome {
        Group edit;
        std::vector<std::string> ids;
        std::size_t added = 0, changed = 0;
    };
    [[nodiscard]] Outcome outcome() const;
    /// It was applied: remember the mapping, and forget the rest.
    void finish();

    /// The program with `--import-worker`; tests have another one.
    std::filesystem::path worker = "/proc/self/exe";

private:
    struct Reading;

    void begin(std::string name);
    void begin_reading(const Background& background);
    void take(Reading reading);
    void begin_planning(const ImportInput& input);
    void guess(std::string_view kind);
    intake::Table& table_to_change();

    Stage m_stage = Stage::idle;
    std::optional<Error> m_fault;
    std::filesystem::path m_file;
    std::string m_name;
    std::string m_rows; ///< Pasted; empty = a file
    std::string m_crs;
    bool m_is_reading_due = false;
    bool m_is_weak = false;
    std::chrono::steady_clock::time_point m_began;

    std::vector<std::shared_ptr<intake::Table>> m_tables; ///< Jobs share them: copied to be changed
    std::size_t m_chosen = 0;
    intake::ColumnMapping m_mapping;
    bool m_is_kind_guessed = true;
    bool m_is_remembered = false;
    intake::PlanOptions m_options;
    std::set<Cell> m_mended;

    std::shared_ptr<const intake::RowPlan> m_plan;
    std::shared_ptr<const model::UnitNames> m_units;
    std::uint64_t m_planned_version = 0;
    bool m_is_due = false;
    bool m_is_planning = false;
    Job m_job;
    /// Results of jobs that were given up find another number here, or nobody.
    std::shared_ptr<std::uint64_t> m_generation;
};

/// One field that a row gives another value, in words.
struct FieldChange {
    std::string field;
    std::optional<Language> language; ///< Of a text
    std::string before;               ///< Empty = it says nothing yet
    std::string after;
};

/// What a planned row says that the project does not, for people.
[[nodiscard]] std::vector<FieldChange> changes_of(const intake::PlannedRow& row,
                                                  const model::Project& project,
                                                  const model::UnitNames& units, Language language);

} // namespace dostyk::editor
