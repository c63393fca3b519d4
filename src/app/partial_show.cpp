#include "app/partial_show.hpp"

#include <SFML/Window/Context.hpp>

#include <X11/Xlib.h>

#include <string_view>

namespace dostyk::app {

namespace {

/// SFML links GLX but shows none of it; the loader hands out its functions by name.
template <class Function>
Function glx(const char* name)
{
    return reinterpret_cast<Function>(sf::Context::getFunction(name));
}

bool has_word(std::string_view words, std::string_view word)
{
    for (std::size_t at = words.find(word); at != std::string_view::npos;
         at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<PartialShow> PartialShow::find()
{
    const auto display_of_context = glx<Display* (*)()>("glXGetCurrentDisplay");
    const auto current_drawable = glx<unsigned long (*)()>("glXGetCurrentDrawable");
    const auto extensions = glx<const char* (*)(Display*, int)>("glXQueryExtensionsString");
    const auto copy = glx<Copy>("glXCopySubBufferMESA");
    if (display_of_context == nullptr || current_drawable == nullptr || extensions == nullptr ||
        copy == nullptr) {
        return std::nullopt;
    }
    Display* display = display_of_context();
    if (display == nullptr) {
        return std::nullopt;
    }
    const char* names = extensions(display, DefaultScreen(display));
    if (names == nullptr || !has_word(names, "GLX_MESA_copy_sub_buffer")) {
        return std::nullopt;
    }
    return PartialShow(copy, display, current_drawable());
}

void PartialShow::show(const Part& part) const
{
    m_copy(m_display, m_drawable, part.x, part.y, part.width, part.height);
}

} // namespace dostyk::app
