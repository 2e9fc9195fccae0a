#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "document/block.h"
#include "resolve/lowering.h"
#include "templates/tree.h"

/// The entry points of lowering: template nodes in, document nodes out, in reading order.
namespace briefpack::resolve {

/// All sections of the document (lower_sections.cc).
void lower_sections(Lowering& lowering, const Scope& scope);

/// The last section holds the source register: its notes close with how to cite the pack and whom to ask, in place of where the
/// register stands (VISUAL-SPEC section 9, page 8).
void cite_pack(Lowering& lowering, const Scope& scope);

document::Blocks lower_blocks(Lowering& lowering, const templates::Blocks& blocks, const Scope& scope);
/// A Markdown table; cells are aligned as the template says.
document::Table lower_table(Lowering& lowering, const templates::Table& table, const Scope& scope);

document::Inlines lower_inlines(Lowering& lowering, const templates::Inlines& inlines, const Scope& scope);
/// One role (lower_roles.cc); appends to `to`.
void lower_role(Lowering& lowering, const templates::Inline& role, const Scope& scope, const document::TextFlags& flags,
                document::Inlines& to);
/// The words of inlines without marks: running heads, contents, the reason of an `unlike` option.
std::string lower_to_text(Lowering& lowering, const templates::Inlines& inlines, const Scope& scope);

void append_blocks(document::Blocks& to, document::Blocks more);

// ---- composing inlines ----

document::Inlines text_inlines(std::string text, document::TextFlags flags = {});
/// Appends, joining plain text to plain text and marks to marks.
void append_inline(document::Inlines& to, document::Inline item);
void append_inlines(document::Inlines& to, document::Inlines items);
/// Appends the marks of notes, each once.
void append_marks(document::Inlines& to, std::vector<document::NoteIndex> notes);
/// A text of the program's own with `{name}`s, each replaced by inlines (numfmt/strings.h).
document::Inlines filled_inlines(numfmt::Word word, std::string_view lang,
                                 std::initializer_list<std::pair<std::string_view, document::Inlines>> values);
/// "11 of 14": two counts that the program makes itself. `key` names what they count: "scorecard, KOR".
document::Inlines found_of_cells(Lowering& lowering, const std::string& key, const CellCounts& counts,
                                 const Scope& scope, SourceSpan span);

}  // namespace briefpack::resolve
