#include "core/language.hpp"

#include <cstdlib>

namespace dostyk {

namespace {

struct Entry {
    std::string_view code;
    std::string_view own_name;
};

constexpr std::array<Entry, all_languages.size()> entries{{
    {"kk", "Қазақша"},
    {"ky", "Кыргызча"},
    {"ru", "Русский"},
    {"en", "English"},
}};

} // namespace

std::string_view code_of(Language language) noexcept
{
    return entries[index_of(language)].code;
}

std::string_view own_name_of(Language language) noexcept
{
    return entries[index_of(language)].own_name;
}

std::optional<Language> parse_language(std::string_view code) noexcept
{
    const auto head = code.substr(0, code.find_first_of("_-.@"));
    for (const Language language : all_languages) {
        if (head == code_of(language)) {
            return language;
        }
    }
    return std::nullopt;
}

Language next_language(Language language) noexcept
{
    return all_languages[(index_of(language) + 1) % all_languages.size()];
}

Language system_language() noexcept
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            // POSIX: the first variable that is set decides, even where it names another language.
            return parse_language(value).value_or(Language::en);
        }
    }
    return Language::en;
}

} // namespace dostyk
