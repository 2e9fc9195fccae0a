#pragma once

#include <string>
#include <string_view>

#include "dataset/dataset.h"
#include "document/inline.h"
#include "numfmt/period_text.h"
#include "resolve/lowering.h"

/// Words for dates, periods and the states of actions, the same in prose, tables and charts.
namespace briefpack::resolve {

numfmt::DateForm date_form(const Scope& scope);

/// An observation's period, its label where it has one, else "not stated".
std::string period_of(const dataset::Observation& observation, const Scope& scope);

/// An action's date, or ".." when the source gives none. An inferred one is marked "c.".
std::string date_of(const dataset::Action& action, const Scope& scope);

/// The file's own label, else the word for the code.
std::string status_of(const dataset::Action& action, std::string_view lang);
std::string instrument_of(const dataset::Action& action, std::string_view lang);
/// filled: released, launched or ended; half: under way; open: announced; dashed: not stated (visual specification, section 6).
document::SymbolKind dot_of(dataset::ActionStatus status);

/// Years with fraction for a time axis: a date of the precision of a year stands at mid-year.
double year_of(const dataset::TimePeriod& period);
double start_year(const dataset::TimePeriod& period);
double end_year(const dataset::TimePeriod& period);
double year_of(CivilDate date);

/// The word for a kind of holder: "country", "company".
std::string kind_of(dataset::EntityKind kind, std::string_view lang);

}  // namespace briefpack::resolve
