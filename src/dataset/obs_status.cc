#include "dataset/obs_status.h"

#include <array>

namespace briefpack::dataset {

namespace {

struct StatusRow {
  ObsStatus status;
  char code;
  bool is_missing;
  std::string_view shorthand;
};

// In the order of the enum, so that a status is its own row number.
constexpr std::array kStatuses{
    StatusRow{ObsStatus::A, 'A', false, ""},    StatusRow{ObsStatus::B, 'B', false, "[b]"},
    StatusRow{ObsStatus::D, 'D', false, "[d]"}, StatusRow{ObsStatus::V, 'V', false, ""},
    StatusRow{ObsStatus::P, 'P', false, "[p]"}, StatusRow{ObsStatus::E, 'E', false, "[e]"},
    StatusRow{ObsStatus::I, 'I', false, "[e]"}, StatusRow{ObsStatus::F, 'F', false, "[f]"},
    StatusRow{ObsStatus::U, 'U', false, "[u]"}, StatusRow{ObsStatus::N, 'N', false, "[ns]"},
    StatusRow{ObsStatus::O, 'O', true, "[x]"},  StatusRow{ObsStatus::L, 'L', true, "[x]"},
    StatusRow{ObsStatus::M, 'M', true, "[z]"},  StatusRow{ObsStatus::Q, 'Q', true, "[c]"},
    StatusRow{ObsStatus::K, 'K', false, ""},    StatusRow{ObsStatus::W, 'W', false, ""},
};

constexpr bool rows_follow_the_enum() {
  for (std::size_t i = 0; i < kStatuses.size(); ++i) {
    if (static_cast<std::size_t>(kStatuses[i].status) != i) return false;
  }
  return true;
}
static_assert(rows_follow_the_enum());

// A < B = D < V < P < E = I < F < U (DESIGN.md section 4), strongest last; a missing value has no strength to compare.
constexpr std::array kWeakestFirst{ObsStatus::U, ObsStatus::F, ObsStatus::E, ObsStatus::I,
                                   ObsStatus::P, ObsStatus::V, ObsStatus::B, ObsStatus::D};

const StatusRow& row_of(ObsStatus status) { return kStatuses[static_cast<std::size_t>(status)]; }

std::uint32_t bit_of(ObsStatus status) { return 1u << static_cast<unsigned>(status); }

}  // namespace

char code_of(ObsStatus status) { return row_of(status).code; }

std::optional<ObsStatus> parse_obs_status(std::string_view code) {
  if (code.size() != 1) return std::nullopt;
  for (const StatusRow& each : kStatuses) {
    if (each.code == code.front()) return each.status;
  }
  return std::nullopt;
}

bool is_missing(ObsStatus status) { return row_of(status).is_missing; }

std::string_view shorthand_of(ObsStatus status) { return row_of(status).shorthand; }

void ObsStatusSet::add(ObsStatus status) { bits_ |= bit_of(status); }

void ObsStatusSet::add(const ObsStatusSet& more) { bits_ |= more.bits_; }

bool ObsStatusSet::has(ObsStatus status) const { return (bits_ & bit_of(status)) != 0; }

std::optional<ObsStatus> ObsStatusSet::missing() const {
  for (const StatusRow& each : kStatuses) {
    if (each.is_missing && has(each.status)) return each.status;
  }
  return std::nullopt;
}

ObsStatus ObsStatusSet::weakest() const {
  for (const ObsStatus each : kWeakestFirst) {
    if (has(each)) return each;
  }
  return ObsStatus::A;
}

std::vector<ObsStatus> ObsStatusSet::list() const {
  std::vector<ObsStatus> out;
  for (const StatusRow& each : kStatuses) {
    if (has(each.status)) out.push_back(each.status);
  }
  return out;
}

std::string ObsStatusSet::text() const {
  std::string out;
  for (const ObsStatus each : list()) {
    if (!out.empty()) out += ';';
    out += code_of(each);
  }
  return out;
}

}  // namespace briefpack::dataset
