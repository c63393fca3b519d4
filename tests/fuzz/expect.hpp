/// \file
/// What a fuzz target says when a law is broken: libFuzzer takes the abort for its finding.

#pragma once

#include <cstdio>
#include <cstdlib>

namespace dostyk::test {

/// Stop with the law's name when it does not hold.
inline void expect(bool holds, const char* law)
{
    if (!holds) {
        std::fprintf(stderr, "broken: %s\n", law);
        std::abort();
    }
}

} // namespace dostyk::test
