#include "truth/consistency.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace briefpack::truth {

namespace {

using document::Calculation;
using document::Figure;
using document::FigureValue;

/// What a calculation rests on, as text: equal for `lakes.KOR`, `obs.L1` and a name that stands for either.
std::string identity_of(const Calculation& c) {
  std::string out = fmt::format("{}{}:{}:{}", static_cast<int>(c.kind), c.is_descending ? "" : "^", c.key,
                                c.kind == Calculation::Kind::constant ? fmt::format("{}", c.number) : "");
  for (const Calculation& each : c.arguments)
    out += "(" + identity_of(each) + ")";
  return out;
}

/// The second number of "33rd of 38", or 0.
int ranked_of(const Figure& figure) {
  for (const std::string& text : figure.texts) {
    int number = 0, runs = 0;
    bool in_run = false;
    for (const char c : text) {
      const bool is_number = c >= '0' && c <= '9';
      if (is_number && !in_run) {
        ++runs;
        number = 0;
      }
      if (is_number && number < 100000) number = number * 10 + (c - '0');
      in_run = is_number || (in_run && c == ',');
    }
    if (runs == 2) return number;
  }
  return 0;
}

/// How a fact is printed.
struct Form {
  double low = 0, high = 0, scale = 1;
  int decimals = 0;
  int ranked_of = 0;  ///< 0: the text does not say.

  bool agrees_with(const Form& other) const {
    const bool same_rank = ranked_of == 0 || other.ranked_of == 0 || ranked_of == other.ranked_of;
    return low == other.low && high == other.high && scale == other.scale && decimals == other.decimals && same_rank;
  }
};

Form form_of(const Figure& figure) {
  const bool is_interval = figure.value.kind == FigureValue::Kind::interval;
  const bool is_rank = figure.calculation.kind == Calculation::Kind::rank;
  return {is_interval ? figure.printed_low : figure.printed, is_interval ? figure.printed_high : figure.printed,
          figure.scale, figure.decimals, is_rank ? ranked_of(figure) : 0};
}

using Figures = std::vector<const Figure*>;

/// One fact and the figures that print it, by document.
struct Printed {
  std::string name;
  std::vector<Figures> by_document;
  std::size_t order = 0;
};

class Comparison {
 public:
  Comparison(const dataset::Dataset& dataset, const std::vector<NamedDocument>& documents)
      : dataset_(dataset), documents_(documents) {
    collect();
  }

  Consistency all() {
    for (const Printed* each : in_order(by_calculation_))
      compare_forms(*each, "");
    for (const Printed* each : in_order(by_expression_))
      compare_forms(*each, "entities");
    for (const Printed* each : in_order(by_series_))
      compare_periods(*each);
    return std::move(out_);
  }

 private:
  using Facts = std::map<std::string, Printed, std::less<>>;

  void collect() {
    std::size_t order = 0;
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      for (const Figure& figure : documents_[d].document->figures) {
        const bool has_number =
            figure.value.kind == FigureValue::Kind::number || figure.value.kind == FigureValue::Kind::interval;
        if (figure.is_claim || figure.is_document_count || figure.is_withdrawn || !has_number || figure.texts.empty())
          continue;
        add(by_calculation_, identity_of(figure.calculation), figure.expression, d, figure, order);
        const auto* row = row_of(figure);
        if (row) add(by_series_, series_of(*row), series_of(*row), d, figure, order);
        // One value has one calculation; only what works over a set can be the same in words and another in rows.
        if (!row) add(by_expression_, figure.expression, figure.expression, d, figure, order);
        ++order;
      }
    }
  }

  void add(Facts& facts, const std::string& key, const std::string& name, std::size_t d, const Figure& figure,
           std::size_t order) {
    const auto [at, is_new] = facts.try_emplace(key);
    if (is_new) at->second = {name, std::vector<Figures>(documents_.size()), order};
    at->second.by_document[d].push_back(&figure);
  }

  static std::vector<const Printed*> in_order(const Facts& facts) {
    std::vector<const Printed*> out;
    for (const auto& [key, printed] : facts)
      out.push_back(&printed);
    std::sort(out.begin(), out.end(), [](const Printed* a, const Printed* b) { return a->order < b->order; });
    return out;
  }

  const dataset::Observation* row_of(const Figure& figure) const {
    return figure.calculation.kind == Calculation::Kind::observation ? dataset_.find_observation(figure.calculation.key)
                                                                     : nullptr;
  }
  std::string series_of(const dataset::Observation& row) const {
    return dataset_.metric_of(row).id + "." + dataset_.entity_of(row).id;
  }

  /// The first document that prints the fact, against which the others are held; kNone when fewer than two do.
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  static std::size_t reference_of(const Printed& fact) {
    const auto prints = [](const Figures& f) { return !f.empty(); };
    if (std::count_if(fact.by_document.begin(), fact.by_document.end(), prints) < 2) return kNone;
    return static_cast<std::size_t>(std::find_if(fact.by_document.begin(), fact.by_document.end(), prints) -
                                    fact.by_document.begin());
  }

  static bool agree(const Figures& a, const Figures& b) {
    return std::any_of(a.begin(), a.end(), [&](const Figure* x) {
      return std::any_of(b.begin(), b.end(), [&](const Figure* y) { return form_of(*x).agrees_with(form_of(*y)); });
    });
  }
  static bool share_scale(const Figures& a, const Figures& b) {
    return std::any_of(a.begin(), a.end(), [&](const Figure* x) {
      return std::any_of(b.begin(), b.end(), [&](const Figure* y) { return x->scale == y->scale; });
    });
  }

  void compare_forms(const Printed& fact, const std::string& why) {
    const std::size_t first = reference_of(fact);
    if (first == kNone) return;
    if (why.empty()) ++out_.shared;
    std::string reason;
    std::vector<std::size_t> unlike;
    for (std::size_t d = first + 1; d < documents_.size(); ++d) {
      const Figures& here = fact.by_document[d];
      if (here.empty() || agree(fact.by_document[first], here)) continue;
      unlike.push_back(d);
      const bool is_rank = here.front()->calculation.kind == Calculation::Kind::rank;
      reason = !why.empty()                                 ? (is_rank ? "rank" : why)
               : share_scale(fact.by_document[first], here) ? "rounding"
                                                            : "unit";
    }
    if (!unlike.empty() && named_.insert(fact.name).second) report(fact, reason, first, unlike, false);
  }

  void compare_periods(const Printed& fact) {
    const std::size_t first = reference_of(fact);
    if (first == kNone) return;
    std::vector<std::size_t> unlike;
    for (std::size_t d = first + 1; d < documents_.size(); ++d) {
      const auto is_there = [&](const Figure* figure) {
        return std::any_of(fact.by_document[first].begin(), fact.by_document[first].end(),
                           [&](const Figure* other) { return other->calculation.key == figure->calculation.key; });
      };
      if (!fact.by_document[d].empty() &&
          std::none_of(fact.by_document[d].begin(), fact.by_document[d].end(), is_there))
        unlike.push_back(d);
    }
    if (unlike.empty()) return;
    ++out_.shared;
    report(fact, "period", first, unlike, true);
  }

  /// "2,000 units, in 2029 (line 52)"; of several forms the distinct ones.
  std::string texts_of(const Figures& figures, bool with_period) const {
    std::vector<std::string> texts;
    for (const Figure* figure : figures) {
      std::string text = figure->texts.front();
      if (with_period) {
        const auto* row = row_of(*figure);
        text += row && row->period     ? fmt::format(" ({})", row->period->text)
                : row && row->sequence ? fmt::format(" (ns{})", *row->sequence)
                                       : std::string(" (period not stated)");
      }
      if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
    }
    std::string out;
    for (const std::string& each : texts)
      out += (out.empty() ? "" : " / ") + each;
    return shortened(out, 60);
  }

  void report(const Printed& fact, const std::string& why, std::size_t first, const std::vector<std::size_t>& unlike,
              bool with_period) {
    UnlikeFact row{fact.name, why, {}};
    for (const Figures& figures : fact.by_document) {
      std::string text = figures.empty() ? std::string() : texts_of(figures, with_period);
      if (!figures.empty() && figures.front()->span.is_known())
        text += fmt::format(", line {}", figures.front()->span.line);
      row.texts.push_back(std::move(text));
    }
    out_.unlike.push_back(std::move(row));
    const Figure& reference = *fact.by_document[first].front();
    for (const std::size_t d : unlike) {
      const Figure& here = *fact.by_document[d].front();
      auto finding =
          Diagnostic::warning("truth/printed-unlike", here.span,
                              fmt::format("{} is \"{}\" here and \"{}\" in {}: unlike in {}", fact.name,
                                          texts_of(fact.by_document[d], with_period),
                                          texts_of(fact.by_document[first], with_period), documents_[first].name, why));
      if (reference.span.is_known()) finding.notes.push_back({reference.span, "printed here"});
      finding.about.push_back(fact.name);
      for (const std::string& key : {here.key, reference.key, here.calculation.key}) {
        if (!key.empty() && std::find(finding.about.begin(), finding.about.end(), key) == finding.about.end())
          finding.about.push_back(key);
      }
      out_.findings.push_back(std::move(finding));
    }
  }

  const dataset::Dataset& dataset_;
  const std::vector<NamedDocument>& documents_;
  Facts by_calculation_, by_expression_, by_series_;
  std::set<std::string, std::less<>> named_;  ///< Facts that stand in the table.
  Consistency out_;
};

void add_cell(std::string& line, const std::string& text, std::size_t width) {
  line += text;
  const std::size_t length = count_code_points(text);
  line.append(length < width ? width - length + 2 : 2, ' ');
}

}  // namespace

Consistency compare_documents(const dataset::Dataset& dataset, const std::vector<NamedDocument>& documents) {
  return Comparison(dataset, documents).all();
}

std::string table_text(const Consistency& consistency, const std::vector<NamedDocument>& documents) {
  if (consistency.unlike.empty())
    return fmt::format("{} in more than one template, printed alike\n",
                       consistency.shared == 1 ? "1 fact is" : fmt::format("{} facts are", consistency.shared));
  std::vector<std::vector<std::string>> rows{{"fact", "unlike in"}};
  for (const NamedDocument& each : documents)
    rows.front().push_back(each.name);
  for (const UnlikeFact& each : consistency.unlike) {
    rows.push_back({shortened(each.fact, 60), each.why});
    rows.back().insert(rows.back().end(), each.texts.begin(), each.texts.end());
  }
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], count_code_points(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
      add_cell(line, row[i].empty() ? "–" : row[i], widths[i]);
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace briefpack::truth
