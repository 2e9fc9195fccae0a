#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <briefpack/diagnostic.h>

#include "changes/compare.h"
#include "dataset/dataset.h"
#include "expression/expression.h"
#include "resolve/comparability.h"
#include "resolve/context.h"
#include "resolve/document_counts.h"
#include "resolve/evaluated.h"
#include "resolve/kept_sets.h"
#include "resolve/lookup.h"

namespace briefpack::resolve {

/// Expressions → values with their provenance. References are looked up along their series, operands are checked (missing,
/// withheld, disputed, then unlike), then computed with; each step joins sources, statuses and caveats. A rule that a pair
/// of operands breaks is an untruth unless the expression is evaluated with `allows_unlike`; the result is computed all the
/// same. One that rests on a disputed or withheld value is withdrawn whatever is allowed.
///   evaluate.cc             references, names, faults
///   evaluate_records.cc     one observation, one amount
///   evaluate_operators.cc   arithmetic on two values
///   evaluate_conditions.cc  comparisons, and, or
///   evaluate_revision.cc   revision(x) and count(changes)
///   evaluate_functions.cc   change, ratio …, counts over the document
///   evaluate_quantifiers.cc all, any, most
///   evaluate_sets.cc        rank, leader, sum … over a set of entities
class Evaluator {
 public:
  /// All outlive the evaluator.
  Evaluator(const dataset::Dataset& dataset, const Lookup& lookup, Diagnostics& diagnostics, const DocumentCounts& counts, KeptSets& kept)
      : dataset_(dataset), lookup_(lookup), diagnostics_(diagnostics), counts_(counts), kept_(kept) {}

  /// What changed since the edition before; nullptr when there is none. `is_earlier`: the dataset is that edition itself, so
  /// that the document it would have made can be held against the present one.
  void compare_with(const changes::Comparison* comparison, bool is_earlier) {
    comparison_ = comparison;
    is_earlier_ = is_earlier;
  }
  const changes::Comparison* comparison() const { return comparison_; }

  void name_figure(std::string name, expression::Expression expression);
  /// The expression behind `$name`, or nullptr.
  const expression::Expression* named_figure(const std::string& name) const;
  const std::map<std::string, expression::Expression>& named_figures() const { return named_; }

  /// The value, or nothing once its faults are reported.
  std::optional<Evaluated> value(const expression::Expression& expression, const Context& context, bool allows_unlike);
  /// A condition's truth; an Evaluated of kind truth, missing or withdrawn.
  std::optional<Evaluated> condition(const expression::Expression& expression, const Context& context, bool allows_unlike);

  /// The one observation that an expression names. Errors: resolve/not-a-reference and those of the look-up.
  std::optional<Found> reference(const expression::Expression& expression, const Context& context);

  /// One observation as it stands, and an action's amount.
  Evaluated observation(std::uint32_t index, std::string_view lang) const;
  Evaluated amount(std::uint32_t action) const;
  /// A cell without a row: ".." or n/a.
  static Evaluated absent(dataset::ObsStatus status);

  /// first ÷ second and its kin, for callers that have no expression.
  std::optional<Evaluated> quotient(const Evaluated& first, const Evaluated& second, Measure::Kind kind, SourceSpan span,
                                    bool allows_unlike);

  /// resolve/mixed-periods; last_in_file then stands in.
  void report_mixed(std::uint32_t metric, std::uint32_t entity, SourceSpan span);

  /// True once an expression asked for a count that only the whole document knows.
  bool asked_for_counts() const { return asked_for_counts_; }

 private:
  using Expression = expression::Expression;
  struct Scope {
    const Context& context;
    bool allows_unlike;
  };
  using Members = SetMembers;

  std::optional<Evaluated> evaluate(const Expression& expression, const Scope& scope);
  std::optional<Evaluated> visit(const expression::Word& word, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> visit(const expression::Reference& reference, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> visit(const expression::ObservationName& name, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> visit(const expression::DisputeName& name, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> visit(const expression::ActionAmount& name, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> visit(const expression::Unary& unary, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> visit(const expression::Binary& binary, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> visit(const expression::Call& call, SourceSpan span, const Scope& scope);

  std::optional<Found> find_reference(const expression::Reference& reference, SourceSpan span, const Context& context);
  std::optional<Evaluated> value_of(const Found& found, SourceSpan span, std::string_view lang);
  std::optional<Evaluated> compare(const Evaluated& a, const expression::Binary& binary, const Evaluated& b, SourceSpan span,
                                   bool allows_unlike);
  std::optional<Evaluated> equals_word(const Evaluated& value, const expression::Binary& binary, const Expression& right, const Scope& scope);
  document::Calculation leads(const Evaluated& leader, const std::string& wanted, bool is_equality) const;
  std::optional<Evaluated> compare_with_word(const Expression& left, const expression::Binary& binary, const Expression& right, const Scope& scope);
  std::optional<Evaluated> connect(const Evaluated& a, expression::Binary::Operator op, const Evaluated& b, SourceSpan span);
  std::optional<Evaluated> arithmetic(const Evaluated& a, expression::Binary::Operator op, const Evaluated& b, SourceSpan span, bool allows_unlike);
  std::optional<Measure> measure_of(const Evaluated& a, expression::Binary::Operator op, const Evaluated& b, SourceSpan span);
  /// Adds the rules that the pair breaks to result.unlike, each once.
  void find_unlike(const Evaluated& a, const Evaluated& b, Use use, Evaluated& result) const;
  /// Reports the rules among result.unlike from `first` on that this use refuses.
  void report_unlike(const Evaluated& result, std::size_t first, Use use, SourceSpan span);

  std::optional<Evaluated> change(const expression::Call& call, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> revision(const expression::Call& call, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> count_changes(const expression::Where& where, const std::string& words);
  /// A call over a set of entities, as the functions below give it, or as it was kept.
  std::optional<Evaluated> set_call(const expression::Call& call, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> rank(const expression::Call& call, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> leader(const expression::Call& call, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> over_set(const expression::Call& call, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> quantifier(const expression::Call& call, SourceSpan span, const Scope& scope);
  std::optional<std::vector<std::uint32_t>> members_of(const expression::Set* set, SourceSpan span, const Context& context);
  std::optional<Evaluated> count(const expression::Call& call, SourceSpan span, const Scope& scope);
  std::optional<Evaluated> count_things(const expression::Set& set, SourceSpan span, const Context& context);
  std::optional<Evaluated> cells(const expression::Call& call, SourceSpan span, const Context& context);
  std::optional<Evaluated> is_missing(const expression::Call& call, SourceSpan span, const Scope& scope);
  /// nullptr once a fault is reported.
  std::shared_ptr<const Members> gather(const expression::Name& metric, const expression::Period& period, const expression::Set* set,
                                        SourceSpan span, const Scope& scope);

  std::nullopt_t fail(std::string code, SourceSpan span, std::string message, std::string hint = {});
  /// Findings after which there still is something to print.
  void report(std::string code, SourceSpan span, std::string message, const Evaluated& about, std::string hint = {});
  Evaluated report_withheld(std::uint32_t observation, SourceSpan span);

  const dataset::Dataset& dataset_;
  const Lookup& lookup_;
  Diagnostics& diagnostics_;
  const DocumentCounts& counts_;
  KeptSets& kept_;
  const changes::Comparison* comparison_ = nullptr;
  bool is_earlier_ = false;
  std::map<std::string, Expression> named_;
  std::size_t steps_ = 0;                ///< Nodes evaluated for the expression at hand.
  std::vector<std::string> open_names_;  ///< Named figures being evaluated, to find circles.
  bool asked_for_counts_ = false;
};

/// Nodes that one expression may come to once its named figures are put in: figures that use figures twice double each time.
inline constexpr std::size_t kStepLimit = 1000;

}  // namespace briefpack::resolve
