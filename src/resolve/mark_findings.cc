#include "resolve/mark_findings.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "numfmt/strings.h"
#include "resolve/lower.h"
#include "truth/sentences_to_reread.h"

namespace briefpack::resolve {

namespace {

using document::FigureIndex;
using document::FindingMark;
using document::Inline;
using document::Inlines;
using numfmt::Word;

bool has_mark(const Inlines& inlines, const FindingMark& mark) {
  return std::any_of(inlines.begin(), inlines.end(), [&](const Inline& each) {
    const auto* other = std::get_if<FindingMark>(&each);
    return other != nullptr && other->number == mark.number;
  });
}

/// Which findings hang on which figure or exhibit.
class FindingsByPlace {
 public:
  FindingsByPlace(const document::Document& document, const dataset::Dataset& dataset, const Diagnostics& findings) {
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_name;
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      codes_.push_back(findings[i].code);
      // What was found in the template stands at its own place; a figure that shares a row with it is not to blame.
      const bool follows_rows = truth::is_about_data(findings[i]);
      for (const std::string& name : findings[i].about) {
        if (follows_rows) by_name[name].push_back(i);
        of_name_[name].insert(i);
      }
    }
    const auto take = [&](std::set<std::uint32_t>& to, const std::string& name) {
      const auto at = by_name.find(name);
      if (at != by_name.end()) to.insert(at->second.begin(), at->second.end());
    };
    for (const document::Figure& figure : document.figures) {
      std::set<std::uint32_t>& here = of_figure_.emplace_back();
      take(here, figure.key);
      take(here, figure.expression);
      for (const std::uint32_t operand : figure.operands) {
        const dataset::Observation& row = dataset.observations[operand];
        take(here, row.key);
        take(here, row.id);
        take(here, dataset.metric_of(row).id + "." + dataset.entity_of(row).id);
      }
    }
  }

  std::vector<FindingMark> of_figure(FigureIndex figure, bool is_narrow) const {
    return figure < of_figure_.size() ? marks(of_figure_[figure], is_narrow) : std::vector<FindingMark>{};
  }
  std::vector<FindingMark> of_exhibit(const std::string& label) const {
    const auto at = label.empty() ? of_name_.end() : of_name_.find(label);
    return at == of_name_.end() ? std::vector<FindingMark>{} : marks(at->second, false);
  }

 private:
  std::vector<FindingMark> marks(const std::set<std::uint32_t>& findings, bool is_narrow) const {
    std::vector<FindingMark> out;
    for (const std::uint32_t each : findings) out.push_back({each + 1, is_narrow ? "" : codes_[each]});
    return out;
  }

  std::vector<std::string> codes_;
  std::vector<std::set<std::uint32_t>> of_figure_;
  std::map<std::string, std::set<std::uint32_t>, std::less<>> of_name_;
};

/// Goes through the whole document and sets marks behind figures, their note marks and tags.
class Marker {
 public:
  explicit Marker(const FindingsByPlace& findings) : findings_(findings) {}

  void mark(document::Section& section) {
    for (Inlines* each : {&section.band_title, &section.period_line, &section.sub_line, &section.kicker, &section.headline, &section.standfirst}) {
      mark(*each);
    }
    mark(section.body);
  }

 private:
  void mark(document::Blocks& blocks) {
    for (document::Block& block : blocks) std::visit([this](auto& content) { mark(content); }, block.content);
  }

  void mark(Inlines& inlines, bool is_narrow = false) {
    Inlines out;
    std::vector<FindingMark> waiting;
    const auto let_go = [&] {
      for (FindingMark& each : waiting) {
        if (!has_mark(out, each) && !has_mark(inlines, each)) out.emplace_back(std::move(each));
      }
      waiting.clear();
    };
    for (Inline& each : inlines) {
      const bool hangs_on = std::holds_alternative<document::NoteMarks>(each) || std::holds_alternative<document::DisputeTag>(each);
      if (!hangs_on) let_go();
      if (const auto* figure = std::get_if<document::FigureText>(&each)) waiting = findings_.of_figure(figure->figure, is_narrow);
      out.push_back(each);
    }
    let_go();
    inlines = std::move(out);
  }

  void mark(document::Paragraph& paragraph) { mark(paragraph.inlines); }
  void mark(document::Heading& heading) { mark(heading.inlines); }
  void mark(document::List& list) {
    for (auto& item : list.items) mark(item.body);
  }
  void mark(document::KeyFigures& strip) {
    for (auto& item : strip.items) {
      // A headline figure has no room for a mark; its words take it.
      std::vector<FindingMark> marks;
      for (const Inline& each : item.figure) {
        if (const auto* figure = std::get_if<document::FigureText>(&each)) {
          for (FindingMark& mark : findings_.of_figure(figure->figure, false)) marks.push_back(std::move(mark));
        }
      }
      mark(item.caption);
      for (FindingMark& each : marks) {
        if (!has_mark(item.caption, each)) item.caption.emplace_back(std::move(each));
      }
    }
  }
  void mark(document::KeyMessages& messages) {
    for (auto& item : messages.items) mark(item);
  }
  void mark(document::Columns& columns) {
    for (auto& column : columns.columns) mark(column);
  }
  void mark(document::Box& box) {
    mark(box.heading);
    mark(box.aside);
    mark(box.body);
  }
  void mark(document::Exhibit& exhibit) {
    for (Inlines* each : {&exhibit.title, &exhibit.subtitle, &exhibit.remark}) mark(*each);
    add(exhibit.title, findings_.of_exhibit(exhibit.label));
    if (auto* table = std::get_if<document::Table>(&exhibit.content)) {
      for (auto& row : table->rows) {
        for (auto& cell : row.cells) {
          for (auto& line : cell.lines) mark(line, true);
        }
      }
    } else if (const auto* chart = std::get_if<document::ChartSpec>(&exhibit.content)) {
      mark_chart(*chart, exhibit.title);
    }
  }
  /// A drawing has no room for marks: what is found in it is told in its title.
  void mark_chart(const document::ChartSpec& chart, Inlines& title) {
    for (const auto& row : chart.rows) {
      for (const auto& value : row.values) add(title, findings_.of_figure(value.figure, false));
      add(title, findings_.of_figure(row.multiple.figure, false));
    }
  }
  static void add(Inlines& to, std::vector<FindingMark> marks) {
    for (FindingMark& each : marks) {
      if (!has_mark(to, each)) to.emplace_back(std::move(each));
    }
  }
  void mark(document::Quote& quote) { mark(quote.body); }
  void mark(document::Contents&) {}
  void mark(document::Legend&) {}
  void mark(document::Spacer&) {}
  void mark(document::PageBreak&) {}

  const FindingsByPlace& findings_;
};

std::string place_of(const SourceSpan& span, const SourceMap& sources) {
  if (!span.is_known()) return "";
  const std::string& path = sources.name(span.file);
  const std::size_t slash = path.find_last_of('/');
  return fmt::format("{}:{}:{}", slash == std::string::npos ? path : path.substr(slash + 1), span.line, span.column);
}

document::Row row_of(const Diagnostic& finding, std::size_t number, const SourceMap& sources) {
  document::Row row;
  std::string words = finding.message;
  for (const std::string& hint : finding.hints) words += "; " + hint;
  for (std::string& text : std::vector<std::string>{std::to_string(number), finding.code, place_of(finding.span, sources), words}) {
    document::Cell cell;
    cell.lines.push_back(text_inlines(std::move(text)));
    row.cells.push_back(std::move(cell));
  }
  return row;
}

/// The list of all findings, on pages of its own at the end.
document::Section list_of(const document::Document& document, const Diagnostics& findings, const SourceMap& sources) {
  document::Section section;
  // Head and foot of the last page in the document's own language.
  const auto model = std::find_if(document.sections.rbegin(), document.sections.rend(), [&](const auto& each) { return each.lang == document.lang; });
  if (model != document.sections.rend()) {
    section.running_title = model->running_title;
    section.running_period = model->running_period;
    section.footer = model->footer;
  }
  section.lang = document.lang;
  section.label = "draft-findings";
  section.title = word(Word::draft_findings, document.lang);
  section.headline = text_inlines(section.title);
  section.page_of = word(Word::page_of, document.lang);
  document::Table table;
  const std::pair<Word, double> columns[] = {{Word::number_abbreviated, 5}, {Word::finding_code, 22}, {Word::finding_place, 23}, {Word::finding, 50}};
  for (const auto& [head, width] : columns) {
    document::TableColumn column;
    column.head = text_inlines(std::string(word(head, document.lang)));
    column.width = width;
    table.columns.push_back(std::move(column));
  }
  for (std::size_t i = 0; i < findings.size(); ++i) table.rows.push_back(row_of(findings[i], i + 1, sources));
  document::Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.in_workbook = false;
  exhibit.content = std::move(table);
  section.body.push_back({std::move(exhibit)});
  return section;
}

}  // namespace

std::vector<FindingMark> marks_within(const Diagnostics& findings, SourceSpan span) {
  std::vector<FindingMark> out;
  for (std::uint32_t i = 0; i < findings.size(); ++i) {
    const SourceSpan& at = findings[i].span;
    const std::uint32_t last = at.column + std::max(at.length, 1u) - 1;
    const bool is_within = at.is_known() && at.file == span.file && at.line == span.line && last >= span.column &&
                           last < span.column + std::max(span.length, 1u);
    if (is_within) out.push_back({i + 1, findings[i].code});
  }
  return out;
}

void mark_draft(document::Document& document, const dataset::Dataset& dataset, const Diagnostics& findings, const SourceMap& sources) {
  const FindingsByPlace by_place(document, dataset, findings);
  Marker marker(by_place);
  for (document::Section& section : document.sections) marker.mark(section);
  const Word line = findings.empty() ? Word::draft : findings.size() == 1 ? Word::draft_with_one : Word::draft_with_findings;
  document.draft_line = numfmt::filled(line, document.lang, {{"n", std::to_string(findings.size())}});
  if (!findings.empty()) document.sections.push_back(list_of(document, findings, sources));
}

}  // namespace briefpack::resolve
