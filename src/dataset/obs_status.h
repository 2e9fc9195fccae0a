#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace briefpack::dataset {

/// SDMX CL_OBS_STATUS 2.2, the codes that a metric file may use. The order is the one that `weakest` uses
/// (DESIGN.md section 4: A < B = D < V < P < E = I < F < U), then the missing ones.
enum class ObsStatus : std::uint8_t { A, B, D, V, P, E, I, F, U, N, O, L, M, Q, K, W };

char code_of(ObsStatus status);
std::optional<ObsStatus> parse_obs_status(std::string_view code);
/// O, L, M, Q: there is no value, and why.
bool is_missing(ObsStatus status);

/// The statuses of one observation or of one figure: sorted, each once; never empty once read (default A).
class ObsStatusSet {
 public:
  ObsStatusSet() = default;
  void add(ObsStatus status);
  void add(const ObsStatusSet& more);
  bool has(ObsStatus status) const;
  bool empty() const { return bits_ == 0; }
  /// The missing status, if there is one.
  std::optional<ObsStatus> missing() const;
  /// The weakest by DESIGN.md section 4; A when empty.
  ObsStatus weakest() const;
  std::vector<ObsStatus> list() const;
  /// Codes joined by ";" in enum order: "B;E".
  std::string text() const;
  friend bool operator==(const ObsStatusSet&, const ObsStatusSet&) = default;

 private:
  std::uint32_t bits_ = 0;
};

/// The words and signs that go with an observation's status, for the workbook: "[x]", "[e]"; "" for A and V.
std::string_view shorthand_of(ObsStatus status);

}  // namespace briefpack::dataset
