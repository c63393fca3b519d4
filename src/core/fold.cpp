#include "core/fold.hpp"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace dostyk {

namespace {

struct Letter {
    char16_t from;
    std::string_view to;
};

/// Lower-case Cyrillic of Russian, Kazakh and Kyrgyz, sorted by code point. The aim is one form for
/// every spelling, not a readable transliteration: y, i and ы are one letter here.
constexpr std::array<Letter, 42> cyrillic{{
    {u'а', "a"}, {u'б', "b"},  {u'в', "v"},  {u'г', "g"},  {u'д', "d"},  {u'е', "e"}, {u'ж', "j"},
    {u'з', "z"}, {u'и', "i"},  {u'й', "i"},  {u'к', "k"},  {u'л', "l"},  {u'м', "m"}, {u'н', "n"},
    {u'о', "o"}, {u'п', "p"},  {u'р', "r"},  {u'с', "s"},  {u'т', "t"},  {u'у', "u"}, {u'ф', "f"},
    {u'х', "h"}, {u'ц', "ts"}, {u'ч', "ch"}, {u'ш', "sh"}, {u'щ', "sh"}, {u'ъ', ""},  {u'ы', "i"},
    {u'ь', ""},  {u'э', "e"},  {u'ю', "iu"}, {u'я', "ia"}, {u'ё', "e"},  {u'і', "i"}, {u'ғ', "g"},
    {u'қ', "k"}, {u'ң', "n"},  {u'ү', "u"},  {u'ұ', "u"},  {u'һ', "h"},  {u'ә', "a"}, {u'ө', "o"},
}};

/// Latin letters with a mark that stand for a sound of their own: Kazakh's Latin of 2021, Turkish
/// and scholarly spellings. Other marks just fall away.
constexpr std::array<Letter, 6> marked_latin{{
    {u'ç', "ch"},
    {u'ı', "i"},
    {u'č', "ch"},
    {u'ş', "sh"},
    {u'š', "sh"},
    {u'ž', "j"},
}};

/// Latin spellings of the same sounds, longest first. "io" is here because Latin "yo" cannot be
/// told from it: Saryozek is Сарыөзек.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> variants{{
    {"shch", "sh"},
    {"dzh", "j"},
    {"dj", "j"},
    {"zh", "j"},
    {"kh", "h"},
    {"gh", "g"},
    {"ng", "n"},
    {"yo", "e"},
    {"ye", "e"},
    {"ie", "e"},
    {"io", "e"},
    {"q", "k"},
    {"w", "v"},
    {"y", "i"},
    {"x", "h"},
}};

const Letter* find_letter(char16_t unit)
{
    const auto is_it = [&](const Letter& entry) { return entry.from == unit; };
    if (const auto* letter = std::find_if(cyrillic.begin(), cyrillic.end(), is_it);
        letter != cyrillic.end()) {
        return letter;
    }
    const auto* letter = std::find_if(marked_latin.begin(), marked_latin.end(), is_it);
    return letter != marked_latin.end() ? letter : nullptr;
}

/// Lower case without diacritics, Cyrillic as Latin, words parted by one blank.
std::string romanised(std::string_view utf8)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text =
        icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
    text.toLower(icu::Locale::getRoot());
    std::string latin;
    const auto* decompose = icu::Normalizer2::getNFDInstance(status);
    for (int32_t i = 0; i < text.length(); ++i) {
        const char16_t unit = text[i];
        if (const Letter* letter = find_letter(unit)) {
            latin += letter->to;
        } else if (unit < 0x80 && u_isalnum(unit) != 0) {
            latin += static_cast<char>(unit);
        } else if (icu::UnicodeString parts;
                   decompose->getDecomposition(unit, parts) != 0 && parts[0] < 0x80) {
            latin += static_cast<char>(parts[0]); // é, ü, ş: the letter under the mark
        } else if (u_isUWhiteSpace(unit) != 0 || unit == u'/' || unit == u'–' || unit == u',') {
            if (!latin.empty() && latin.back() != ' ') {
                latin += ' ';
            }
        } else if (u_isalnum(unit) != 0 && u_charType(unit) != U_MODIFIER_LETTER) {
            icu::UnicodeString(unit).toUTF8String(latin);
        } // hyphens, apostrophes and the like fall away: Kara-Suu is Karasu
    }
    return latin;
}

std::string united(std::string_view latin)
{
    std::string text;
    for (std::size_t i = 0; i < latin.size();) {
        const auto* variant =
            std::find_if(variants.begin(), variants.end(), [&](const auto& entry) {
                return latin.substr(i).starts_with(entry.first);
            });
        const bool is_variant = variant != variants.end();
        for (const char letter : is_variant ? variant->second : latin.substr(i, 1)) {
            if (text.empty() || text.back() != letter || (letter >= '0' && letter <= '9')) {
                text += letter;
            }
        }
        i += is_variant ? variant->first.size() : 1;
    }
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    return text;
}

} // namespace

std::string fold(std::string_view utf8)
{
    return united(romanised(utf8));
}

struct Collator::State {
    std::unique_ptr<icu::Collator> collator;
};

Collator::Collator(Language language) : m_state(std::make_unique<State>())
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(std::string(code_of(language)).c_str());
    m_state->collator.reset(icu::Collator::createInstance(locale, status));
    if (U_FAILURE(status) != 0) {
        m_state->collator.reset();
    }
}

Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;
Collator::~Collator() = default;

bool Collator::less(std::string_view a, std::string_view b) const
{
    if (m_state->collator == nullptr) {
        return a < b;
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto order =
        m_state->collator->compareUTF8({a.data(), static_cast<int32_t>(a.size())},
                                       {b.data(), static_cast<int32_t>(b.size())}, status);
    return order == UCOL_LESS;
}

std::string Collator::key(std::string_view text) const
{
    if (m_state->collator == nullptr) {
        return std::string(text);
    }
    const auto unicode =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    std::string bytes(text.size() * 2 + 16, '\0');
    const auto fill = [&] {
        return m_state->collator->getSortKey(unicode, reinterpret_cast<uint8_t*>(bytes.data()),
                                             static_cast<int32_t>(bytes.size()));
    };
    const int32_t needed = fill();
    if (needed > static_cast<int32_t>(bytes.size())) {
        bytes.resize(static_cast<std::size_t>(needed));
        (void)fill();
    }
    bytes.resize(static_cast<std::size_t>(std::max(needed, 1) - 1)); // without the zero at the end
    return bytes;
}

} // namespace dostyk
