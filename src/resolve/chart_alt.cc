// What a screen reader says in place of a chart.
#include "resolve/chart_alt.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "numfmt/marks.h"
#include "numfmt/number_text.h"
#include "numfmt/strings.h"

namespace briefpack::resolve {

namespace {

using document::ChartRow;
using document::ChartSpec;
using document::ChartValue;
using document::Mark;
using numfmt::Word;

struct KindRow {
  Mark mark;
  Word word;
};
constexpr std::array kKinds{
    KindRow{Mark::bar, Word::alt_bar},       KindRow{Mark::paired, Word::alt_paired},
    KindRow{Mark::slope, Word::alt_slope},   KindRow{Mark::list_range, Word::alt_list_range},
    KindRow{Mark::range, Word::alt_range},   KindRow{Mark::share, Word::alt_share},
    KindRow{Mark::matrix, Word::alt_matrix}, KindRow{Mark::lanes, Word::alt_lanes},
    KindRow{Mark::dot, Word::alt_dot},
    KindRow{Mark::line, Word::alt_line},     KindRow{Mark::bump, Word::alt_bump},
};

/// Sentences joined by spaces.
class Sentences {
 public:
  explicit Sentences(std::string lang) : lang_(std::move(lang)) {}
  void add(std::string sentence) {
    if (sentence.empty()) return;
    if (!text_.empty()) text_ += ' ';
    text_ += sentence;
  }
  void add(Word word, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    add(numfmt::filled(word, lang_, values));
  }
  /// A sentence about a list of things; nothing for an empty list.
  void add_list(Word word, const std::vector<std::string>& things) {
    if (things.empty()) return;
    std::string joined;
    for (const std::string& thing : things)
      joined += (joined.empty() ? "" : std::string(numfmt::word(Word::semicolon, lang_))) + thing;
    add(word, {{"list", joined}});
  }
  const std::string& lang() const { return lang_; }
  std::string colon() const { return std::string(numfmt::word(Word::colon, lang_)); }
  std::string take() { return std::move(text_); }

 private:
  std::string lang_, text_;
};

std::string name_of_row(const ChartRow& row) {
  const std::string name = row.group.empty() ? row.label : row.group + ", " + row.label;
  return row.sublabel.empty() ? name : name + " (" + row.sublabel + ")";
}

std::string said(const ChartRow& row, const ChartValue& value) { return name_of_row(row) + " " + value.label; }

/// Extremes of the undisputed numbers, what is missing, what is disputed.
void say_values(const ChartSpec& chart, Sentences& out) {
  const ChartRow* largest = nullptr;
  const ChartRow* smallest = nullptr;
  std::vector<std::string> missing, disputed;
  std::size_t given = 0;
  for (const ChartRow& row : chart.rows) {
    if (row.values.empty()) continue;
    const ChartValue& value = row.values.front();
    if (value.dispute != document::kNone)
      disputed.push_back(said(row, value));
    else if (!value.is_given())
      missing.push_back(name_of_row(row));
    if (!value.number || value.dispute != document::kNone) continue;
    ++given;
    if (largest == nullptr || *value.number > *largest->values.front().number) largest = &row;
    if (smallest == nullptr || *value.number < *smallest->values.front().number) smallest = &row;
  }
  if (given == 1) {
    out.add(Word::alt_only, {{"row", said(*largest, largest->values.front())}});
  } else if (given > 1) {
    // Places read from the first on, amounts from the largest.
    const bool is_place = chart.mark == Mark::list_range;
    const ChartRow& first = is_place ? *smallest : *largest;
    const ChartRow& last = is_place ? *largest : *smallest;
    out.add(is_place ? Word::alt_best_worst : Word::alt_largest_smallest,
            {{"first", said(first, first.values.front())}, {"last", said(last, last.values.front())}});
  }
  out.add_list(Word::alt_disputed, disputed);
  out.add_list(Word::alt_missing, missing);
}

/// Each series by its ends and by the dates for which it has no value.
void say_series(const ChartSpec& chart, Sentences& out) {
  for (const ChartRow& row : chart.rows) {
    std::vector<std::size_t> given;
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < row.values.size() && i < chart.columns.size(); ++i) {
      if (row.values[i].is_given()) given.push_back(i);
      else missing.push_back(row.label + " " + chart.columns[i]);
    }
    if (given.size() > 1) {
      out.add(Word::alt_from_to, {{"row", row.label},
                                  {"a", chart.columns[given.front()]},
                                  {"x", row.values[given.front()].label},
                                  {"b", chart.columns[given.back()]},
                                  {"y", row.values[given.back()].label}});
    } else if (given.size() == 1) {
      out.add(row.label + out.colon() + chart.columns[given.front()] + " " + row.values[given.front()].label + ".");
    }
    if (!missing.empty() && !given.empty()) out.add_list(Word::alt_missing, missing);
    else if (given.empty()) out.add_list(Word::alt_missing, {row.label});
  }
}

/// The ends of each line of a slope, what is missing of them, and the change that stands on it.
void say_slope(const ChartSpec& chart, Sentences& out) {
  say_series(chart, out);
  if (!chart.change_text.empty()) out.add(chart.change_text + ".");
}

/// Each measure with its values, country by country.
void say_dots(const ChartSpec& chart, Sentences& out) {
  for (const ChartRow& row : chart.rows) {
    std::string line = row.label + out.colon();
    for (std::size_t i = 0; i < row.values.size() && i < chart.columns.size(); ++i) {
      line += (i == 0 ? "" : ", ") + chart.columns[i] + " " + (row.values[i].label.empty() ? numfmt::missing_mark(out.lang()) : row.values[i].label);
      if (row.values[i].dispute != document::kNone) line += " (" + std::string(numfmt::word(Word::disputed, out.lang())) + ")";
    }
    out.add(line + ".");
  }
}

/// Each row with all that it holds: an interval and the claims beside it.
void say_rows(const ChartSpec& chart, Sentences& out) {
  for (const ChartRow& row : chart.rows) {
    std::string line = name_of_row(row) + out.colon();
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      const ChartValue& value = row.values[i];
      line += (i == 0 ? "" : ", ") + (value.is_claim && !value.claim_text.empty() ? value.claim_text : value.label);
      if (i + 1 == row.values.size() && value.dispute != document::kNone)
        line += " (" + std::string(numfmt::word(Word::disputed, out.lang())) + ")";
    }
    out.add(line + ".");
  }
}

/// A share's words follow its number: "about 19% of export value came from semiconductors".
void say_shares(const ChartSpec& chart, Sentences& out) {
  for (const ChartRow& row : chart.rows) {
    if (!row.values.empty()) out.add(row.label + out.colon() + row.values.front().label + " " + row.text + ".");
  }
}

void say_matrix(const ChartSpec& chart, Sentences& out) {
  for (std::size_t column = 0; column < chart.columns.size(); ++column) {
    std::vector<std::string> places;
    for (const ChartRow& row : chart.rows) {
      if (column < row.values.size() && row.values[column].is_given()) places.push_back(row.label);
    }
    std::string joined;
    for (const std::string& place : places)
      joined += (joined.empty() ? "" : ", ") + place;
    out.add(chart.columns[column] + out.colon() + joined + ".");
  }
  if (!chart.total_label.empty()) out.add(chart.total_label + ".");
}

void say_lanes(const ChartSpec& chart, Sentences& out) {
  for (const document::Lane& lane : chart.lanes) {
    std::vector<std::string> dated, undated;
    for (const document::LaneItem& item : lane.items) {
      if (!item.start) {
        undated.push_back(item.label);
        continue;
      }
      const std::string year = std::to_string(static_cast<int>(*item.start));
      dated.push_back(item.label + " (" +
                      (item.end ? year + numfmt::range_joint(out.lang()) + std::to_string(static_cast<int>(*item.end - 0.001)) : year) + ")");
    }
    std::string line = lane.label + out.colon();
    for (std::size_t i = 0; i < dated.size(); ++i)
      line += (i == 0 ? "" : ", ") + dated[i];
    if (dated.empty()) line += chart.none_text;
    for (std::size_t i = 0; i < undated.size(); ++i)
      line += (i == 0 ? std::string(numfmt::word(Word::semicolon, out.lang())) + chart.undated_head + out.colon() : ", ") + undated[i];
    out.add(line + ".");
  }
}

}  // namespace

std::string alt_of(const document::ChartSpec& chart, const document::Exhibit& exhibit) {
  Sentences out(chart.lang);
  const auto kind =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const KindRow& row) { return row.mark == chart.mark; });
  const std::string rows = std::to_string(chart.mark == Mark::lanes ? chart.lanes.size() : chart.rows.size());
  if (kind != kKinds.end()) out.add(kind->word, {{"n", rows}});
  std::string title = document::plain_text(exhibit.title);
  if (!title.empty() && !title.ends_with('.') && !title.ends_with('?')) title += '.';
  out.add(std::move(title));
  switch (chart.mark) {
    case Mark::slope:
      say_slope(chart, out);
      break;
    case Mark::dot:
      say_dots(chart, out);
      break;
    case Mark::line:
    case Mark::bump:
      say_series(chart, out);
      break;
    case Mark::range:
      say_rows(chart, out);
      break;
    case Mark::share:
      say_shares(chart, out);
      break;
    case Mark::matrix:
      say_matrix(chart, out);
      break;
    case Mark::lanes:
      say_lanes(chart, out);
      break;
    case Mark::bar:
    case Mark::paired:
    case Mark::list_range:
      say_values(chart, out);
      break;
  }
  return out.take();
}

}  // namespace briefpack::resolve
