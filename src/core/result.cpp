#include "core/result.hpp"

namespace dostyk {

std::string text_of(const Error& error, Language language)
{
    const std::string sentence = tr(language, error.message);
    return error.where.empty() ? sentence : error.where + ": " + sentence;
}

} // namespace dostyk
