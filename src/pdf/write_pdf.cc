#include "pdf/write_pdf.h"

#include <map>
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

/// The fonts of all text, each with only the glyphs that are drawn. Ascending by number, which is the order in the file.
Result<EmbeddedFonts> embed_fonts(const page::Pages& pages, const text::Fonts& fonts, HaruDoc& doc) {
  std::map<text::FontId, std::vector<bool>> used;  // by glyph
  for (const page::Page& page : pages.pages) {
    for (const page::Item& item : page.items) {
      const auto* text = std::get_if<page::TextItem>(&item);
      if (!text) continue;
      auto& glyphs = used[text->run.font];
      for (const text::Glyph& glyph : text->run.glyphs) {
        if (glyph.id >= glyphs.size()) glyphs.resize(glyph.id + 1u);
        glyphs[glyph.id] = true;
      }
    }
  }
  // Each call takes from a font of its own, all of which are open, as their glyphs were shaped.
  std::vector<std::pair<text::FontId, std::vector<std::uint16_t>>> wanted;
  for (const auto& [font, is_used] : used) {
    wanted.emplace_back(font, std::vector<std::uint16_t>());
    for (std::size_t glyph = 0; glyph < is_used.size(); ++glyph) {
      if (is_used[glyph]) wanted.back().second.push_back(static_cast<std::uint16_t>(glyph));
    }
  }
  std::vector<std::optional<Result<text::FontSubset>>> subsets(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    doc.background().add([&, i] { subsets[i].emplace(fonts.subset(wanted[i].first, wanted[i].second)); });
  }
  doc.background().finish();
  EmbeddedFonts embedded;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!*subsets[i]) return subsets[i]->take_diagnostics();
    embedded.emplace(wanted[i].first, std::make_unique<EmbeddedFont>(fonts, wanted[i].first, std::move(*subsets[i]).value(), doc));
  }
  return embedded;
}

void write_pages(const page::Pages& pages, EmbeddedFonts& fonts, HaruDoc& doc) {
  std::vector<HaruDoc::Page> objects;  // all first: links lead to pages that come later
  for (std::size_t i = 0; i < pages.pages.size(); ++i)
    objects.push_back(doc.add_page(pages.size));

  StructWriter structure(pages, doc);
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
  try {
    auto prepared = std::make_unique<PreparedPdf::Impl>(options.compression, options.threads);
    auto embedded = embed_fonts(pages, fonts, prepared->doc);
    if (!embedded) return embedded.take_diagnostics();
    write_pages(pages, *embedded, prepared->doc);
    write_metadata(pages.info, options.producer, prepared->doc);
    prepared->packed = pack_objects(prepared->doc);
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
