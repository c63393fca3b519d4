#include "intake/wire.hpp"

namespace dostyk::intake {

namespace {

/// Length of the UTF-8 sequence that begins here; 0 when it is none.
std::size_t sequence_length(std::string_view text) noexcept
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto is_tail = [&](std::size_t i) {
        return i < text.size() && (byte(i) & 0xc0U) == 0x80;
    };
    const unsigned head = byte(0);
    if (head < 0x80) {
        return 1;
    }
    if (head >= 0xc2 && head <= 0xdf) {
        return is_tail(1) ? 2 : 0;
    }
    if (head >= 0xe0 && head <= 0xef) {
        const bool is_good = is_tail(1) && is_tail(2) && (head != 0xe0 || byte(1) >= 0xa0) &&
                             (head != 0xed || byte(1) < 0xa0);
        return is_good ? 3 : 0;
    }
    if (head >= 0xf0 && head <= 0xf4) {
        const bool is_good = is_tail(1) && is_tail(2) && is_tail(3) &&
                             (head != 0xf0 || byte(1) >= 0x90) && (head != 0xf4 || byte(1) < 0x90);
        return is_good ? 4 : 0;
    }
    return 0;
}

} // namespace

void WireWriter::put_text(std::string_view text)
{
    put(static_cast<std::uint32_t>(text.size()));
    m_bytes += text;
}

void WireWriter::put_bytes(std::string_view bytes)
{
    put(static_cast<std::uint64_t>(bytes.size()));
    m_bytes += bytes;
}

std::string_view WireReader::get_bytes()
{
    const auto size = get<std::uint64_t>();
    if (size > m_left.size()) {
        fail();
        return {};
    }
    const std::string_view bytes = m_left.substr(0, size);
    m_left.remove_prefix(size);
    return bytes;
}

std::string WireReader::get_text()
{
    const auto size = get<std::uint32_t>();
    if (size > m_left.size()) {
        fail();
        return {};
    }
    std::string text(m_left.substr(0, size));
    m_left.remove_prefix(size);
    if (!is_utf8(text) || text.find('\0') != std::string::npos) {
        fail();
        return {};
    }
    return text;
}

std::size_t WireReader::get_count(std::size_t smallest)
{
    const auto count = get<std::uint32_t>();
    if (count > m_left.size() / smallest) {
        fail();
        return 0;
    }
    return count;
}

bool is_utf8(std::string_view text) noexcept
{
    while (!text.empty()) {
        const std::size_t length = sequence_length(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

} // namespace dostyk::intake
