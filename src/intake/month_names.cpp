#include "intake/month_names.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace dostyk::intake {

namespace {

/// A stem may have an ending of this many letters: "марта", "наурызда", "сентябрында".
constexpr std::size_t longest_ending = 5;

struct MonthWords {
    unsigned month;
    std::vector<const char*> stems;
    std::vector<const char*> whole; ///< abbreviations, which take no ending
};

// Kyrgyz has a second set of names ("жалган куран"), told apart by their first word.
const std::vector<MonthWords>& words()
{
    static const std::vector<MonthWords> all{
        {1, {"январ", "қаңтар", "january", "үчтүн"}, {"янв", "jan", "қаң"}},
        {2, {"феврал", "ақпан", "february", "бирдин"}, {"фев", "февр", "feb", "ақп"}},
        {3, {"март", "наурыз", "march", "жалган"}, {"мар", "mar", "нау"}},
        {4, {"апрел", "сәуір", "april", "чын"}, {"апр", "apr", "сәу"}},
        {5, {"май", "мамыр", "бугу"}, {"мая", "may", "мам"}},
        {6, {"июн", "маусым", "june", "кулжа"}, {"jun", "мау"}},
        {7, {"июл", "шілде", "july", "теке"}, {"jul", "шіл"}},
        {8, {"август", "тамыз", "august", "баш"}, {"авг", "aug", "там"}},
        {9, {"сентябр", "қыркүйек", "september", "аяк"}, {"сен", "сент", "sep", "sept", "қыр"}},
        {10, {"октябр", "қазан", "october", "тогуздун"}, {"окт", "oct", "қаз"}},
        {11, {"ноябр", "қараша", "november", "жетинин"}, {"ноя", "нояб", "nov", "қар"}},
        {12, {"декабр", "желтоқсан", "december", "бештин"}, {"дек", "dec", "жел"}},
    };
    return all;
}

struct Entry {
    std::string text;
    unsigned month;
    bool takes_ending;
};

const std::vector<Entry>& entries()
{
    static const std::vector<Entry> all = [] {
        std::vector<Entry> made;
        for (const MonthWords& month : words()) {
            for (const char* stem : month.stems) {
                made.push_back({fold(stem), month.month, true});
            }
            for (const char* word : month.whole) {
                made.push_back({fold(word), month.month, false});
            }
        }
        // Of two stems the longer one is meant.
        std::stable_sort(made.begin(), made.end(), [](const Entry& a, const Entry& b) {
            return a.text.size() > b.text.size();
        });
        return made;
    }();
    return all;
}

} // namespace

unsigned month_of(std::string_view folded)
{
    for (const Entry& entry : entries()) {
        const bool is_stem = entry.takes_ending && folded.starts_with(entry.text) &&
                             folded.size() <= entry.text.size() + longest_ending;
        if (folded == entry.text || is_stem) {
            return entry.month;
        }
    }
    return 0;
}

bool is_date_filler(std::string_view folded)
{
    static const std::vector<std::string> fillers = [] {
        std::vector<std::string> made;
        for (const char* word :
             {"г",     "год",    "года",   "году", "гг",    "ж",    "жж",  "жыл",    "жылы",
              "жылғы", "жылдын", "жылдың", "of",   "the",   "st",   "nd",  "rd",     "th",
              "го",    "е",      "күні",   "күнү", "куран", "оона", "айы", "айынын", "айының"}) {
            made.push_back(fold(word));
        }
        return made;
    }();
    return std::find(fillers.begin(), fillers.end(), folded) != fillers.end();
}

} // namespace dostyk::intake
