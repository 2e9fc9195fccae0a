// Roles: names, periods, figures, claims, references. A figure gets into the document here and in the cells of exhibits only.
#include <utility>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/utf8.h"
#include "expression/format.h"
#include "numfmt/isolate.h"
#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "numfmt/period_text.h"
#include "resolve/action_text.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

using templates::as;

/// Takes marks and tags away where none are shown.
document::Inlines shown(document::Inlines inlines, const Scope& scope) {
  if (scope.shows_marks) return inlines;
  document::Inlines out;
  for (document::Inline& each : inlines) {
    if (std::holds_alternative<document::NoteMarks>(each) || std::holds_alternative<document::DisputeTag>(each))
      continue;
    out.push_back(std::move(each));
  }
  return out;
}

void append_printed(const Printed& printed, const Scope& scope, SourceSpan span, const document::TextFlags& flags,
                    document::Inlines& to) {
  document::Inlines inlines = shown(printed.inlines(), scope);
  for (document::Inline& each : inlines) {
    auto* figure = std::get_if<document::FigureText>(&each);
    if (figure == nullptr) continue;
    figure->flags = flags;
    figure->span = span;
  }
  append_inlines(to, std::move(inlines));
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

void lower_figure(Lowering& lowering, const templates::FigureRole& role, const Scope& scope, SourceSpan span,
                  const document::TextFlags& flags, document::Inlines& to) {
  expression::Formats formats = role.formats;
  // The note is then numbered where its mark first stands, not here.
  if (!scope.shows_marks && !expression::has(formats, expression::FormatKind::nomark)) {
    formats.push_back({expression::FormatKind::nomark, 0, "", span});
  }
  const auto printed = lowering.book.figure(role.expression, formats, scope.context, scope.place);
  if (printed) append_printed(*printed, scope, span, flags, to);
}

/// The words of a claim are one figure, so they hold no roles of their own. Nothing, when they do.
std::optional<std::string> words_of(Lowering& lowering, const templates::Inlines& words) {
  std::string out;
  for (const templates::Inline& each : words) {
    if (const auto* text = as<templates::Text>(each))
      out += text->text;
    else if (const auto* literal = as<templates::LiteralRole>(each))
      out += literal->text;
    else if (const auto* code = as<templates::Code>(each))
      out += code->text;
    else if (as<templates::SoftBreak>(each) != nullptr)
      out += ' ';
    else if (const auto* strong = as<templates::Strong>(each))
      out += words_of(lowering, strong->content).value_or("");
    else if (const auto* emphasis = as<templates::Emphasis>(each))
      out += words_of(lowering, emphasis->content).value_or("");
    else {
      lowering.error("resolve/role-in-claim", each.span, "the words of a claim are plain text", "{claim}",
                     "print the figure beside the claim, not inside it");
      return std::nullopt;
    }
  }
  return out;
}

void lower_claim(Lowering& lowering, const templates::ClaimRole& role, const Scope& scope, SourceSpan span,
                 const document::TextFlags& flags, document::Inlines& to) {
  const auto words = words_of(lowering, role.words);
  if (!words) return;
  const auto printed = lowering.book.claim(role.condition, *words, scope.context, span, role.allows_unlike);
  if (printed) append_printed(*printed, scope, span, flags, to);
}

/// "Figure 1" stays on one line.
std::string unbroken(std::string text) {
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at)) text.replace(at, 1, numfmt::kNoBreakSpace);
  return text;
}

void lower_label(Lowering& lowering, const templates::NameRole& role, const document::TextFlags& flags,
                 document::Inlines& to) {
  const std::string& label = role.name.text;
  const Foreknowledge& known = lowering.foreknown();
  const auto exhibit = known.exhibits.find(label);
  if (exhibit != known.exhibits.end()) {
    append_inline(to, document::Text{unbroken(exhibit->second), flags, "", "", label});
    return;
  }
  for (const Foreknowledge::Section& section : known.sections) {
    if (section.label != label) continue;
    append_inline(to, document::Text{section.title, flags, "", "", label});
    return;
  }
  if (!lowering.knows_ahead()) return;
  std::vector<std::string> labels;
  for (const auto& each : known.exhibits)
    labels.push_back(each.first);
  for (const auto& each : known.sections)
    labels.push_back(each.label);
  lowering.error("resolve/unknown-label", role.name.span,
                 fmt::format("no exhibit or page has the label {}", quoted(label)), "{ref}",
                 nearest_hint(label, labels));
}

void lower_name(Lowering& lowering, const templates::NameRole& role, const Scope& scope,
                const document::TextFlags& flags, document::Inlines& to) {
  using Kind = templates::NameRole::Kind;
  const bool is_capitalised = expression::has(role.formats, expression::FormatKind::cap);
  const auto add = [&](std::string text) {
    append_inline(to,
                  document::Text{is_capitalised ? capitalised(std::move(text)) : std::move(text), flags, "", "", ""});
  };
  switch (role.kind) {
    case Kind::entity:
      if (const auto* entity = lowering.book.lookup().entity(role.name, scope.context))
        add(numfmt::isolated(numfmt::entity_name(*entity, scope.lang())));
      break;
    case Kind::metric:
      if (const auto* metric = lowering.book.lookup().metric(role.name, scope.context)) {
        const bool is_short = expression::has(role.formats, expression::FormatKind::short_);
        add(numfmt::isolated(is_short ? numfmt::metric_name(*metric, scope.lang()) : metric->name.in(scope.lang())));
      }
      break;
    case Kind::source:
      if (!scope.shows_marks) break;
      if (const auto note = lowering.book.cite(role.name, scope.context)) append_marks(to, {*note});
      break;
    case Kind::label:
      lower_label(lowering, role, flags, to);
      break;
  }
}

void lower_period(Lowering& lowering, const templates::PeriodRole& role, const Scope& scope,
                  const document::TextFlags& flags, document::Inlines& to) {
  const auto found = lowering.book.observation(role.expression, scope.context);
  if (!found) return;
  if (!found->observation) {
    lowering.error("resolve/no-period", role.expression.span,
                   "there is no observation here whose period could be printed", "{period}");
    return;
  }
  const auto& observation = lowering.dataset.observations[*found->observation];
  append_inline(to, document::Text{period_of(observation, scope), flags, "", "", ""});
}

void lower_action(Lowering& lowering, const templates::ActionRole& role, const Scope& scope, SourceSpan span,
                  const document::TextFlags& flags, document::Inlines& to) {
  using Field = templates::ActionRole::Field;
  const auto* action = lowering.book.lookup().action(role.name, scope.context);
  if (action == nullptr) return;
  const auto index = static_cast<std::uint32_t>(action - lowering.dataset.actions.data());
  const auto add = [&](std::string text) { append_inline(to, document::Text{std::move(text), flags, "", "", ""}); };
  const auto add_note = [&] {
    if (scope.shows_marks) append_marks(to, {lowering.book.note_of_action(index, scope.lang())});
  };
  switch (role.field) {
    case Field::title:
      add(numfmt::isolated(action->title.in(scope.lang())));
      add_note();
      break;
    case Field::summary:
      add(numfmt::isolated(action->summary.in(scope.lang())));
      add_note();
      break;
    case Field::date:
      add(date_of(*action, scope));
      break;
    case Field::end_date:
      add(numfmt::format_period(action->end_date, date_form(scope), scope.lang()));
      break;
    case Field::status:
      add(status_of(*action, scope.lang()));
      break;
    case Field::instrument:
      add(instrument_of(*action, scope.lang()));
      break;
    case Field::entity:
      add(numfmt::isolated(numfmt::entity_name(lowering.dataset.entities[action->entity], scope.lang())));
      break;
    case Field::amount:
      if (const auto printed = lowering.book.amount(index, {}, scope.context, scope.place, span))
        append_printed(*printed, scope, span, flags, to);
      break;
  }
}

}  // namespace

void lower_role(Lowering& lowering, const templates::Inline& role, const Scope& scope, const document::TextFlags& flags,
                document::Inlines& to) {
  if (const auto* figure = as<templates::FigureRole>(role))
    lower_figure(lowering, *figure, scope, role.span, flags, to);
  else if (const auto* claim = as<templates::ClaimRole>(role))
    lower_claim(lowering, *claim, scope, role.span, flags, to);
  else if (const auto* name = as<templates::NameRole>(role))
    lower_name(lowering, *name, scope, flags, to);
  else if (const auto* period = as<templates::PeriodRole>(role))
    lower_period(lowering, *period, scope, flags, to);
  else if (const auto* action = as<templates::ActionRole>(role))
    lower_action(lowering, *action, scope, role.span, flags, to);
  else if (const auto* literal = as<templates::LiteralRole>(role))
    append_inline(to, document::Text{literal->text, flags, "", "", ""});
}

}  // namespace briefpack::resolve
