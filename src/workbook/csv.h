#pragma once

#include <string>

#include "workbook/plan.h"

namespace briefpack::workbook {

/// The rows of sheet Data as CSV (write_workbook.h says in which dialect). Headings are those of the sheet; numbers have a point and
/// no grouping, dates are ISO 8601, an absent value is an empty field.
std::string data_csv(const Plan& plan);

/// One field: quoted where RFC 4180 asks for it or a blank stands at an end. A text that begins with `=`, `+`, `-`, `@`, a tab or
/// a carriage return, or their full-width forms, gets an apostrophe before it (OWASP, CSV injection).
std::string csv_text(std::string_view text);

}  // namespace briefpack::workbook
