#include "editor/translations.hpp"

#include "support/foreign_rows.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::Translations;

namespace {

/// A meeting and two venues; the languages that are named are missing in their names.
model::Project project_without(std::vector<Language> of_meeting, std::vector<Language> of_hall)
{
    model::Project project;
    project.entities = {test::entity_of("meeting", "summit", "Summit"),
                        test::entity_of("venue", "arena", "Arena"),
                        test::entity_of("venue", "hall", "Hall")};
    const auto clear = [&](std::size_t entity, const std::vector<Language>& languages) {
        for (const Language language : languages) {
            auto& claim = project.entities.edit(entity).fields["name"].front();
            std::get<Text4>(claim.value)[language].clear();
        }
    };
    clear(0, of_meeting);
    clear(2, of_hall);
    return project;
}

std::string where(const editor::TranslationGap* gap)
{
    return gap == nullptr ? "-" : gap->place.id + "/" + gap->place.field + "/" + gap->member;
}

} // namespace

TEST_SUITE("editor/translations") {

TEST_CASE("each language that a text lacks is one gap")
{
    auto project = project_without({Language::ky}, {Language::kk, Language::en});
    model::Claim results;
    Text4 half;
    half[Language::ru] = "итог";
    results.value = std::vector<Text4>{half};
    project.entities.edit(0).fields["results"] = {results};

    Translations translations;
    CHECK(translations.count(project, 1) == 6);
    const auto gaps = editor::find_gaps(project);
    CHECK(where(gaps.data()) == "summit/name/value/ky");
    CHECK(where(&gaps[1]) == "summit/results/value/0/kk");
    CHECK(where(&gaps[5]) == "hall/name/value/en");
}

TEST_CASE("the walk begins where one is, passes what is left empty, and goes round")
{
    const auto project = project_without({Language::ky}, {Language::kk, Language::en});
    Translations translations;
    const auto go = [&](const model::Project& on, std::uint64_t version, const char* selected) {
        const auto* gap = translations.next(on, version, selected);
        const std::string at = where(gap);
        translations.answer(gap);
        return at;
    };
    CHECK(go(project, 1, "") == "summit/name/value/ky");
    CHECK(go(project, 1, "summit") == "hall/name/value/kk");
    CHECK(go(project, 1, "hall") == "hall/name/value/en");
    CHECK(go(project, 1, "hall") == "summit/name/value/ky");
    CHECK(go(project, 1, "arena") == "hall/name/value/kk"); // somebody has gone elsewhere meanwhile

    const auto filled = project_without({Language::ky}, {Language::en});
    CHECK(go(filled, 2, "hall") == "hall/name/value/en");
    CHECK(go(project_without({}, {}), 3, "hall") == "-");
}

TEST_CASE("one field takes the keyboard, once")
{
    const auto project = project_without({Language::ky}, {});
    Translations translations;
    translations.ask();
    CHECK(translations.is_asked());
    const auto* gap = translations.next(project, 1, "");
    translations.answer(gap);
    CHECK_FALSE(translations.is_asked());
    CHECK_FALSE(translations.takes_keys(gap->place, "value/ru"));
    CHECK(translations.takes_keys(gap->place, "value/ky"));
    CHECK_FALSE(translations.takes_keys(gap->place, "value/ky"));
}

} // TEST_SUITE
