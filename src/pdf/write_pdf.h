#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <briefpack/result.h>

#include "page/page.h"
#include "text/fonts.h"

/// Pages to the bytes of a tagged, archival PDF 1.7 (PDF/UA-1 and PDF/A-3a), in phases: font slots (which glyph stands for
/// which text) - one subset per font - page streams - structure tree, links, outline, metadata - serialising with object
/// streams. libharu keeps the objects; everything it would write wrongly is ours (docs in the files of this folder).
/// The same input gives the same bytes: no clock, no random identifier, no locale.
namespace briefpack::pdf {

struct PdfOptions {
  std::string producer = "briefpack";  ///< Program and version, printed in the document's properties.
  int compression = 6;                 ///< libdeflate's level, 1 to 12; 7 takes a quarter longer and saves 1 %, 9 more than twice as long for 2 %.
  unsigned threads = 2;                ///< This one and those beside it, for subsets and deflating; the bytes are the same with any number.
};

/// A file inside the PDF, associated with the document as its data (PDF/A-3, AFRelationship Data).
struct Attachment {
  std::string name;  ///< Base name with extension.
  std::string mime;  ///< "text/csv"
  std::string description;
  std::string bytes;
  std::int64_t date = 0;  ///< Of the last change, seconds since 1970-01-01 UTC.
};

/// A PDF that lacks only its attachments and its end.
class PreparedPdf {
 public:
  class Impl;
  explicit PreparedPdf(std::unique_ptr<Impl> impl);
  PreparedPdf(PreparedPdf&&) noexcept;
  PreparedPdf& operator=(PreparedPdf&&) noexcept;
  ~PreparedPdf();
  Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// Makes everything that does not depend on attachments; may run while they are still being made on another thread.
/// Errors: pdf/limit when the pages exceed what a PDF or libharu holds, text/subset; both exit 3.
Result<PreparedPdf> prepare_pdf(const page::Pages& pages, const text::Fonts& fonts, const PdfOptions& options = {});

/// Adds the attachments (in the order given; names must differ) and returns the bytes of the file.
Result<std::string> finish_pdf(PreparedPdf&& prepared, const std::vector<Attachment>& attachments);

/// Both in one step.
Result<std::string> write_pdf(const page::Pages& pages, const text::Fonts& fonts,
                              const std::vector<Attachment>& attachments = {}, const PdfOptions& options = {});

}  // namespace briefpack::pdf
