#include "layout/collect_targets.h"

namespace briefpack::layout {

namespace {

class Collector {
 public:
  void add(const std::string& label, const std::string& title) {
    if (!label.empty()) targets_.emplace(label, title.empty() ? label : title);
  }

  void add(const document::Blocks& blocks) {
    for (const auto& block : blocks)
      add(block);
  }

  void add(const document::Block& block) {
    if (const auto* heading = std::get_if<document::Heading>(&block.content)) {
      add(heading->label, plain_text(heading->inlines));
    } else if (const auto* list = std::get_if<document::List>(&block.content)) {
      for (const auto& item : list->items)
        add(item.body);
    } else if (const auto* columns = std::get_if<document::Columns>(&block.content)) {
      for (const auto& column : columns->columns)
        add(column);
    } else if (const auto* box = std::get_if<document::Box>(&block.content)) {
      add(box->label, plain_text(box->heading));
      add(box->body);
    } else if (const auto* quote = std::get_if<document::Quote>(&block.content)) {
      add(quote->body);
    } else if (const auto* exhibit = std::get_if<document::Exhibit>(&block.content)) {
      const std::string title = plain_text(exhibit->title);
      if (exhibit->in_pdf) add(exhibit->label, title.empty() ? exhibit->number_text : title);
    }
  }

  std::map<std::string, std::string> take() { return std::move(targets_); }

 private:
  std::map<std::string, std::string> targets_;
};

}  // namespace

std::map<std::string, std::string> collect_targets(const document::Document& document) {
  Collector collector;
  for (const auto& section : document.sections) {
    collector.add(section.label, section.title);
    collector.add(section.body);
  }
  return collector.take();
}

}  // namespace briefpack::layout
