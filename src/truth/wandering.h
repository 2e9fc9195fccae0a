#pragma once

#include "truth/examine.h"

namespace briefpack::truth {

/// truth/wandering: one number of one text under two entities, as when it slipped into the wrong column. Only numbers that
/// hardly come about twice by chance: from 100 on, not round to one digit below 100,000, of one unit and period, and with
/// enough digits for the number of values that the text gives. Rows of one dispute, and a whole beside its part, are silent.
void find_wandering(const Pack& pack, Diagnostics& findings);

}  // namespace briefpack::truth
