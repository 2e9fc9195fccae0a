#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"
#include "expression/expression.h"
#include "resolve/context.h"

namespace briefpack::resolve {

/// Names of the template → things of the dataset. An unknown name is reported with the nearest known one as hint
/// (resolve/unknown-metric, -entity, -source, -dispute, -action, -observation, -name) and gives nothing.
class Lookup {
 public:
  /// Both outlive the look-up.
  Lookup(const dataset::Dataset& dataset, Diagnostics& diagnostics) : dataset_(dataset), diagnostics_(diagnostics) {}

  /// The id that a name stands for here: itself, the loop variable's or the focus. Errors: resolve/unknown-name for a `$name`
  /// that is no loop variable, resolve/no-focus.
  std::optional<std::string> id_of(const expression::Name& name, const Context& context) const;

  /// A where with ids in the place of `$c` and `focus`; nothing, and reported, where a name is bound to none.
  std::optional<expression::Where> bound(const expression::Where& where, const Context& context) const;

  const dataset::Metric* metric(const expression::Name& name, const Context& context) const;
  const dataset::Entity* entity(const expression::Name& name, const Context& context) const;
  const dataset::Source* source(const expression::Name& name, const Context& context) const;
  const dataset::Dispute* dispute(const expression::Name& name, const Context& context) const;
  const dataset::Action* action(const expression::Name& name, const Context& context) const;
  const dataset::Observation* observation(const expression::Name& name, const Context& context) const;

  /// Entities of a set in its order: `entities` (the default set), a list, a group's members, or one entity; then its where.
  /// As indices into the dataset. Nothing when a name or field is unknown.
  std::optional<std::vector<std::uint32_t>> entities(const expression::Set& set, const Context& context) const;

 private:
  const dataset::Dataset& dataset_;
  Diagnostics& diagnostics_;
};

/// What stands at metric, entity and period.
struct Found {
  enum class State : std::uint8_t {
    observation,      ///< A row; it may still carry a missing status.
    none,             ///< No row: "..".
    not_applicable,   ///< The metric says so: "n/a".
    withheld,         ///< A row whose value is withheld or confidential.
    mixed,            ///< Dated and undated rows, so that none is latest: ask for a period.
  };
  State state = State::none;
  std::optional<std::uint32_t> observation;  ///< For observation and withheld.
};

/// The expression with ids for loop variables and the focus; a name of a figure stays.
expression::Expression bound(const expression::Expression& expression, const Context& context);

/// Looks along the series. Reports nothing; an ill-formed period finds none.
Found find(const dataset::Dataset& dataset, std::uint32_t metric, std::uint32_t entity, const expression::Period& period);

/// What stands in for the latest value of a series of state mixed, once that is reported: its last row in file order.
Found last_in_file(const dataset::Dataset& dataset, std::uint32_t metric, std::uint32_t entity);

/// Open disputes about an observation, by index into the dataset.
std::vector<std::uint32_t> disputes_about(const dataset::Dataset& dataset, std::uint32_t observation);

/// False for a confidential row (status Q counts), a withheld one and one without any value.
bool has_printable_value(const dataset::Observation& observation);

}  // namespace briefpack::resolve
