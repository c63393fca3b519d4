#include "editor/release_edit.hpp"

#include "editor/kept_project.hpp"
#include "io/project_folder.hpp"
#include "schedule/small_programme.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using test::stated;

namespace {

const Instant noon = *parse_iso("2026-05-01T07:00:00Z");

/// Its two sessions may overlap for nobody, and all of it is held without a journey.
std::vector<model::Entity> sound()
{
    auto entities = test::small_programme();
    entities[0] = stated(entities[0], "planning", std::vector<std::string>{"H09 off"});
    return entities;
}

std::string told(const Error& error)
{
    return text_of(error, Language::en);
}

} // namespace

TEST_SUITE("editor/release_edit") {

TEST_CASE("a plan without conflicts becomes the next release, and its edit keeps it")
{
    model::Project project = test::project(sound());
    const auto first = editor::release_edit(project, {"", noon, Language::en, {}});
    REQUIRE_MESSAGE(first, told(first.error()));
    CHECK(first->release.number == 1);
    CHECK(first->changed == std::vector<std::string>{"signing", "talks"});
    CHECK(first->edit.kind == "release");
    CHECK(first->edit.id == "release-forum-1");

    project.entities.push_back(schedule::to_entity(first->release));
    const auto second = editor::release_edit(project, {"forum", noon, Language::en, {}});
    REQUIRE(second);
    CHECK(second->release.number == 2);
    CHECK(second->changed.empty());
}

TEST_CASE("a note is kept with the release, in the language that it was written in")
{
    const model::Project project = test::project(sound());
    const auto made = editor::release_edit(project, {"", noon, Language::ky, "Кечки өзгөрүү"});
    REQUIRE(made);
    CHECK(made->edit.doc.find("Кечки өзгөрүү") != std::string::npos);
    const auto plain = editor::release_edit(project, {"", noon, Language::ky, {}});
    CHECK(plain->edit.doc.find("description") == std::string::npos);
}

TEST_CASE("hard conflicts that nobody accepted hold a release back, and are named")
{
    auto entities = sound();
    entities.push_back(test::session_at("late", "2026-05-12T10:30+05:00/2026-05-12T11:30+05:00",
                                        "almaty", {"guests"}));
    const auto refused =
        editor::release_edit(test::project(entities), {"", noon, Language::en, {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::invalid);
    CHECK(told(refused.error()).find("Name of late") != std::string::npos);
    CHECK(told(refused.error()).find("\n1. ") != std::string::npos);
    for (const Language language : all_languages) {
        const auto said = editor::release_edit(test::project(entities), {"", noon, language, {}});
        CHECK(text_of(said.error(), language).find('{') == std::string::npos);
    }
}

TEST_CASE("what is accepted holds nothing back")
{
    auto entities = sound();
    entities.push_back(test::session_at("late", "2026-05-12T10:30+05:00/2026-05-12T11:30+05:00",
                                        "almaty", {"guests"}));
    for (const auto& [rule, participants] :
         {std::pair{"H02", std::vector<std::string>{"guests"}}, {"H04", {}}, {"H03", {"guests"}}}) {
        auto waiver = stated(
            test::entity("waiver", std::string("w-") + rule + (participants.empty() ? "v" : "p")),
            "meeting", test::refs({"forum"}));
        waiver = stated(stated(waiver, "rule", std::string(rule)), "sessions",
                        test::refs({"late", "talks"}));
        entities.push_back(participants.empty()
                               ? waiver
                               : stated(waiver, "participants", test::refs(participants)));
    }
    const auto made = editor::release_edit(test::project(entities), {"", noon, Language::en, {}});
    REQUIRE_MESSAGE(made, told(made.error()));
    CHECK(made->release.find("late") != nullptr);
}

TEST_CASE("a meeting that is not there is an error of its own")
{
    CHECK_FALSE(editor::release_edit(test::project(sound()), {"guests", noon, Language::en, {}}));
}

} // TEST_SUITE
