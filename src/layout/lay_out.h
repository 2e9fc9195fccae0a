#pragma once

#include <briefpack/result.h>

#include "document/document.h"
#include "document/places.h"
#include "page/page.h"
#include "text/fonts.h"
#include "text/shape.h"

namespace briefpack::layout {

struct LaidOut {
  page::Pages pages;        ///< All but `info.date`, which the job knows.
  document::Places places;  ///< Pages with the printed texts, and exhibits, of each figure.
};

/// Sets one document after the other and remembers their words, which editions of one template share. Keeps a reference to the
/// fonts, and serves one thread, as they do.
class Typesetter {
 public:
  explicit Typesetter(const text::Fonts& fonts) : shaper_(fonts) {}

  /// Sets the whole document and cuts it into pages. Deterministic: same document and fonts, same pages, whatever was set before.
  ///
  /// Never fails on a document that resolve made; what cannot be set well is a warning: layout/chart-too-tall,
  /// layout/too-tall, text/no-font.
  Result<LaidOut> lay_out(const document::Document& document);

  const text::Fonts& fonts() const { return shaper_.fonts(); }

 private:
  text::Shaper shaper_;
};

/// The same for a single document.
Result<LaidOut> lay_out(const document::Document& document, const text::Fonts& fonts);

}  // namespace briefpack::layout
