/// \file
/// The export sheet without its window: what is chosen, what the audience will not see, and the
/// writing beside the frames.

#pragma once

#include "core/background.hpp"
#include "core/diagnostics.hpp"
#include "io/export_request.hpp"
#include "model/project.hpp"
#include "model/value_text.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dostyk::editor {

/// Which entities go out.
enum class ExportPart { everything, selection, hits, kind };

struct ExportChoice {
    io::ExportFormat format = io::ExportFormat::xlsx;
    std::set<io::ExportFormat> also;         ///< Written beside it, of the same name
    std::optional<model::Audience> audience; ///< Nothing = the usual one of the formats
    std::optional<Language> language;        ///< Nothing = every language, as data
    ExportPart part = ExportPart::everything;
    std::string kind;    ///< Of ExportPart::kind
    bool is_raw = false; ///< CSV to the byte, formulas and all

    /// Write a format as well, or no more; one is left.
    void toggle(io::ExportFormat other);
    /// Each format once, the first one in front.
    [[nodiscard]] std::vector<io::ExportFormat> formats() const;
    /// One for all formats: where nobody has chosen, the widest of the usual ones.
    [[nodiscard]] model::Audience for_whom() const;
    friend bool operator==(const ExportChoice&, const ExportChoice&) = default;
};

/// What is exported from, as the frame has it.
struct ExportInput {
    std::shared_ptr<const model::Project> project;
    std::uint64_t version = 0;
    const model::UnitNames* units = nullptr;
    std::vector<std::string> selection, hits;
    model::Pack pack = model::Pack::enriched;
    Language language = Language::en;
    Background background;
};

/// What an audience does not get.
struct Withheld {
    std::size_t entities = 0; ///< Whole
    std::size_t claims = 0;   ///< Of entities that go out
    std::size_t left = 0;     ///< Entities that go out
};

/// Where a format is written, beside the others of its name: "dir/forum.csv", a folder "dir/forum".
[[nodiscard]] std::filesystem::path target_of(const std::filesystem::path& out,
                                              io::ExportFormat format);
/// A name in a folder that nothing there has in any of the formats: "forum", else "forum-2".
[[nodiscard]] std::filesystem::path free_target(const std::filesystem::path& folder,
                                                const std::string& stem,
                                                const ExportChoice& choice);

[[nodiscard]] Withheld count_withheld(const model::Project& project, const io::ExportScope& scope,
                                      model::Audience audience);

/// Main thread only.
class ExportSession {
public:
    /// Writes a request: what the command line calls as well.
    using Writer = std::function<Result<io::ExportReport>(
        const model::Project&, const model::UnitNames&, const io::ExportRequest&, Diagnostics&)>;
    enum class Stage { choosing, writing, done, failed };

    ExportSession() : m_generation(std::make_shared<std::uint64_t>(0)) {}
    void set_writer(Writer writer) { m_writer = std::move(writer); }

    /// Back to the choices, which stay.
    void begin();
    /// Each frame: count what is withheld where the choice is another. \returns true while
    /// something is on its way.
    bool update(const ExportInput& input);
    [[nodiscard]] io::ExportScope scope_of(const ExportInput& input) const;
    /// Write to a file or folder, the other formats beside it. The first that cannot be written is
    /// the fault; those before it are there.
    void write(const ExportInput& input, const std::filesystem::path& out);

    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    /// Nothing until it is counted.
    [[nodiscard]] const std::optional<Withheld>& withheld() const noexcept { return m_withheld; }
    [[nodiscard]] const std::filesystem::path& out() const noexcept { return m_out; }
    [[nodiscard]] const io::ExportReport& report() const noexcept { return m_report; }
    [[nodiscard]] const std::optional<Error>& fault() const noexcept { return m_fault; }
    /// Why nothing was written: fields that nobody has decided.
    [[nodiscard]] const Diagnostics& findings() const noexcept { return m_findings; }

    ExportChoice choice;

private:
    struct Counted {
        ExportChoice choice;
        std::uint64_t version = 0;
        std::vector<std::string> only;
        model::Pack pack = model::Pack::enriched;
        friend bool operator==(const Counted&, const Counted&) = default;
    };

    /// What a writing job hands over.
    struct Written {
        io::ExportReport report;
        std::optional<Error> fault;
        Diagnostics findings;
    };

    [[nodiscard]] io::ExportRequest request_for(const ExportInput& input) const;
    void take(Written written);

    Writer m_writer;
    Stage m_stage = Stage::choosing;
    std::optional<Withheld> m_withheld;
    std::optional<Counted> m_counted;
    bool m_is_counting = false;
    std::filesystem::path m_out;
    io::ExportReport m_report;
    std::optional<Error> m_fault;
    Diagnostics m_findings;
    std::shared_ptr<std::uint64_t> m_generation;
};

} // namespace dostyk::editor
