#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <briefpack/source_span.h>

#include "metrics/problems.h"

namespace briefpack::metrics {

/// Things that have ids; the ids of one kind are unique without regard to case (DESIGN.md section 2).
enum class IdKind : std::uint8_t { entity, topic, source, metric, observation, caveat, dispute, action };
inline constexpr std::size_t kIdKinds = 8;

/// "entity", "source": for messages and codes.
std::string_view name_of(IdKind kind);

/// The ids of one kind, each with its index and place.
class IdTable {
 public:
  struct Entry {
    std::string id;
    std::uint32_t index = 0;
    SourceSpan span;
  };

  /// Adds an id, or gives the entry that already has it (perhaps in other case) and adds nothing.
  const Entry* add(std::string_view id, std::uint32_t index, SourceSpan span);

  /// The index of exactly this id, in the same case.
  std::optional<std::uint32_t> find(std::string_view id) const;

  /// All ids in the order of the files, for hints; empty when they are too many to compare.
  std::vector<std::string> candidates() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  // Positions in entries_; both for look-up only.
  using Positions = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

  std::vector<Entry> entries_;
  Positions by_id_;
  Positions by_folded_id_;
};

/// A place that names something by its id before, or without, that thing being read.
struct Reference {
  IdKind kind = IdKind::entity;
  std::string id;
  SourceSpan span;
  std::string pointer;
  bool hides_source = false;
};

/// The ids of all metric files, and the references that could not be followed when they were read: a file may define its
/// things in any order.
class References {
 public:
  IdTable& of(IdKind kind) { return tables_[static_cast<std::size_t>(kind)]; }
  const IdTable& of(IdKind kind) const { return tables_[static_cast<std::size_t>(kind)]; }

  /// Follows the reference now, or keeps it for report_unknown.
  void use(Reference reference);

  /// Reports every reference that still leads nowhere (metrics/unknown-entity and the like). Call it when all is read.
  void report_unknown(Problems& problems) const;

 private:
  IdTable tables_[kIdKinds];
  std::vector<Reference> waiting_;
};

}  // namespace briefpack::metrics
