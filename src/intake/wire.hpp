/// \file
/// Bytes of the pipe between the program and its import worker, out and in.

#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace dostyk::intake {

class WireWriter {
public:
    template <typename Number>
    void put(Number number)
    {
        static_assert(std::is_arithmetic_v<Number>);
        m_bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    void put_text(std::string_view text);
    void put_bytes(std::string_view bytes);

    [[nodiscard]] std::string take() { return std::move(m_bytes); }
    [[nodiscard]] std::size_t size() const noexcept { return m_bytes.size(); }

private:
    std::string m_bytes; ///< In the machine's byte order: both ends are one program.
};

/// Takes bytes apart that may be anything. After the first one that is missing all reads give
/// nothing and is_sound() is false.
class WireReader {
public:
    explicit WireReader(std::string_view bytes) : m_left(bytes) {}

    template <typename Number>
    Number get()
    {
        static_assert(std::is_arithmetic_v<Number>);
        Number number{};
        if (m_left.size() < sizeof number) {
            fail();
            return number;
        }
        std::memcpy(&number, m_left.data(), sizeof number);
        m_left.remove_prefix(sizeof number);
        return number;
    }

    /// UTF-8 without NUL; a text that is none is a fault.
    [[nodiscard]] std::string get_text();

    /// Bytes of any kind, in place: good as long as what is read from.
    [[nodiscard]] std::string_view get_bytes();

    /// A number of parts that follow, each of at least `smallest` bytes: a count that cannot be
    /// true is a fault before memory is taken for it.
    [[nodiscard]] std::size_t get_count(std::size_t smallest);

    void fail() noexcept
    {
        m_is_sound = false;
        m_left = {};
    }
    [[nodiscard]] bool is_sound() const noexcept { return m_is_sound; }
    [[nodiscard]] bool is_at_end() const noexcept { return m_is_sound && m_left.empty(); }

private:
    std::string_view m_left;
    bool m_is_sound = true;
};

/// True for well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

} // namespace dostyk::intake
