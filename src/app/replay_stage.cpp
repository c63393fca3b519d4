#include "app/replay_stage.hpp"

#include "app/load.hpp"
#include "core/process_usage.hpp"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace dostyk::app {

namespace {

using editor::Chord;
using editor::Key;

constexpr double frame_s = 1.0 / 60;
/// A panel that wants another frame within so long is waited for; the clock's minute is not. [s]
constexpr double longest_rest_s = 0.75;
/// What moves for ever, as played time does, is left moving. (turns)
constexpr int most_turns = 1200;
/// How long a job is waited for. [ms]
constexpr int most_wait_ms = 30000;

/// The key that writes an ASCII letter; none for others, as for the letters of a Cyrillic layout.
Chord chord_of(char32_t letter)
{
    const auto from = [](Key first, char32_t offset) {
        return static_cast<Key>(static_cast<std::uint32_t>(first) + offset);
    };
    if (letter >= U'a' && letter <= U'z') {
        return {from(Key::a, letter - U'a')};
    }
    if (letter >= U'A' && letter <= U'Z') {
        return {from(Key::a, letter - U'A'), false, true, false};
    }
    if (letter >= U'0' && letter <= U'9') {
        return {from(Key::num0, letter - U'0')};
    }
    switch (letter) {
    case U' ':
        return {Key::space};
    case U'-':
        return {Key::minus};
    case U'+':
        return {Key::plus, false, true, false};
    default:
        return {};
    }
}

std::u32string letters_of(std::string_view text)
{
    std::u32string letters;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t letter = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
            letter = (letter << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        letters += letter;
        i += length;
    }
    return letters;
}

} // namespace

Result<std::unique_ptr<ReplayStage>> ReplayStage::open(const Setting& setting)
{
    std::unique_ptr<ReplayStage> stage(new ReplayStage);
    set_now(setting.now ? setting.now : parse_iso("2026-06-15T04:00:00Z"));
    auto window = HeadlessWindow::open(setting.width, setting.height);
    if (!window) {
        return window.error();
    }
    stage->m_window = std::move(*window);
    editor::Settings settings; // nobody's: a log means the same everywhere
    settings.language = setting.language;
    auto loaded = load_all(setting.project, settings.style, setting.language);
    if (!loaded) {
        return loaded.error();
    }
    auto program = Application::create(*stage->m_window, std::move(*loaded), settings);
    if (!program) {
        return program.error();
    }
    stage->m_program = std::move(*program);
    stage->m_program->set_steady_clock([clock = stage.get()] { return clock->m_time_s; });
    if (setting.has_start) {
        stage->workspace().open_sheet(editor::Sheet::start);
    }
    if (const Status status = stage->m_program->open_store(); !status) {
        return status.error();
    }
    stage->settle();
    stage->m_slowest = {};
    return stage;
}

ReplayStage::~ReplayStage()
{
    m_program.reset();
    set_now(std::nullopt);
}

const ui::Control* ReplayStage::find(std::string_view key) const
{
    const auto controls = m_program->shell().controls();
    const auto found = std::find_if(controls.begin(), controls.end(),
                                    [&](const ui::Control& each) { return each.key == key; });
    return found == controls.end() ? nullptr : &*found;
}

void ReplayStage::push(EventKind kind, Chord chord)
{
    Event event;
    event.kind = kind;
    event.chord = chord;
    m_window->push(event);
}

void ReplayStage::push_pointer(EventKind kind, geo::ScreenPoint at, Chord held, int which)
{
    Event event;
    event.button = which;
    event.kind = kind;
    event.x = at.x;
    event.y = at.y;
    event.chord = held;
    m_window->push(event);
}

void ReplayStage::press_keys(Chord chord)
{
    push(EventKind::key_press, chord);
    ++m_keys;
    turn(); // ImGui sees the key down, with what is held beside it
    push(EventKind::key_release, {chord.key});
    turn(); // and up, before it goes down again
}

void ReplayStage::type(std::string_view text)
{
    for (const char32_t letter : letters_of(text)) {
        const Chord chord = chord_of(letter);
        push(EventKind::key_press, chord);
        Event event;
        event.kind = EventKind::text;
        event.text = letter;
        m_window->push(event);
        push(EventKind::key_release, {chord.key});
        ++m_keys;
        turn();
    }
}

void ReplayStage::move(geo::ScreenPoint at, Chord held)
{
    push_pointer(EventKind::pointer_move, at, held);
    turn();
}

void ReplayStage::button(bool is_down, geo::ScreenPoint at, Chord held, int which)
{
    push_pointer(is_down ? EventKind::button_press : EventKind::button_release, at, held, which);
    turn();
}

void ReplayStage::wheel(double steps, geo::ScreenPoint at, Chord held)
{
    Event event;
    event.kind = EventKind::wheel;
    event.x = at.x;
    event.y = at.y;
    event.wheel = static_cast<float>(steps);
    event.chord = held;
    m_window->push(event);
    turn();
}

void ReplayStage::turn(double seconds)
{
    using Clock = std::chrono::steady_clock;
    m_time_s += seconds;
    const double cpu = process_cpu_ms();
    const auto wall = Clock::now();
    m_program->turn(seconds);
    m_program->finish();
    const std::chrono::duration<double, std::milli> took = Clock::now() - wall;
    m_slowest.cpu_ms = std::max(m_slowest.cpu_ms, process_cpu_ms() - cpu);
    if (took.count() > m_slowest.wall_ms) {
        m_slowest.wall_ms = took.count();
        m_slowest.line = m_line;
    }
}

void ReplayStage::settle()
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::milliseconds(most_wait_ms);
    double seconds = frame_s;
    for (int i = 0; i < most_turns;) {
        const bool was_working = m_program->is_working();
        turn(std::exchange(seconds, frame_s));
        const double rest_s = m_program->seconds_to_next_turn();
        if (rest_s > longest_rest_s && !was_working) {
            return;
        }
        // Waiting for others is no movement, and a panel that looks at a job now and then waits.
        const bool may_wait = Clock::now() < end;
        i += was_working && may_wait ? 0 : 1;
        if (rest_s > longest_rest_s && may_wait) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        } else if (m_program->shell().seconds_to_next_change(m_time_s) <= longest_rest_s) {
            seconds = std::max(rest_s, frame_s); // nothing moves meanwhile
            m_program->request_panels();
        }
    }
}

Result<std::string> ReplayStage::hash()
{
    return workspace().edits().hash();
}

} // namespace dostyk::app
