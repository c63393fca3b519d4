#include "store/sha256.hpp"

#include <sha2.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <system_error>
#include <vector>

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

Result<std::string> sha256_of_file(const std::filesystem::path& file, std::stop_token stop)
{
    const auto failed = [&](ErrorCode code, const char* key) {
        return Error{code, {key, {{"file", file.filename().string()}}}, {}};
    };
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return failed(ErrorCode::not_found, "import.missing");
    }
    std::ifstream in(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file, error) || !in) {
        return failed(ErrorCode::unreadable, "import.no_file");
    }
    SHA2_CTX context;
    SHA256Init(&context);
    std::vector<char> piece(std::size_t{1} << 20);
    while (in) {
        if (stop.stop_requested()) {
            return failed(ErrorCode::cancelled, "import.cancelled");
        }
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        SHA256Update(&context, bytes_of({piece.data(), count}), count);
    }
    std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
    return std::string(SHA256End(&context, digits.data()));
}

} // namespace dostyk::store
