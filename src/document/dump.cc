// The document as indented text, one thing a line: what a golden compares and a person reads. Only what says something is
// printed; a field at its default is left out.
#include <array>
#include <string_view>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "base/decimal.h"
#include "document/document.h"

namespace briefpack::document {

namespace {

using namespace std::string_view_literals;

template <typename Enum, std::size_t size>
std::string_view name_in(const std::array<std::string_view, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array kSymbols{"arrow"sv,  "dot"sv,    "half-dot"sv, "open-dot"sv, "dashed-dot"sv, "square"sv,
                              "diamond"sv, "open-diamond"sv, "not-equal"sv, "plus"sv, "triangle"sv, "cross"sv};
constexpr std::array kSwatches{"band 1"sv, "band 2"sv, "band 3"sv, "unshaded"sv, "disputed"sv, "text"sv, "tag"sv, "mark"sv, "symbol"sv};
constexpr std::array kShades{""sv, "band 1"sv, "band 2"sv, "band 3"sv, "disputed"sv};
constexpr std::array kAligns{"left"sv, "right"sv, "center"sv, "decimal"sv};
constexpr std::array kVariants{"cover"sv, "plain"sv, "profile"sv, "summary"sv};
constexpr std::array kRoles{"body"sv, "small"sv, "remark"sv, "column head"sv, "claim"sv};
constexpr std::array kBoxes{"panel"sv, "framed"sv, "ruled"sv};
constexpr std::array kTables{"ordinary"sv, "scorecard"sv, "ledger"sv, "pairs"sv};
constexpr std::array kRows{"row"sv, "group"sv, "total"sv};
constexpr std::array kHolders{"country"sv, "company"sv, "other"sv};
constexpr std::array kValueKinds{"number"sv, "interval"sv, "text"sv, "truth"sv, "missing"sv, "withdrawn"sv};
constexpr std::array kCalculations{"observation"sv, "low"sv,   "high"sv,  "text"sv,       "amount"sv,  "constant"sv,   "add"sv,        "subtract"sv,
                                   "multiply"sv,    "divide"sv, "negate"sv, "change"sv,   "pct_change"sv, "rank"sv,    "sum"sv,        "mean"sv,
                                   "median"sv,      "min"sv,   "max"sv,   "count"sv,      "equal"sv,   "not_equal"sv,  "less"sv,       "less_equal"sv,
                                   "greater"sv,     "greater_equal"sv, "and"sv, "or"sv,   "not"sv,     "stated"sv};
static_assert(kCalculations.size() == static_cast<std::size_t>(Calculation::Kind::stated) + 1);

/// Quotes show where a text ends; a no-break space is shown as "~", a line end as "\n".
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) == "\u00A0") {
      out += '~';
      ++at;
    } else if (text[at] == '\n') {
      out += "\\n";
    } else {
      if (text[at] == '"') out += '\\';
      out += text[at];
    }
  }
  return out + "\"";
}

template <typename List, typename TextOf>
std::string joined(const List& list, TextOf text_of) {
  std::string out;
  for (const auto& each : list) out += (out.empty() ? "" : ",") + text_of(each);
  return out;
}

std::string marks_of(const std::vector<NoteIndex>& notes) {
  return notes.empty() ? "" : " ^" + joined(notes, [](NoteIndex each) { return fmt::format("{}", each + 1); });
}

std::string calculation_text(const Calculation& calculation) {
  const std::string name(name_in(kCalculations, calculation.kind));
  switch (calculation.kind) {
    case Calculation::Kind::constant: return shortest_decimal(calculation.number);
    case Calculation::Kind::stated: return fmt::format("stated({}, {})", shortest_decimal(calculation.number), quoted(calculation.words));
    case Calculation::Kind::observation:
    case Calculation::Kind::low:
    case Calculation::Kind::high:
    case Calculation::Kind::text:
    case Calculation::Kind::amount: return fmt::format("{}({})", name, calculation.key);
    default: break;
  }
  std::string arguments;
  for (const Calculation& each : calculation.arguments) arguments += (arguments.empty() ? "" : ", ") + calculation_text(each);
  const bool is_lowest_first = calculation.kind == Calculation::Kind::rank && !calculation.is_descending;
  return name + (is_lowest_first ? " lowest first" : "") + "(" + arguments + ")";
}

class Dumper {
 public:
  Dumper(const Document& document, const dataset::Dataset& dataset) : document_(document), dataset_(dataset) {}

  std::string text() {
    line(fmt::format("document {} lang={} paper={}{}", quoted(document_.title), document_.lang, document_.paper,
                     document_.template_name.empty() ? "" : " template=" + document_.template_name));
    field("subtitle", document_.subtitle);
    field("author", document_.author);
    if (document_.theme.name != "plain") field("theme", document_.theme.name);
    for (const Section& each : document_.sections) section(each);
    for (const Figure& each : document_.figures) figure(each);
    for (const Note& each : document_.notes) note(each);
    for (const DisputeEntry& each : document_.disputes) line(fmt::format("dispute {} -> {} alt={}", each.id, each.label.empty() ? "nowhere" : each.label, quoted(each.tag_alt)));
    for (const Withdrawn& each : document_.withdrawn) line(fmt::format("withdrawn {}{}", quoted(each.words), figure_number(each.figure)));
    if (document_.comparison) comparison(*document_.comparison);
    if (!document_.used_observations.empty()) {
      line("used " + joined(document_.used_observations, [&](std::uint32_t each) { return dataset_.observations[each].key; }));
    }
    for (const Diagnostic& each : document_.findings) line(fmt::format("finding [{}] {}", each.code, quoted(each.message)));
    return std::move(out_);
  }

 private:
  /// One level deeper while it lives.
  struct Indent {
    explicit Indent(Dumper& dumper) : dumper_(dumper) { ++dumper_.depth_; }
    ~Indent() { --dumper_.depth_; }
    Dumper& dumper_;
  };

  void line(const std::string& text) { out_ += std::string(2 * depth_, ' ') + text + "\n"; }
  void field(std::string_view name, const std::string& text) {
    if (text.empty()) return;
    const Indent inside(*this);
    line(fmt::format("{} {}", name, quoted(text)));
  }
  void field(std::string_view name, const Inlines& inlines) {
    if (inlines.empty()) return;
    const Indent inside(*this);
    line(fmt::format("{} {}", name, inline_text(inlines)));
  }
  std::string figure_number(FigureIndex index) const { return index == kNone ? "" : fmt::format(" fig_{:03}", index + 1); }

  // ---- inlines ----

  static std::string flag_text(const TextFlags& flags) {
    return std::string(flags.is_strong ? "strong " : "") + (flags.is_emphasis ? "emphasis " : "") + (flags.is_code ? "code " : "") +
           (flags.is_muted ? "muted " : "");
  }

  std::string inline_text(const Inlines& inlines) const {
    std::string out;
    for (const Inline& each : inlines) out += (out.empty() ? "" : " ") + std::visit([this](const auto& part) { return inline_part(part); }, each);
    return out;
  }
  std::string inline_part(const Text& part) const {
    return flag_text(part.flags) + quoted(part.text) + (part.lang.empty() ? "" : " lang=" + part.lang) + (part.url.empty() ? "" : " url=" + part.url) +
           (part.target.empty() ? "" : " ->" + part.target);
  }
  std::string inline_part(const FigureText& part) const {
    return flag_text(part.flags) + fmt::format("<{}{}|{}|{}>", figure_number(part.figure).substr(part.figure == kNone ? 0 : 1) + " ", quoted(part.lead), quoted(part.number), quoted(part.tail));
  }
  std::string inline_part(const NoteMarks& part) const { return marks_of(part.notes).substr(part.notes.empty() ? 0 : 1); }
  std::string inline_part(const DisputeTag& part) const {
    return "[" + (part.dispute < document_.disputes.size() ? document_.disputes[part.dispute].id : std::string("?")) + "]";
  }
  std::string inline_part(const FindingMark& part) const { return "!" + part.text(); }
  std::string inline_part(const Symbol& part) const {
    return fmt::format("({}{}{})", name_in(kSymbols, part.kind), part.is_focus ? " focus" : "", part.alt.empty() ? "" : " " + quoted(part.alt));
  }
  std::string inline_part(const LineBreak&) const { return "(line)"; }
  std::string inline_part(const PageNumber& part) const { return "(page of " + part.label + ")"; }

  // ---- sections and blocks ----

  void section(const Section& section) {
    line(fmt::format("section {} lang={} label={} {}", name_in(kVariants, section.variant), section.lang, section.label, quoted(section.title)));
    field("unit", section.unit_name);
    field("issue", section.issue_line);
    field("band", section.band_title);
    field("period", section.period_line);
    field("sub", section.sub_line);
    field("kicker", section.kicker);
    field("headline", section.headline);
    field("standfirst", section.standfirst);
    field("running", section.running_title + (section.running_period.empty() ? "" : " | " + section.running_period));
    field("footer", section.footer);
    field("notes-line", section.notes_line + (section.notes_target.empty() ? "" : " ->" + section.notes_target));
    field("page", section.page_of);
    blocks(section.body);
  }

  void blocks(const Blocks& list) {
    const Indent inside(*this);
    for (const Block& each : list) std::visit([this](const auto& block) { this->block(block); }, each.content);
  }

  void block(const Paragraph& each) {
    line(fmt::format("paragraph{} {}", each.role == TextRole::body ? "" : fmt::format(" ({})", name_in(kRoles, each.role)), inline_text(each.inlines)));
  }
  void block(const Heading& each) {
    line(fmt::format("heading {}{}{} {}", each.level, each.has_rule ? " ruled" : "", each.label.empty() ? "" : " #" + each.label, inline_text(each.inlines)));
  }
  void block(const List& each) {
    line(fmt::format("{} list{}", each.is_ordered ? "ordered" : "bullet", each.role == TextRole::body ? "" : fmt::format(" ({})", name_in(kRoles, each.role))));
    const Indent inside(*this);
    for (const ListItem& item : each.items) {
      line("item" + (item.marker.empty() ? "" : " marker " + inline_text(item.marker)) + (item.marker_text.empty() ? "" : " marker " + quoted(item.marker_text)));
      blocks(item.body);
    }
  }
  void block(const KeyFigures& each) {
    line("key figures");
    const Indent inside(*this);
    for (const KeyFigure& item : each.items) line(inline_text(item.figure) + " : " + inline_text(item.caption));
  }
  void block(const KeyMessages& each) {
    line("key messages");
    const Indent inside(*this);
    for (const Inlines& item : each.items) line(inline_text(item));
  }
  void block(const Columns& each) {
    line((each.is_flow ? "flow " : "columns ") + joined(each.widths, [](int width) { return fmt::format("{}", width); }));
    const Indent inside(*this);
    for (const Blocks& column : each.columns) {
      line("column");
      blocks(column);
    }
  }
  void block(const Box& each) {
    line(fmt::format("box {}{}", name_in(kBoxes, each.style), each.label.empty() ? "" : " #" + each.label));
    field("heading", each.heading);
    field("aside", each.aside);
    blocks(each.body);
  }
  void block(const Exhibit& each) {
    line(fmt::format("exhibit {}{}{}{}{}", each.is_table ? "table" : "chart", each.number_text.empty() ? "" : " " + quoted(each.number_text),
                     each.label.empty() ? "" : " #" + each.label, each.in_pdf ? "" : " not-in-pdf", each.in_workbook ? "" : " not-in-workbook"));
    field("title", each.title);
    field("subtitle", each.subtitle);
    field("remark", each.remark);
    field("alt", each.alt);
    field("sheet", each.sheet);
    const Indent inside(*this);
    std::visit([this](const auto& content) { this->content(content); }, each.content);
  }
  void block(const Contents& each) {
    line("contents " + inline_text(each.heading));
    const Indent inside(*this);
    for (const ContentsEntry& entry : each.entries) line(fmt::format("{} ->{} lang={}", quoted(entry.title), entry.label, entry.lang));
  }
  void block(const Legend& each) {
    line(each.is_row ? "legend in a row" : "legend");
    const Indent inside(*this);
    for (const Legend::Item& item : each.items) {
      line(fmt::format("{}{}{} {}", name_in(kSwatches, item.swatch), item.sign.empty() ? "" : " " + quoted(item.sign),
                       item.swatch == Legend::Swatch::symbol ? " " + std::string(name_in(kSymbols, item.symbol)) : "", inline_text(item.text)));
    }
  }
  void block(const Spacer&) { line("rule"); }
  void block(const PageBreak&) { line("page break"); }
  void block(const Quote& each) {
    line("quote");
    blocks(each.body);
  }

  // ---- exhibits ----

  void content(const Table& table) {
    line(fmt::format("table {}{}", name_in(kTables, table.style), table.has_head ? "" : " without head"));
    const Indent inside(*this);
    for (const TableColumn& each : table.columns) {
      line(fmt::format("column {}{}{} {}", name_in(kAligns, each.align), each.width > 0 ? " width=" + shortest_decimal(round_decimal(each.width, 4)) : "",
                       each.is_focus ? " focus" : "", inline_text(each.head)));
    }
    for (const Row& row : table.rows) {
      line(std::string(name_in(kRows, row.kind)) + (row.has_group_rule ? " ruled" : ""));
      const Indent cells(*this);
      for (const Cell& each : row.cells) line(cell_text(each));
    }
  }
  std::string cell_text(const Cell& cell) const {
    std::string out = "-";
    if (cell.shade != Shade::none) out += fmt::format(" ({})", name_in(kShades, cell.shade));
    if (cell.align) out += fmt::format(" ({})", name_in(kAligns, *cell.align));
    if (cell.is_strong) out += " (strong)";
    if (cell.is_focus) out += " (focus)";
    if (cell.bar) out += " bar=" + shortest_decimal(round_decimal(*cell.bar, 6));
    for (const Inlines& each : cell.lines) out += (&each == cell.lines.data() ? " " : " / ") + inline_text(each);
    return out;
  }

  std::string chart_value(const ChartValue& value) const {
    std::string out = quoted(value.label);
    if (value.number) out += " at " + shortest_decimal(*value.number);
    if (value.low && value.high) out += fmt::format(" from {} to {}", shortest_decimal(*value.low), shortest_decimal(*value.high));
    out += figure_number(value.figure) + marks_of(value.notes);
    if (value.dispute < document_.disputes.size()) out += " [" + document_.disputes[value.dispute].id + "]";
    if (value.qualifier != dataset::Qualifier::none) out += " " + std::string(dataset::name_of(value.qualifier));
    if (value.is_estimated) out += " estimated";
    if (value.is_withdrawn) out += " withdrawn";
    if (value.is_claim) out += " claim " + quoted(value.claim_text);
    return out;
  }

  void content(const ChartSpec& chart) {
    line(fmt::format("chart {} lang={} unit={} axis-unit={} axis-scale={}", name_of(chart.mark), chart.lang, quoted(chart.unit), quoted(chart.axis_unit),
                     shortest_decimal(chart.axis_scale)));
    const Indent inside(*this);
    if (!chart.columns.empty()) line("columns " + joined(chart.columns, [](const std::string& each) { return quoted(each); }));
    for (const ChartRow& row : chart.rows) {
      line(fmt::format("row {}{}{} {}{}{}", quoted(row.label), row.sublabel.empty() ? "" : " / " + quoted(row.sublabel),
                       row.group.empty() ? "" : " in " + quoted(row.group), name_in(kHolders, row.holder), row.is_focus ? " focus" : "",
                       row.is_second ? " second" : ""));
      const Indent values(*this);
      for (const ChartValue& each : row.values) line(chart_value(each));
      if (row.multiple.is_given() || !row.multiple.label.empty()) line("multiple " + chart_value(row.multiple));
      if (row.out_of) line(fmt::format("out of {}", *row.out_of));
      if (!row.text.empty()) line("text " + quoted(row.text));
    }
    for (const Lane& lane : chart.lanes) {
      line("lane " + quoted(lane.label) + (lane.is_focus ? " focus" : ""));
      const Indent items(*this);
      for (const LaneItem& each : lane.items) {
        line(fmt::format("{}{}{}{}{} {}", quoted(each.label), marks_of(each.notes), each.start ? " from " + shortest_decimal(*each.start) : " undated",
                         each.end ? " to " + shortest_decimal(*each.end) : "", each.is_start_estimated ? " estimated" : "", name_in(kSymbols, each.dot)));
      }
    }
    const auto word = [&](std::string_view name, const std::string& text) {
      if (!text.empty()) line(fmt::format("{} {}", name, quoted(text)));
    };
    word("panel-a", chart.panel_a);
    word("panel-b", chart.panel_b);
    word("multiple-head", chart.multiple_head);
    word("undated-head", chart.undated_head);
    word("cut-off", chart.cut_off_label);
    word("none", chart.none_text);
    word("no-earlier", chart.no_earlier_text);
    word("withdrawn", chart.withdrawn_text);
    word("list-end", chart.list_end_text);
    if (!chart.change_text.empty()) line(fmt::format("change {}{}{}", quoted(chart.change_text), figure_number(chart.change_figure), marks_of(chart.change_notes)));
    if (!chart.total_label.empty()) line(fmt::format("total {}{}{}", quoted(chart.total_label), figure_number(chart.total_figure), marks_of(chart.total_notes)));
    for (const ChartSpec::KeyItem& each : chart.key) line(fmt::format("key {} {}", static_cast<int>(each.swatch), quoted(each.text)));
  }

  void comparison(const ComparisonSpec& spec) {
    line("comparison " + joined(spec.entities, [&](std::uint32_t each) { return dataset_.entities[each].id; }));
    const Indent inside(*this);
    for (std::size_t row = 0; row < spec.metrics.size() && row < spec.cells.size(); ++row) {
      std::string cells;
      for (std::size_t column = 0; column < spec.cells[row].size(); ++column) {
        const bool cannot_apply = row < spec.not_applicable.size() && column < spec.not_applicable[row].size() && spec.not_applicable[row][column];
        const auto& cell = spec.cells[row][column];
        cells += " " + (cannot_apply ? std::string("n/a") : cell ? dataset_.observations[*cell].key : std::string(".."));
      }
      line(quoted(spec.metrics[row].group) + " " + dataset_.metrics[spec.metrics[row].metric].id + ":" + cells);
    }
  }

  // ---- figures and notes ----

  static std::string value_text(const FigureValue& value) {
    std::string out(name_in(kValueKinds, value.kind));
    if (value.kind == FigureValue::Kind::number || value.kind == FigureValue::Kind::truth) out += " " + shortest_decimal(value.number);
    if (value.kind == FigureValue::Kind::interval) out += fmt::format(" {}..{}", shortest_decimal(value.low), shortest_decimal(value.high));
    if (value.kind == FigureValue::Kind::text) out += " " + quoted(value.text);
    if (value.qualifier != dataset::Qualifier::none) out += " " + std::string(dataset::name_of(value.qualifier));
    const std::string status = value.status.text();
    return status.empty() ? out : out + " status=" + status;
  }

  void figure(const Figure& figure) {
    line(fmt::format("fig_{:03} {}{}", figure.number, figure.key, figure.is_claim ? " (claim)" : figure.is_document_count ? " (count)" : ""));
    const Indent inside(*this);
    if (figure.expression != figure.key) line("expression " + figure.expression);
    line(fmt::format("value {}{}", value_text(figure.value), figure.unit.empty() ? "" : " in " + figure.unit));
    if (figure.value.kind == FigureValue::Kind::number) {
      line(fmt::format("printed {} scale={} decimals={}", shortest_decimal(figure.printed), shortest_decimal(figure.scale), figure.decimals));
    }
    line("texts " + joined(figure.texts, quoted));
    line("calculation " + calculation_text(figure.calculation));
    if (!figure.calculation_words.empty()) line("words " + quoted(figure.calculation_words));
    if (!figure.operands.empty()) line("operands " + joined(figure.operands, [&](std::uint32_t each) { return dataset_.observations[each].key; }));
    if (!figure.sources.empty()) line("sources " + joined(figure.sources, [&](std::uint32_t each) { return dataset_.sources[each].code; }));
    if (!figure.notes.empty()) line("notes" + marks_of(figure.notes));
    if (!figure.disputes.empty()) line("disputes " + joined(figure.disputes, [&](DisputeIndex each) { return document_.disputes[each].id; }));
    if (!figure.caveats.empty()) line("caveats " + joined(figure.caveats, [&](std::uint32_t each) { return dataset_.caveats[each].id; }));
    if (!figure.unlike_reason.empty()) line("unlike " + quoted(figure.unlike_reason));
  }

  void note(const Note& note) {
    line(fmt::format("note {}{}", note.number, note.is_calculation ? " (calculation)" : ""));
    const Indent inside(*this);
    for (const NoteText& each : note.texts) line(fmt::format("{} {} {}", each.lang, quoted(each.source), quoted(each.rest)));
    line("full " + quoted(note.full));
    if (!note.figures.empty()) line("figures " + joined(note.figures, [](FigureIndex each) { return fmt::format("{}", each + 1); }));
    if (!note.observations.empty()) line("observations " + joined(note.observations, [&](std::uint32_t each) { return dataset_.observations[each].key; }));
    if (!note.actions.empty()) line("actions " + joined(note.actions, [&](std::uint32_t each) { return dataset_.actions[each].id; }));
  }

  const Document& document_;
  const dataset::Dataset& dataset_;
  std::string out_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string dump(const Document& document, const dataset::Dataset& dataset) { return Dumper(document, dataset).text(); }

}  // namespace briefpack::document
