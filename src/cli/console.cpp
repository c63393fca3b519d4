#include "cli/console.hpp"

#include <cstdio>

namespace dostyk::cli {

namespace {

void write(std::FILE* stream, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stream);
}

} // namespace

std::string printable(std::string_view text)
{
    std::string shown;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if ((byte < 0x20 && letter != '\n') || byte == 0x7F) {
            shown += "\xEF\xBF\xBD";
        } else {
            shown += letter;
        }
    }
    return shown;
}

void say(std::string_view line)
{
    write(stdout, printable(line) + "\n");
}

void say_raw(std::string_view text)
{
    write(stdout, text);
}

void complain(std::string_view line)
{
    write(stderr, printable(line) + "\n");
}

void complain_of(const Diagnostics& diagnostics, Language language)
{
    for (const Finding& finding : diagnostics.findings) {
        complain(text_of(finding, language));
    }
}

int fail(const Error& error, Language language)
{
    complain("dostyk: " + text_of(error, language));
    if (error.code != ErrorCode::usage) {
        return exit_failure;
    }
    complain(tr(language, "usage.see_help"));
    return exit_usage;
}

} // namespace dostyk::cli
