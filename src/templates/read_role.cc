#include "templates/read_role.h"

#include <algorithm>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "templates/read_inlines.h"

namespace briefpack::templates {

namespace {

using Node = decltype(Inline::node);

/// What a role's function gets: everything but its name.
struct RoleText {
  const Content& content;
  SourceSpan span;
  int depth;
  Reading& reading;
};

/// The value of a result, or nothing after reporting its faults.
template <typename T>
std::optional<T> taken(Result<T> result, Reading& reading) {
  if (!result) {
    reading.report(result.take_diagnostics());
    return std::nullopt;
  }
  return std::move(*result);
}

std::optional<Node> read_figure(const RoleText& role) {
  auto figure = taken(expression::parse_figure(role.content.text(), locate_in(role.content)), role.reading);
  if (!figure) return std::nullopt;
  return FigureRole{std::move(figure->expression), std::move(figure->formats)};
}

std::optional<Node> read_claim(const RoleText& role) {
  auto claim = taken(expression::parse_claim(role.content.text(), locate_in(role.content)), role.reading);
  if (!claim || !role.reading.may_nest(role.depth + 1, role.span)) return std::nullopt;
  const Content words = role.content.slice(claim->words_begin, claim->words_end);
  return ClaimRole{std::move(claim->condition), read_inline_text(words, role.depth + 1, role.reading), claim->allows_unlike};
}

/// An id, and what stands behind `;` or `|`.
struct NameAndRest {
  expression::Name name;
  std::size_t rest = std::string::npos;  ///< Where the rest starts; npos when there is none.
};

std::optional<NameAndRest> read_name_and_rest(const RoleText& role) {
  const std::string& text = role.content.text();
  NameAndRest out;
  const std::size_t separator = text.find_first_of(";|");
  auto name =
      taken(expression::parse_name(std::string_view(text).substr(0, separator), locate_in(role.content)), role.reading);
  if (!name) return std::nullopt;
  out.name = *std::move(name);
  if (separator != std::string::npos) out.rest = separator + 1;
  return out;
}

std::optional<Node> read_named(const RoleText& role, NameRole::Kind kind) {
  auto parts = read_name_and_rest(role);
  if (!parts) return std::nullopt;
  NameRole out{kind, std::move(parts->name), {}};
  if (parts->rest == std::string::npos) return out;
  if (kind == NameRole::Kind::source || kind == NameRole::Kind::label) {
    role.reading.error("template/role-content", role.content.span(parts->rest, role.content.size()),
                       "nothing may stand behind the id here");
    return std::nullopt;
  }
  const std::string_view rest = std::string_view(role.content.text()).substr(parts->rest);
  auto formats = taken(expression::parse_formats(rest, locate_in(role.content, parts->rest)), role.reading);
  if (!formats) return std::nullopt;
  out.formats = *std::move(formats);
  return out;
}

std::optional<Node> read_period(const RoleText& role) {
  auto value = taken(expression::parse_value(role.content.text(), locate_in(role.content)), role.reading);
  if (!value) return std::nullopt;
  return PeriodRole{*std::move(value)};
}

std::optional<Node> read_action(const RoleText& role) {
  static const std::vector<std::string> kFields{"title",  "date",       "end_date", "status",
                                                "amount", "instrument", "entity",   "summary"};
  auto parts = read_name_and_rest(role);
  if (!parts) return std::nullopt;
  ActionRole out{std::move(parts->name), ActionRole::Field::title};
  if (parts->rest == std::string::npos) return out;
  const Content field = role.content.slice(parts->rest, role.content.size()).trimmed();
  const auto known = std::find(kFields.begin(), kFields.end(), field.text());
  if (known == kFields.end()) {
    role.reading.error("template/role-content", field.span(0, field.size()),
                       quoted(field.text()) + " is no field of an action", nearest_hint(field.text(), kFields));
    return std::nullopt;
  }
  out.field = static_cast<ActionRole::Field>(known - kFields.begin());
  return out;
}

std::optional<Node> read_literal(const RoleText& role) {
  const Content text = role.content.trimmed();
  if (text.empty()) {
    role.reading.error("template/role-content", role.span, "nothing stands in the role lit");
    return std::nullopt;
  }
  return LiteralRole{text.text()};
}

struct RoleRow {
  std::string_view name;
  std::optional<Node> (*read)(const RoleText&);
};

constexpr RoleRow kRoles[] = {
    {"fig", read_figure},
    {"claim", read_claim},
    {"name", [](const RoleText& role) { return read_named(role, NameRole::Kind::entity); }},
    {"metric", [](const RoleText& role) { return read_named(role, NameRole::Kind::metric); }},
    {"period", read_period},
    {"cite", [](const RoleText& role) { return read_named(role, NameRole::Kind::source); }},
    {"action", read_action},
    {"ref", [](const RoleText& role) { return read_named(role, NameRole::Kind::label); }},
    {"lit", read_literal},
};

}  // namespace

const std::vector<std::string>& role_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> out;
    for (const RoleRow& row : kRoles)
      out.emplace_back(row.name);
    return out;
  }();
  return kNames;
}

bool is_role_name(std::string_view name) {
  return std::any_of(std::begin(kRoles), std::end(kRoles), [&](const RoleRow& row) { return row.name == name; });
}

std::optional<Inline> read_role(std::string_view name, SourceSpan name_span, SourceSpan span, const Content& content,
                                int depth, Reading& reading) {
  for (const RoleRow& row : kRoles) {
    if (row.name != name) continue;
    auto node = row.read(RoleText{content, span, depth, reading});
    if (!node) return std::nullopt;
    return Inline{*std::move(node), span};
  }
  reading.error("template/unknown-role", name_span, "there is no role " + quoted(name),
                nearest_hint(name, role_names()));
  return std::nullopt;
}

}  // namespace briefpack::templates
