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
  std::function<double(const NoteSet&)> notes_height;  ///< What the page's foot takes for these notes; grows with them.
  bool is_last_resort = false;  ///< Headings may end the page, and anything is split: else nothing would go into it.
};

/// Whether the whole fragment goes into the room.
bool fits(const Fragment& fragment, const Room& room);

/// Takes the largest beginning of `from` that fits; nothing when no part does. What is left stays in `from`;
/// is_done() says whether that is nothing.
///
/// Whole pieces first. Text is split wherever the page is full. A table is split between its rows when it would leave more
/// than a fifth of the page white, other blocks when it were a fourth, and everything that no page would hold. Nothing that
/// keeps with its next piece ends a page.
///
/// What the notes take depends on the pieces and the pieces on what the notes leave. Pieces are added in order, and neither
/// height nor notes ever shrink by adding one; so the first that does not fit ends the page, and one pass finds the largest
/// beginning. Side by side, where the notes of one column lower the room of the others, the common height is found by
/// halving, to a point: after as many rounds as the room's height has binary digits.
std::optional<Fragment> take_fitting(Fragment& from, const Room& room);

/// Takes the least possible part, whether it fits or not: one solid piece and what keeps with it. For a page that is
/// empty and still too small; so each page takes something and layout ends.
Fragment take_least(Fragment& from);

/// Whether nothing is left to place.
bool is_done(const Fragment& fragment);

/// The least height in which the stack of a fragment of flow `columns` fills its columns, to a point. The stack is at most
/// as even as its pieces: lines of text, rows of tables, whole charts.
double balanced_height(const Fragment& columns);

/// A fragment of flow `columns` as stacks side by side, as even as they get.
Fragment dealt(Fragment columns);

}  // namespace briefpack::layout
