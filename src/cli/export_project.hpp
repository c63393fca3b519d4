/// \file
/// A project written in a foreign format: what the verb and the window's menu call.

#pragma once

#include "core/diagnostics.hpp"
#include "core/result.hpp"
#include "io/export_request.hpp"
#include "model/value_text.hpp"

namespace dostyk::cli {

using io::ExportFormat;
using io::ExportReport;
using io::ExportRequest;
using io::parse_export_format;
using io::usual_audience;

/// Write what the audience may see of the scope. Files for others than the public are readable for
/// their owner alone; each replaces the one that was there, or leaves it.
///
/// Errors: invalid where a field holds different values and none is chosen (each is a finding; the
/// interchange form holds them all and is never refused); write_failed, also where the file is a
/// store, which no export replaces; usage, not_found of io::check_scope().
[[nodiscard]] Result<ExportReport> export_project(const model::Project& project,
                                                  const model::UnitNames& unit_names,
                                                  const ExportRequest& request,
                                                  Diagnostics& diagnostics);

/// Say what the format could not take as it stood, each with its count.
void tell_notes(const io::ExportNotes& notes, Language language);

} // namespace dostyk::cli
