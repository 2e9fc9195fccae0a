#pragma once

#include "templates/tree.h"

namespace briefpack::templates {

/// Whether the template brings words for readers itself: a heading, a sentence, a title, the label of a row. Without any, all
/// that is printed comes from the metric file and the document's language.
bool has_own_words(const Template& source);

}  // namespace briefpack::templates
