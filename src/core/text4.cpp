#include "core/text4.hpp"

#include <algorithm>

namespace dostyk {

std::string_view Text4::in(Language language) const noexcept
{
    for (const Language candidate :
         {language, Language::ru, Language::en, Language::kk, Language::ky}) {
        if (has(candidate)) {
            return texts[index_of(candidate)];
        }
    }
    return {};
}

bool Text4::is_empty() const noexcept
{
    return std::all_of(texts.begin(), texts.end(), [](const auto& text) { return text.empty(); });
}

} // namespace dostyk
