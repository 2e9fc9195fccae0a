#pragma once

#include <functional>
#include <optional>

#include "layout/fragment.h"

namespace briefpack::layout {

/// The white part of a page. What a fragment takes is its height and what its notes add to the note block.
struct Room {
  double height = 0;                                   ///< As if the page had no notes, points.
  double empty_page = 0;                               ///< The same for a page that holds nothing yet.
  NoteSet notes;                                       ///< On the page already.
  std::function<double(const NoteSet&)> notes_height;  ///< What the page's foot takes for these notes.
};

/// Whether the whole fragment goes into the room.
bool fits(const Fragment& fragment, const Room& room);

/// Takes the largest beginning of `from` that fits; nothing when no part does. What is left stays in `from`;
/// is_done() says whether that is nothing.
///
/// Whole pieces first. A piece that does not fit is split only if no page would hold it, or if it would leave more
/// than a third of a page white; so most blocks move on whole, and long tables and columns run over pages. Nothing
/// that keeps with its next piece ends a page.
std::optional<Fragment> take_fitting(Fragment& from, const Room& room);

/// Takes the least possible part, whether it fits or not: one solid piece and what keeps with it. For a page that is
/// empty and still too small; so each page takes something and layout ends.
Fragment take_least(Fragment& from);

/// Whether nothing is left to place.
bool is_done(const Fragment& fragment);

}  // namespace briefpack::layout
