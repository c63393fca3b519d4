#include "app/x11_clipboard.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>

namespace dostyk::app {

namespace {

/// A connection with a window that nobody sees: selections belong to windows.
struct Connection {
    Display* display = XOpenDisplay(nullptr);
    ::Window window = None;
    Atom clipboard = None, targets = None, png = None, uri_list = None, property = None;

    Connection()
    {
        if (display == nullptr) {
            return;
        }
        window = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
        clipboard = XInternAtom(display, "CLIPBOARD", False);
        targets = XInternAtom(display, "TARGETS", False);
        png = XInternAtom(display, "image/png", False);
        uri_list = XInternAtom(display, "text/uri-list", False);
        property = XInternAtom(display, "DOSTYK_CLIPBOARD", False);
    }
    ~Connection()
    {
        if (display != nullptr) {
            XDestroyWindow(display, window);
            XCloseDisplay(display);
        }
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// What one request can carry. [byte]
    [[nodiscard]] std::size_t most() const
    {
        const long words = std::max(XExtendedMaxRequestSize(display), XMaxRequestSize(display));
        constexpr long header_words = 64;
        return static_cast<std::size_t>(words - header_words) * 4;
    }
};

/// The value of our property, once the other program has put it there.
std::string take_property(const Connection& here)
{
    constexpr long most_words = 1L << 18; // a list of files is shorter than a megabyte
    Atom type = None;
    int format = 0;
    unsigned long count = 0;
    unsigned long rest = 0;
    unsigned char* bytes = nullptr;
    const int status =
        XGetWindowProperty(here.display, here.window, here.property, 0, most_words, True,
                           AnyPropertyType, &type, &format, &count, &rest, &bytes);
    std::string text;
    if (status == Success && bytes != nullptr && format == 8) {
        text.assign(reinterpret_cast<const char*>(bytes), count);
    }
    if (bytes != nullptr) {
        XFree(bytes);
    }
    return text;
}

} // namespace

struct X11Clipboard::State {
    Connection here;
    int wake = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    std::mutex mutex;
    std::string next;    ///< To be offered. Guarded by mutex.
    std::string offered; ///< The thread's own.
    std::jthread thread;

    ~State()
    {
        thread.request_stop();
        stir();
        if (thread.joinable()) {
            thread.join();
        }
        ::close(wake);
    }

    void stir() const
    {
        const std::uint64_t one = 1;
        (void)!::write(wake, &one, sizeof(one));
    }

    void answer(const XSelectionRequestEvent& request)
    {
        XSelectionEvent reply{};
        reply.type = SelectionNotify;
        reply.requestor = request.requestor;
        reply.selection = request.selection;
        reply.target = request.target;
        reply.time = request.time;
        reply.property = request.property != None ? request.property : request.target;
        if (request.target == here.targets) {
            const std::array<Atom, 2> offers{here.targets, here.png};
            XChangeProperty(here.display, request.requestor, reply.property, XA_ATOM, 32,
                            PropModeReplace, reinterpret_cast<const unsigned char*>(offers.data()),
                            static_cast<int>(offers.size()));
        } else if (request.target == here.png && !offered.empty()) {
            XChangeProperty(here.display, request.requestor, reply.property, here.png, 8,
                            PropModeReplace, reinterpret_cast<const unsigned char*>(offered.data()),
                            static_cast<int>(offered.size()));
        } else {
            reply.property = None; // we have it in no other form
        }
        XSendEvent(here.display, request.requestor, False, 0, reinterpret_cast<XEvent*>(&reply));
        XFlush(here.display);
    }

    void take_events()
    {
        while (XPending(here.display) > 0) {
            XEvent event;
            XNextEvent(here.display, &event);
            if (event.type == SelectionRequest) {
                answer(event.xselectionrequest);
            } else if (event.type == SelectionClear) {
                offered.clear(); // somebody else has copied something
            }
        }
    }

    void take_offer()
    {
        const std::lock_guard lock(mutex);
        if (!next.empty()) {
            offered = std::exchange(next, {});
            XSetSelectionOwner(here.display, here.clipboard, here.window, CurrentTime);
            XFlush(here.display);
        }
    }

    void serve(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            take_offer();
            take_events();
            std::array<pollfd, 2> wanted{
                {{ConnectionNumber(here.display), POLLIN, 0}, {wake, POLLIN, 0}}};
            ::poll(wanted.data(), wanted.size(), -1);
            std::uint64_t count = 0;
            (void)!::read(wake, &count, sizeof(count));
        }
    }
};

std::unique_ptr<X11Clipboard> X11Clipboard::open()
{
    auto state = std::make_unique<State>();
    return state->here.display != nullptr
               ? std::unique_ptr<X11Clipboard>(new X11Clipboard(std::move(state)))
               : nullptr;
}

X11Clipboard::X11Clipboard(std::unique_ptr<State> state) : m_state(std::move(state)) {}
X11Clipboard::~X11Clipboard() = default;

bool X11Clipboard::offer_picture(std::string png)
{
    if (!m_state->thread.joinable()) {
        if (png.size() > m_state->here.most()) {
            return false;
        }
        m_state->next = std::move(png);
        m_state->thread = std::jthread(
            [state = m_state.get()](const std::stop_token& stop) { state->serve(stop); });
        return true;
    }
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->next = std::move(png);
    }
    m_state->stir();
    return true;
}

std::string X11Clipboard::files() const
{
    // A connection of its own: the other one is the thread's.
    const Connection here;
    if (here.display == nullptr || XGetSelectionOwner(here.display, here.clipboard) == None) {
        return {};
    }
    XConvertSelection(here.display, here.clipboard, here.uri_list, here.property, here.window,
                      CurrentTime);
    XFlush(here.display);
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::milliseconds(250);
    for (;;) {
        while (XPending(here.display) > 0) {
            XEvent event;
            XNextEvent(here.display, &event);
            if (event.type == SelectionNotify) {
                return event.xselection.property != None ? take_property(here) : std::string();
            }
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0) {
            return {};
        }
        pollfd wanted{ConnectionNumber(here.display), POLLIN, 0};
        ::poll(&wanted, 1, static_cast<int>(left.count()));
    }
}

} // namespace dostyk::app
