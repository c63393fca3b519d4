/// \file
/// The import worker alone, for tests.

#include "intake/worker.hpp"

int main()
{
    return dostyk::intake::run_worker();
}
