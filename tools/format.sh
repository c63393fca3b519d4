#!/usr/bin/env bash
# Format all C++ files; with --check only say which differ.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=(-i)
[ "${1:-}" = --check ] && mode=(--dry-run -Werror)
git ls-files '*.cpp' '*.hpp' | xargs clang-format-14 "${mode[@]}"
