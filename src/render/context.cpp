#include "render/context.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#include <cstring>
#include <string>
#include <utility>

namespace dostyk::render {

namespace {

Error no_display(std::string reason)
{
    return Error{
        ErrorCode::no_display, {"error.no_headless_graphics", {{"reason", std::move(reason)}}}, {}};
}

class EglContext final : public Context {
public:
    EglContext(EGLDisplay display, EGLContext context) : m_display(display), m_context(context) {}
    ~EglContext() override
    {
        eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(m_display, m_context);
        // The display is the process's and shared by all contexts: it is not terminated here.
    }
    EglContext(const EglContext&) = delete;
    EglContext& operator=(const EglContext&) = delete;

    void make_current() override
    {
        eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, m_context);
    }

private:
    EGLDisplay m_display;
    EGLContext m_context;
};

bool has_extension(const char* list, const char* name)
{
    return list != nullptr && std::strstr(list, name) != nullptr;
}

EGLDisplay open_surfaceless_display()
{
    // Asked before the call: without any driver the loader has no such function.
    const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    if (!has_extension(extensions, "EGL_MESA_platform_surfaceless")) {
        return EGL_NO_DISPLAY;
    }
    const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
        eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) {
        return EGL_NO_DISPLAY;
    }
    return get_display(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
}

} // namespace

Result<std::unique_ptr<Context>> make_headless_context()
{
    EGLDisplay display = open_surfaceless_display();
    if (display == EGL_NO_DISPLAY) {
        return no_display("EGL_MESA_platform_surfaceless");
    }
    if (eglInitialize(display, nullptr, nullptr) == EGL_FALSE) {
        return no_display("eglInitialize");
    }
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) {
        return no_display("EGL_OPENGL_API");
    }
    constexpr std::array<EGLint, 7> wanted{EGL_CONTEXT_MAJOR_VERSION,
                                           3,
                                           EGL_CONTEXT_MINOR_VERSION,
                                           3,
                                           EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                           EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                           EGL_NONE};
    EGLContext context =
        eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted.data());
    if (context == EGL_NO_CONTEXT) {
        return no_display("OpenGL 3.3 core");
    }
    auto owned = std::make_unique<EglContext>(display, context);
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_FALSE) {
        return no_display("eglMakeCurrent");
    }
    return std::unique_ptr<Context>(std::move(owned));
}

} // namespace dostyk::render
