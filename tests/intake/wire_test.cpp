#include "intake/wire.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace dostyk;

TEST_SUITE("intake/wire") {

TEST_CASE("what is written is read again")
{
    intake::WireWriter out;
    out.put(std::uint32_t{7});
    out.put(2.5);
    out.put_text("Қордай");
    const std::string bytes = out.take();

    intake::WireReader in(bytes);

    CHECK(in.get<std::uint32_t>() == 7);
    CHECK(in.get<double>() == 2.5);
    CHECK(in.get_text() == "Қордай");
    CHECK(in.is_at_end());
}

TEST_CASE("bytes that end early are a fault, and give nothing from there on")
{
    intake::WireReader in("abc");
    CHECK(in.get<std::uint32_t>() == 0);
    CHECK_FALSE(in.is_sound());
    CHECK(in.get<std::uint8_t>() == 0);
    CHECK_FALSE(in.is_at_end());
}

TEST_CASE("a count that cannot be true takes no memory")
{
    intake::WireWriter out;
    out.put(std::uint32_t{0xffffffff});
    const std::string bytes = out.take();
    intake::WireReader in(bytes);
    CHECK(in.get_count(1) == 0);
    CHECK_FALSE(in.is_sound());
}

TEST_CASE("a text that is no UTF-8 or holds a zero is a fault")
{
    for (const std::string_view text :
         {std::string_view("\xff"), std::string_view("a\0b", 3), std::string_view("\xed\xa0\x80"),
          std::string_view("\xc0\x80"), std::string_view("\xf5\x80\x80\x80")}) {
        intake::WireWriter out;
        out.put_text(text);
        const std::string bytes = out.take();
        intake::WireReader in(bytes);
        CHECK(in.get_text().empty());
        CHECK_FALSE(in.is_sound());
    }
    CHECK(intake::is_utf8("Ә ₸ 𐐷"));
}

TEST_CASE("no bytes make a reader read beyond them")
{
    CHECK(rc::check("reads of any bytes end", [](const std::string& bytes) {
        intake::WireReader in(bytes);
        for (std::size_t i = 0; i < bytes.size() + 2; ++i) {
            (void)in.get_text();
            (void)in.get_count(3);
        }
        RC_ASSERT(!in.is_sound() || bytes.size() >= 8);
    }));
}

} // TEST_SUITE
