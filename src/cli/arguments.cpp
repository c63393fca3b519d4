#include "cli/arguments.hpp"

#include "cli/argument_builder.hpp"
#include "cli/console.hpp"
#include "core/message.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace dostyk::cli {

namespace {

/// Help is printed while arguments are parsed, so the language is looked up before.
Language find_language(int argc, const char* const* argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        std::string_view code;
        if (argument == "--lang" && i + 1 < argc) {
            code = argv[i + 1];
        } else if (argument.starts_with("--lang=")) {
            code = argument.substr(7);
        }
        if (const auto language = parse_language(code)) {
            return *language;
        }
    }
    return system_language();
}

/// CLI11's errors in our words: it speaks English alone.
Message message_of(const CLI::ParseError& error, const CLI::App& app)
{
    // Some errors carry the program's name instead of their own: the exit code tells them apart.
    const std::string what = error.what();
    switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::ExtrasError: {
        const std::vector<std::string> extras = app.remaining(true);
        return {"usage.unknown_argument", {{"argument", extras.empty() ? what : extras.front()}}};
    }
    case CLI::ExitCodes::ArgumentMismatch: {
        const std::string option = what.substr(0, what.find_first_of(": "));
        if (what.ends_with("flag override")) {
            return {"usage.takes_no_value", {{"option", option}}};
        }
        const bool is_repeated = what.find(": At Most 1 ") != std::string::npos;
        return {is_repeated ? "usage.option_twice" : "usage.missing_value", {{"option", option}}};
    }
    case CLI::ExitCodes::RequiredError:
        return {"usage.missing_verb", {}};
    default:
        return {"usage.not_understood", {{"what", what}}};
    }
}

} // namespace

Parsed parse_arguments(int argc, const char* const* argv)
{
    Parsed parsed;
    Arguments& arguments = parsed.arguments;
    arguments.language = find_language(argc, argv);
    Builder builder(parsed);
    try {
        builder.app().parse(argc, argv);
    } catch (const CLI::Success& success) {
        parsed.exit_code = builder.app().exit(success); // help and version
        return parsed;
    } catch (const CLI::ParseError& error) {
        parsed.exit_code =
            fail(Error{ErrorCode::usage, message_of(error, builder.app()), {}}, arguments.language);
        return parsed;
    }
    if (!builder.m_named_project.empty()) {
        if (!arguments.target.empty()) {
            parsed.exit_code =
                fail(Error{ErrorCode::usage, {"usage.project_twice", {}}, {}}, arguments.language);
            return parsed;
        }
        arguments.target = builder.m_named_project;
    }
    if (!builder.m_language.empty()) {
        arguments.has_language = true;
        if (!parse_language(builder.m_language)) {
            parsed.exit_code = fail(
                Error{ErrorCode::usage, {"usage.language", {{"value", builder.m_language}}}, {}},
                arguments.language);
        }
    }
    return parsed;
}

} // namespace dostyk::cli
