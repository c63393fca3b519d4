#include "schedule/search/walk.hpp"

namespace dostyk::schedule {

namespace {

/// Draws of a scout and of an annealer with the same seed have nothing in common.
constexpr std::uint64_t scouts = 0x5851f42d4c957f2d;
/// What the annealer draws itself at least: it alone knows which sessions are in trouble by now.
constexpr int least_own = 12;

/// Wait until a counter is another one. The other thread is mostly ready within microseconds, in
/// which it is not worth it to sleep.
void await_other(const std::atomic<std::uint32_t>& counter, std::uint32_t known)
{
    constexpr int tries = 200;
    for (int i = 0; i < tries; ++i) {
        if (counter.load(std::memory_order_acquire) != known) {
            return;
        }
        std::this_thread::yield();
    }
    counter.wait(known, std::memory_order_acquire);
}

void set(std::atomic<std::uint32_t>& counter, std::uint32_t value)
{
    counter.store(value, std::memory_order_release);
    counter.notify_one();
}

} // namespace

Walk::Walk(const Problem& problem, const Slots& slots, const std::vector<Placement>& start,
           std::uint64_t seed, bool has_scout)
: m_annealer(problem, slots, start, seed)
{
    if (has_scout && m_annealer.can_move()) {
        m_scout.emplace(problem, slots, m_annealer, seed ^ scouts);
        m_thread = std::jthread([this] { scout(); });
    }
}

Walk::~Walk()
{
    m_is_over = true;
    set(m_begun, m_begun + 1);
}

int Walk::run(double share, bool is_exact)
{
    m_annealer.set_share(share);
    if (m_scout) {
        return run_round(is_exact);
    }
    for (int i = 0; i < stride; ++i) {
        m_annealer.step();
    }
    m_annealer.hand_over(m_unread);
    return stride;
}

int Walk::run_round(bool is_exact)
{
    const std::uint32_t number = m_begun + 1;
    Round& now = m_rounds[number % 2];
    const Round& before = m_rounds[(number + 1) % 2];
    now.outlook = m_annealer.outlook();
    set(m_begun, number);
    for (std::size_t i = 0; i < before.drawn; ++i) {
        m_annealer.take(before.proposals[i]);
    }
    // To count a move takes about as long as to draw one: what the scout's took is not drawn.
    const auto counted = static_cast<int>(before.drawn);
    const int fair = stride * (stride - counted) / (stride + counted);
    int own = 0;
    while (own < least_own ||
           (is_exact ? own < fair : m_ended.load(std::memory_order_acquire) != number)) {
        m_annealer.step();
        ++own;
    }
    await_other(m_ended, number - 1);
    m_annealer.hand_over(now.taken);
    return stride + own;
}

void Walk::scout()
{
    for (std::uint32_t number = 1;; ++number) {
        await_other(m_begun, number - 1);
        if (m_is_over) {
            return;
        }
        for (const Shift& each : m_rounds[(number + 1) % 2].taken) {
            m_scout->plan.place(each.session, each.to);
        }
        draw(m_rounds[number % 2]);
        set(m_ended, number);
    }
}

void Walk::draw(Round& round)
{
    m_scout->proposer.warm(round.outlook.heat);
    round.drawn = 0;
    for (int i = 0; i < stride; ++i) {
        if (round.proposals.size() == round.drawn) {
            round.proposals.emplace_back();
        }
        if (m_scout->proposer.draw(round.outlook, round.proposals[round.drawn])) {
            ++round.drawn;
        }
    }
}

} // namespace dostyk::schedule
