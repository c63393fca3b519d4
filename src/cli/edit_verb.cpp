#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "editor/command.hpp"
#include "store/backup.hpp"
#include "store/working_store.hpp"

#include <nlohmann/json.hpp>

#include <iostream>
#include <string>

namespace dostyk::cli {

namespace {

using Json = nlohmann::json;

/// A sentence that lists the commands names those of the history, too; not inside a group, where
/// there are none of them.
Error with_all_commands(Error error)
{
    for (auto& [name, text] : error.message.values) {
        text += name == "commands" && error.where.empty() ? ", undo, redo, hash" : "";
    }
    return error;
}

/// Answers lines of commands, each after its commit.
class Session {
public:
    Session(store::Store& store, Language language) : m_store(store), m_language(language) {}

    [[nodiscard]] Json answer(const std::string& line)
    {
        // These three are about the history and no edit of a document.
        const Json read = Json::parse(line, nullptr, false);
        const std::string name =
            read.is_object() && read.contains("command") && read["command"].is_string()
                ? read["command"].get<std::string>()
                : std::string();
        if (name == "undo") {
            return told(m_store.undo());
        }
        if (name == "redo") {
            return told(m_store.redo());
        }
        if (name == "hash") {
            return hash();
        }
        const auto command = editor::parse_command(line);
        if (!command) {
            return refusal(with_all_commands(command.error()));
        }
        return told(
            m_store.write([&](store::Rows& rows) { return editor::edit_of(*command, rows); }));
    }

private:
    [[nodiscard]] Json told(const Result<store::Revision>& rev) const
    {
        return rev ? Json{{"ok", true}, {"rev", *rev}} : refusal(rev.error());
    }

    [[nodiscard]] Json hash() const
    {
        const auto rev = m_store.revision();
        const auto sum = m_store.hash();
        if (!rev || !sum) {
            return refusal(rev ? sum.error() : rev.error());
        }
        return {{"ok", true}, {"rev", *rev}, {"hash", *sum}};
    }

    [[nodiscard]] Json refusal(const Error& error) const
    {
        return {{"ok", false}, {"code", error.message.key}, {"error", text_of(error, m_language)}};
    }

    store::Store& m_store;
    Language m_language;
};

} // namespace

int run_edit(const Arguments& arguments)
{
    if (const Status status = need_target(arguments); !status) {
        return fail(status.error(), arguments.language);
    }
    Diagnostics diagnostics;
    const auto project = store::open_to_edit(arguments.target, diagnostics);
    complain_of(diagnostics, arguments.language);
    if (!project) {
        return fail(project.error(), arguments.language);
    }
    const auto before = project->store->revision();
    Session session(*project->store, arguments.language);
    std::string line;
    while (std::getline(std::cin, line)) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        say_raw(session.answer(line).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
        std::cout.flush();
    }
    const auto after = project->store->revision();
    if (before && after && *before == *after) {
        return exit_clean; // who only asked need not wait for a copy of it all
    }
    if (const auto made = store::back_up_if_due(*project->store, project->file, now()); !made) {
        complain(text_of(made.error(), arguments.language)); // the edits are safe all the same
    }
    return exit_clean;
}

} // namespace dostyk::cli
