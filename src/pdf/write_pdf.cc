#include "pdf/write_pdf.h"

#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "pdf/attachments.h"
#include "pdf/content_writer.h"
#include "pdf/embedded_font.h"
#include "pdf/embedded_images.h"
#include "pdf/haru_doc.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/serialise.h"
#include "pdf/struct_writer.h"

namespace briefpack::pdf {

class PreparedPdf::Impl {
 public:
  Impl(int compression, unsigned threads) : doc(compression, threads) {}
  HaruDoc doc;
  std::vector<PackedObjects> packed;
};

PreparedPdf::PreparedPdf(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PreparedPdf::PreparedPdf(PreparedPdf&&) noexcept = default;
PreparedPdf& PreparedPdf::operator=(PreparedPdf&&) noexcept = default;
PreparedPdf::~PreparedPdf() = default;

namespace {

Diagnostic limit_error(const PdfError& error) {
  return Diagnostic::io_error("pdf/limit", fmt::format("the PDF cannot be made: {}", error.what()));
}

/// A font that is drawn with, and its program when that is made.
struct WantedFont {
  text::FontId font = 0;
  std::vector<std::uint16_t> glyphs;  ///< Ascending.
  ObjectId object;
  std::optional<Result<FontProgram>> program;
};

/// The fonts of all text, each with only the glyphs that are drawn. Ascending by number, which is the order in the file.
std::vector<WantedFont> wanted_fonts(const page::Pages& pages) {
  std::vector<std::vector<bool>> used;  // by font and glyph
  for (const page::Page& page : pages.pages) {
    for (const page::Item& item : page.items) {
      const auto* text = std::get_if<page::TextItem>(&item);
      if (!text) continue;
      if (text->run.font >= used.size()) used.resize(text->run.font + 1u);
      auto& glyphs = used[text->run.font];
      for (const text::Glyph& glyph : text->run.glyphs) {
        if (glyph.id >= glyphs.size()) glyphs.resize(glyph.id + 1u);
        glyphs[glyph.id] = true;
      }
    }
  }
  std::vector<WantedFont> wanted;
  for (std::size_t font = 0; font < used.size(); ++font) {
    if (used[font].empty()) continue;
    WantedFont& next = wanted.emplace_back();
    next.font = static_cast<text::FontId>(font);
    for (std::size_t glyph = 0; glyph < used[font].size(); ++glyph) {
      if (used[font][glyph]) next.glyphs.push_back(static_cast<std::uint16_t>(glyph));
    }
  }
  return wanted;
}

/// Begins to make the programs, beside this thread. All fonts are open, as their glyphs were shaped.
void begin_programs(std::vector<WantedFont>& wanted, const text::Fonts& fonts, HaruDoc& doc) {
  for (WantedFont& each : wanted) {
    each.object = doc.reserve();
    doc.background().add([&each, &fonts] { each.program.emplace(font_program(fonts, each.font, each.glyphs)); });
  }
}

/// Waits for the programs.
Result<EmbeddedFonts> embed_fonts(std::vector<WantedFont>& wanted, const text::Fonts& fonts, HaruDoc& doc) {
  doc.background().finish();
  EmbeddedFonts embedded;
  for (WantedFont& each : wanted) {
    if (!*each.program) return each.program->take_diagnostics();
    embedded.emplace(each.font, std::make_unique<EmbeddedFont>(fonts, each.font, std::move(*each.program).value(), each.object, doc));
  }
  return embedded;
}

void write_pages(const page::Pages& pages, const std::vector<HaruDoc::Page>& objects, StructWriter& structure, EmbeddedFonts& fonts, HaruDoc& doc) {
  EmbeddedImages images(doc);
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    structure.begin_page(objects[i]);
    ContentWriter content(pages, objects[i], fonts, images, structure, doc);
    for (const page::Item& item : pages.pages[i].items)
      content.add(item);
    doc.set_contents(objects[i], content.finish());
    const std::vector<ObjectId> links = write_links(pages, pages.pages[i], objects, structure, doc);
    doc.finish_page(objects[i], static_cast<std::uint32_t>(i), links);
  }
  for (const auto& [id, font] : fonts)
    font->write(doc);
  doc.extend_catalog("/StructTreeRoot " + structure.write().reference());
  write_outline(pages, objects, doc);
  write_page_labels(pages, doc);
}

}  // namespace

Result<PreparedPdf> prepare_pdf(const page::Pages& pages, const text::Fonts& fonts, const PdfOptions& options) {
  if (fonts.fault()) return *fonts.fault();
  std::vector<WantedFont> wanted = wanted_fonts(pages);  // outlives the document, which works on it beside this thread
  try {
    auto prepared = std::make_unique<PreparedPdf::Impl>(options.compression, options.threads);
    HaruDoc& doc = prepared->doc;
    begin_programs(wanted, fonts, doc);
    std::vector<HaruDoc::Page> objects;  // all before their contents: links lead to pages that come later
    for (std::size_t i = 0; i < pages.pages.size(); ++i)
      objects.push_back(doc.add_page(pages.size));
    StructWriter structure(pages, doc);
    auto embedded = embed_fonts(wanted, fonts, doc);
    if (!embedded) return embedded.take_diagnostics();
    write_pages(pages, objects, structure, *embedded, doc);
    write_metadata(pages.info, options.producer, doc);
    prepared->packed = pack_objects(doc);
    return PreparedPdf(std::move(prepared));
  } catch (const PdfError& error) {
    return limit_error(error);
  }
}

Result<std::string> finish_pdf(PreparedPdf&& prepared, const std::vector<Attachment>& attachments) {
  const PreparedPdf owned = std::move(prepared);
  try {
    write_attachments(attachments, owned.impl().doc);
    return serialise(owned.impl().doc, std::move(owned.impl().packed));
  } catch (const PdfError& error) {
    return limit_error(error);
  }
}

Result<std::string> write_pdf(const page::Pages& pages, const text::Fonts& fonts,
                              const std::vector<Attachment>& attachments, const PdfOptions& options) {
  auto prepared = prepare_pdf(pages, fonts, options);
  if (!prepared) return prepared.take_diagnostics();
  return finish_pdf(std::move(prepared).value(), attachments);
}

}  // namespace briefpack::pdf
