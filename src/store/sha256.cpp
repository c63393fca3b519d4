#include "store/sha256.hpp"

#include <sha2.h>

#include <array>
#include <cstdint>

namespace dostyk::store {

struct Sha256::State {
    SHA2_CTX context;
};

namespace {

const std::uint8_t* bytes_of(std::string_view text)
{
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

} // namespace

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    SHA256Init(&m_state->context);
}

Sha256::~Sha256() = default;

Sha256& Sha256::add(std::string_view part)
{
    const std::string head = std::to_string(part.size()) + ":";
    SHA256Update(&m_state->context, bytes_of(head), head.size());
    SHA256Update(&m_state->context, bytes_of(part), part.size());
    return *this;
}

std::string Sha256::finish()
{
    std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
    return SHA256End(&m_state->context, digits.data());
}

std::string sha256_of(std::string_view text)
{
    std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
    return SHA256Data(bytes_of(text), text.size(), digits.data());
}

} // namespace dostyk::store
