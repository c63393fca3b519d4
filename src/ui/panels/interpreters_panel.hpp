/// \file
/// The ledger of interpreters: pairs that nobody interprets, what everybody does, and who might be
/// named.

#pragma once

#include "editor/interpreter_ledger.hpp"
#include "schedule/interpreter_text.hpp"
#include "ui/canvas.hpp"
#include "ui/fields.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dostyk::ui {

class InterpretersPanel {
public:
    void draw(Canvas& canvas);

private:
    /// One need as it is shown.
    struct Row {
        std::string session; ///< Its name
        std::string when;    ///< "18 May 2027, 11:30 UTC+5 · kk–ky"
        std::string state;   ///< Who interprets, or why nobody does
    };

    /// An interpreter, or a change that is offered.
    struct Line {
        std::string id;
        std::string text;
        std::string detail;
    };
    struct Shortage {
        std::string summary;
        std::vector<std::string> facts;
    };

    void refresh(Canvas& canvas);
    void read_people(const Canvas& canvas);
    /// The words of what was found, once for each.
    void read_offer(const Canvas& canvas);
    void draw_tools(Canvas& canvas);
    void draw_offer(Canvas& canvas);
    void draw_changes(Canvas& canvas);
    void draw_shortages(Canvas& canvas) const;
    void draw_needs(Canvas& canvas, bool are_covered);
    void draw_need(Canvas& canvas, std::size_t place);
    void draw_picker(Canvas& canvas, const schedule::SpeechNeed& need, float right);
    void draw_named(Canvas& canvas, const schedule::SpeechNeed& need);
    void draw_people(Canvas& canvas);
    void draw_person(Canvas& canvas, std::size_t place);
    void draw_lost(Canvas& canvas);
    void apply(Canvas& canvas, const editor::Command& command);

    [[nodiscard]] std::string name_of(const Canvas& canvas, schedule::Index interpreter) const;
    [[nodiscard]] std::string skills_of(const Canvas& canvas, schedule::Index interpreter) const;
    [[nodiscard]] std::size_t covered() const;

    editor::InterpreterLedger m_ledger;
    std::vector<Row> m_rows;                                 ///< (needs of the cover)
    std::vector<Line> m_people;                              ///< (loads of the cover)
    std::shared_ptr<const editor::FoundInterpreters> m_told; ///< What the next two are of
    std::vector<Line> m_changes;
    std::vector<Shortage> m_shortages;
    std::string m_open; ///< Session and pair whose people are shown
    Picker m_picker;
    std::uint64_t m_version = 0;
    Language m_language = Language::en;
};

} // namespace dostyk::ui
