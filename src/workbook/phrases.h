#pragma once

#include "numfmt/phrases.h"
#include "numfmt/strings.h"

namespace briefpack::workbook {

// The workbook's words stand with all others, one file for each language.
using numfmt::filled;
using numfmt::Phrase;
using numfmt::phrase;

}  // namespace briefpack::workbook
