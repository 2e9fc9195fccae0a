#include "pdf/attachments.h"

#include <map>

#include <fmt/format.h>

#include "pdf/md5.h"
#include "pdf/number_tree.h"
#include "pdf/pdf_syntax.h"

namespace briefpack::pdf {

namespace {

ObjectId write_file(const Attachment& file, HaruDoc& doc) {
  std::string checksum;
  append_hex(checksum, md5(file.bytes));
  const std::string date = byte_string(pdf_date(file.date));
  return doc.add_stream(
      fmt::format("/Type/EmbeddedFile/Subtype{}/Params<</Size {}/CreationDate{}/ModDate{}/CheckSum<{}>>>",
                  name_text(file.mime), file.bytes.size(), date, date, checksum),
      file.bytes);
}

}  // namespace

void write_attachments(const std::vector<Attachment>& attachments, HaruDoc& doc) {
  if (attachments.empty()) return;
  std::map<std::string, std::string> by_name;  // a name tree is sorted by the bytes of its keys
  std::string associated;
  for (const Attachment& file : attachments) {
    const std::string bytes = write_file(file, doc).reference();
    const ObjectId specification = doc.add(
        fmt::format("/Type/Filespec/F{}/UF{}/Desc{}/AFRelationship/Data/EF<</F {}/UF {}>>", byte_string(file.name),
                    text_string(file.name), text_string(file.description), bytes, bytes));
    if (!by_name.emplace(file.name, specification.reference()).second) {
      throw PdfError(fmt::format("two attachments are called {}", file.name));
    }
    associated += (associated.empty() ? "" : " ") + specification.reference();
  }
  TreeRows rows;
  for (const auto& [name, reference] : by_name)
    rows.emplace_back(byte_string(name), reference);
  doc.extend_catalog(
      fmt::format("/Names<</EmbeddedFiles {}>>/AF[{}]", write_tree(doc, "Names", rows).reference(), associated));
}

}  // namespace briefpack::pdf
