#pragma once

#include <cassert>
#include <optional>
#include <utility>

#include <briefpack/diagnostic.h>

namespace briefpack {

/// A value, or the errors that prevented it. Warnings and untruths (Fault::truth) travel beside a value in `diagnostics()`.
/// Shaped like C++23's std::expected, with many errors instead of one.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(T value, Diagnostics findings) : value_(std::move(value)), diagnostics_(std::move(findings)) {
    assert(!has_fatal(diagnostics_));
  }
  Result(Diagnostic error) { diagnostics_.push_back(std::move(error)); }
  Result(Diagnostics errors) : diagnostics_(std::move(errors)) { assert(has_fatal(diagnostics_)); }

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  /// REQUIRES: ok().
  T& value() & { assert(ok()); return *value_; }
  const T& value() const& { assert(ok()); return *value_; }
  T&& value() && { assert(ok()); return *std::move(value_); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// The errors when !ok(), else warnings and untruths.
  const Diagnostics& diagnostics() const { return diagnostics_; }
  Diagnostics take_diagnostics() { return std::move(diagnostics_); }

 private:
  std::optional<T> value_;
  Diagnostics diagnostics_;
};

}  // namespace briefpack
