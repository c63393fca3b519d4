#include "core/message.hpp"

#include "core/strings_table.hpp"

#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <utility>

namespace dostyk {

namespace {

const StringRow* find_row(std::string_view key) noexcept
{
    const auto table = strings_table();
    const auto row = std::lower_bound(
        table.begin(), table.end(), key,
        [](const StringRow& candidate, std::string_view wanted) { return candidate.key < wanted; });
    return row != table.end() && row->key == key ? &*row : nullptr;
}

/// The format of a pattern of the table: made once, as ICU takes long for it.
const icu::MessageFormat& plural_format(Language language, std::string_view pattern)
{
    using Key = std::pair<Language, const char*>;
    thread_local std::map<Key, std::unique_ptr<icu::MessageFormat>> formats;
    auto& format = formats[{language, pattern.data()}];
    if (format == nullptr) {
        UErrorCode ignored = U_ZERO_ERROR; // a format that is not sound tells it when it is used
        format = std::make_unique<icu::MessageFormat>(
            icu::UnicodeString::fromUTF8({pattern.data(), static_cast<int32_t>(pattern.size())}),
            icu::Locale(std::string(code_of(language)).c_str()), ignored);
    }
    return *format;
}

/// Only plural patterns pay for ICU.
std::string fill_plural(Language language, std::string_view pattern, const Message& message)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat& format = plural_format(language, pattern);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& [name, value] : message.values) {
        names.push_back(icu::UnicodeString::fromUTF8(name));
        char* end = nullptr;
        const double number = std::strtod(value.c_str(), &end);
        if (!value.empty() && *end == '\0') {
            values.emplace_back(number);
        } else {
            values.emplace_back(icu::UnicodeString::fromUTF8(value));
        }
    }
    icu::UnicodeString filled;
    format.format(names.data(), values.data(), static_cast<int32_t>(values.size()), filled, status);
    if (U_FAILURE(status) != 0) {
        return std::string(pattern);
    }
    std::string text;
    filled.toUTF8String(text);
    return text;
}

std::string fill_places(std::string_view pattern, const Message& message, Language language);

/// A code in the words of a language: the message "group.code", without a group of its own.
std::string say_value(const std::string& code, std::string_view group, const Message& message,
                      Language language)
{
    const std::string key = std::string(group) + "." + code;
    const bool is_plain = has_message(key) && tr(language, key).find('|') == std::string_view::npos;
    return is_plain ? fill_places(tr(language, key), message, language) : code;
}

std::string fill_places(std::string_view pattern, const Message& message, Language language)
{
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) {
            return text.append(pattern.substr(at));
        }
        text.append(pattern.substr(at, open - at));
        const std::string_view place = pattern.substr(open + 1, close - open - 1);
        const std::size_t bar = std::min(place.find('|'), place.size());
        const std::string_view name = place.substr(0, bar);
        const auto value =
            std::find_if(message.values.begin(), message.values.end(),
                         [&](const auto& candidate) { return candidate.first == name; });
        if (value != message.values.end()) {
            text.append(bar == place.size()
                            ? value->second
                            : say_value(value->second, place.substr(bar + 1), message, language));
        } else {
            text.append(pattern.substr(open, close - open + 1));
        }
        at = close + 1;
    }
    return text;
}

} // namespace

std::string_view tr(Language language, std::string_view key) noexcept
{
    const StringRow* row = find_row(key);
    if (row == nullptr) {
        return key;
    }
    const std::string_view text = row->texts[index_of(language)];
    return text.empty() ? key : text;
}

bool has_message(std::string_view key) noexcept
{
    return find_row(key) != nullptr;
}

std::vector<std::string_view> message_keys()
{
    std::vector<std::string_view> keys;
    for (const StringRow& row : strings_table()) {
        keys.push_back(row.key);
    }
    return keys;
}

std::string tr(Language language, const Message& message)
{
    const std::string_view pattern = tr(language, message.key);
    if (pattern.find(", plural,") != std::string_view::npos) {
        return fill_plural(language, pattern, message);
    }
    return fill_places(pattern, message, language);
}

} // namespace dostyk
