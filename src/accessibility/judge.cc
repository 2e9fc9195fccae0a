#include "accessibility/judge.h"

namespace briefpack::accessibility {

std::string_view name_of(Output output) { return output == Output::pdf ? "pdf" : "workbook"; }

std::string_view name_of(Basis basis) {
  switch (basis) {
    case Basis::construction: return "construction";
    case Basis::computed: return "computed";
    case Basis::author: break;
  }
  return "author";
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met: return "met";
    case Verdict::not_met: return "not met";
    case Verdict::author: break;
  }
  return "for the author";
}

std::vector<Line> judge(const Subject& subject) {
  std::vector<Line> out;
  for (const Requirement& each : requirements()) {
    Line line;
    line.requirement = &each;
    if (each.basis == Basis::author) line.verdict = Verdict::author;
    if (each.check != nullptr) line.faults = each.check(subject);
    line.fault_count = line.faults.size();
    if (line.fault_count > 0) line.verdict = Verdict::not_met;
    if (line.faults.size() > kMostFaults) line.faults.resize(kMostFaults);
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace briefpack::accessibility
