#include "layout/sample_parts.h"

#include <utility>

namespace briefpack::layout::sample {

using namespace document;

Section compute(Sample& sample) {
  Section section = section_of(sample, "compute", "Compute");
  section.headline = sample.in("One company is put at fifty times Korea’s stock");
  section.standfirst = sample.in(
      "GPU counts decide how many large models a country can train. The counts found are statements, not audits, and "
      "the largest "
      "one has no settled owner.");
  section.body.push_back(figure_exhibit(sample, "Figure 1", "Korea’s 2,000 GPUs are barely visible on an honest scale",
                                        "NVIDIA H100 GPUs, thousand units (A) and units (B). Count dates not stated.",
                                        "H100 GPUs by holder, from 2,000 in Korea to 350,000 given to China or Meta.",
                                        paired_chart(false)));
  Box box;
  box.heading = sample.in("Dispute D1: who holds the 350,000 H100 GPUs?");
  box.aside = sample.in("Open since November 2026 · not ranked · not summed");
  box.label = "dispute:D1";
  Columns positions;
  positions.widths = {4, 4, 4};
  const auto position = [&](std::string_view head, std::string_view claim, std::string_view text) {
    positions.columns.push_back({sample.text(head, TextRole::column_head), sample.text(claim, TextRole::claim),
                                 sample.text(text, TextRole::small)});
  };
  position("The table says", "China",
           "Row “GPU Units (H100)” of the key-metrics table gives {350,000} to China^2^. The running text gives no "
           "figure for China "
           "and names no origin.");
  position("The headline of the copy says", "Meta",
           "“{350,000} vs {2,000}” stands next to Meta’s name^3^. The body never mentions Meta, so the pairing cannot "
           "be checked "
           "there.");
  position("What this briefing does", "Shows both",
           "One number with two holders is counted once at most. No gap is published until a primary source names the "
           "holder.");
  box.body.push_back(block(std::move(positions)));
  section.body.push_back(block(std::move(box)));

  Table table;
  table.columns = {column(sample, "Country"), column(sample, "H100 GPUs", Align::right),
                   column(sample, "State research\npetaFLOPS", Align::right),
                   column(sample, "What limits or widens supply")};
  for (const char* cells :
       {"!!Korea|| **{2,000}^1^|| **{35}^13^|| First outlay of {USD 35 m} on the Seoul hub",
        "**China|| **{350,000}^2^<D1>|| ..|| US export controls on advanced chips^27^", "**France|| ~..~^20^|| ..|| ..",
        "**United States|| ..|| ..|| Company totals only: xAI {100,000}; Tesla {35,000}^7^",
        "**Canada, Singapore, United Kingdom|| ..|| ..|| .."}) {
    table.rows.push_back(sample.row(cells));
  }
  Columns columns;
  columns.widths = {8, 4};
  columns.columns = {
      {block(table_exhibit(sample, 2, "Compute evidence by country",
                           "Values as printed in the source; no figure is carried over from one country to another.",
                           std::move(table)))},
      {sample.heading("What it means"),
       sample.text("Korea’s stated stock equals {2%} of xAI’s^8^. A company is not a country, so Figure 1 marks the "
                   "holder type with "
                   "a shape."),
       sample.text(
           "Petaflops and GPU counts measure different things. They stay in separate columns and are not converted."),
       sample.text(
           "*Next step.* Ask for a dated national count, by chip type, from one official source per country.")}};
  section.body.push_back(block(std::move(columns)));
  return section;
}

Section policy(Sample& sample) {
  Section section = section_of(sample, "policy", "Policy actions");
  section.headline = sample.in("Eight actions, three of them without a date");
  Table table;
  table.columns = {column(sample, "Country"),
                   column(sample, "Date"),
                   column(sample, "Instrument"),
                   column(sample, "Type"),
                   column(sample, "Amount", Align::right),
                   column(sample, "Status")};
  const auto row = [&](std::string_view cells, bool starts_group) {
    table.rows.push_back(sample.row(cells));
    table.rows.back().has_group_rule = starts_group;
  };
  row("!!Korea|| Dec 2019|| *National Strategy for AI*^26^¦100 tasks under nine sub-strategies|| National strategy|| "
      "..|| "
      "%fReleased",
      false);
  row("|| 2020|| *Digital New Deal, AI Open Data Project*^12^¦AI placed at the core of the programme|| Investment "
      "programme|| ..|| %fLaunched",
      false);
  row("|| 2024|| *AI Innovation Hub, Seoul*^13^¦First outlay; up to 35 petaFLOPS|| Research compute|| **{USD 35 "
      "m}^13^|| "
      "%oOpening announced",
      false);
  row("**China|| c. 2015|| *Made in China 2025*^24^¦Amount covers this and the next plan|| Industrial strategy|| "
      "**{> USD 150 bn}^6^|| %fTarget year passed",
      true);
  row("|| ..|| *New Generation AI Development Plan*^27^¦Localised chains, national AI centres|| National AI plan|| "
      "~see "
      "above~|| %hUnder way",
      false);
  row("**France|| ..|| *Presidential support for AI*^4^¦Place moved from 13th to 5th|| Not named|| ..|| %dNot stated",
      true);
  section.body.push_back(
      block(table_exhibit(sample, 4, "Policy actions by country",
                          "Amounts in the currency of the source. “..” no figure or date found; “n/a” cannot "
                          "apply.",
                          std::move(table))));
  Columns columns;
  columns.widths = {6, 6};
  List questions;
  questions.is_ordered = true;
  questions.role = TextRole::small;
  for (const char* question :
       {"How many students enter AI departments in Korea each year?",
        "Does “over 40,000” count new entrants or all enrolled students, part-time ones included?"}) {
    ListItem item;
    item.body.push_back(sample.text(question, TextRole::small));
    questions.items.push_back(std::move(item));
  }
  Box box;
  box.heading = sample.in("Questions to close next month");
  box.body.push_back(block(std::move(questions)));
  columns.columns = {
      {sample.heading("What it means"),
       sample.text("The two amounts cannot be set against each other. The Chinese sum covers several plans over an "
                   "unstated period; the Korean one is the first outlay on a single centre.")},
      {block(std::move(box))}};
  section.body.push_back(block(std::move(columns)));
  return section;
}

Section sources(Sample& sample) {
  Section section = section_of(sample, "sources", "Sources and conventions");
  section.headline = sample.in("Where every figure comes from");
  Table table;
  table.columns = {column(sample, "Author, year"), column(sample, "Title"), column(sample, "Link")};
  table.rows = {sample.row("Zhang, Y. (2021)|| China’s New Generation AI Development Plan: An Overview|| "
                           "[example.org/science/article/pii/S2405456321000625](https://example.org/science/article/"
                           "pii/S2405456321000625)"),
                sample.row("Wang, L. (2020)|| Made in China 2025: An Overview and Analysis|| "
                           "[example.org/science/article/pii/S2405456320300942](https://example.org/science/article/"
                           "pii/S2405456320300942)")};
  section.body.push_back(block(table_exhibit(sample, 7, "References cited inside S4",
                                             "Carried for follow-up, links not checked.", std::move(table))));
  Table ledger;
  ledger.style = TableStyle::ledger;
  ledger.columns = {column(sample, "Measure"),
                    column(sample, "Korea", Align::right),
                    column(sample, "Reference period"),
                    column(sample, "Best comparator found"),
                    column(sample, "Flag"),
                    column(sample, "Source", Align::right)};
  ledger.rows = {sample.row("Rankings"),
                 sample.row("AI maturity tier|| **{Tier 2}^14^|| ~not stated~|| US, China: leading^15^|| Undated|| S1"),
                 sample.row("Labour productivity|| **{33rd of 38}^19^|| ~not stated~|| ..|| Undated|| S1"),
                 sample.row("Compute"),
                 sample.row("H100 GPUs|| **{2,000}^1^|| ~not stated~|| withheld^2^<D1>|| Undated|| S1"),
                 sample.row("State research compute, petaFLOPS|| **{up to 35}^13^|| 2024|| ..|| Stale|| S5")};
  ledger.rows[0].kind = ledger.rows[3].kind = Row::Kind::group;
  section.body.push_back(block(
      table_exhibit(sample, 8, "Every Korean figure with its period", "Flags: stale, undated.", std::move(ledger))));
  Columns columns;
  columns.widths = {6, 6};
  columns.columns = {
      {sample.heading("How figures are written", 2, true),
       pairs(sample, {"**Numerals|| Comma for thousands, point for decimals: 350,000; 17.5.",
                      "**Bounds|| “>” more than, “up to” maximum, “about” rounded. A bound is never printed as a "
                      "point value."})},
      {sample.heading("Shading in Table 1", 2, true),
       sample.text("Three tints of one blue with falling lightness, so that the order survives grey printing and "
                   "colour blindness.",
                   TextRole::small)}};
  auto& rows = std::get<Table>(std::get<Exhibit>(columns.columns[0][1].content).content);
  rows.columns[1].align = Align::left;
  section.body.push_back(block(std::move(columns)));
  return section;
}

Section korean(Sample& sample) {
  Section section = section_of(sample, "summary", "국문 요약");
  section.variant = Section::Variant::summary;
  section.lang = "ko";
  section.unit_name = "AI 정책 근거 분석팀";
  section.issue_line = "월간 브리핑 · 제2026/11호 · 국문 요약";
  section.band_title = sample.in("AI 연산 자원, 인재, 순위, 정책");
  section.period_line = sample.in("국가 비교, 2026년 11월");
  section.sub_line = sample.in("한국과 비교 대상 6개국 · 자료 기준일 2026년 11월 20일");
  section.footer = "AI 정책 근거 분석팀 · 제2026/11호 · 자료 기준일 2026년 11월 20일";
  section.notes_line = "출처의 발행처, 제목, 날짜, 링크는 8쪽에 있다. 주석 번호는 워크북의 주석 시트와 같다.";
  section.page_of = "{page}쪽 / 전체 {pages}쪽";
  KeyFigures strip;
  strip.items = {{sample.in("{2,000장}^1^"), sample.in("한국 전체의 H100 GPU")},
                 {sample.in("{35만 장}^2,3^"), sample.in("표에서는 중국, 제목에서는 메타의 H100 GPU <D1>")},
                 {sample.in("{13위} -> {5위}^4^"), sample.in("프랑스의 1년간 AI 순위 변화(지수 미상)")},
                 {sample.in("{4만 명 초과}^5^"), sample.in("2024년 중국 AI 학과 학부 등록생")},
                 {sample.in("{1,500억 달러 초과}^6^"), sample.in("보도된 중국의 AI 공공 재원")}};
  section.body.push_back(block(std::move(strip)));
  KeyMessages messages;
  messages.items = {
      sample.in(
          "*한국의 공개된 연산 자원은 개별 기업보다 작다.* 확인된 국가 집계는 H100 GPU {2,000장}뿐이다^1^. xAI 한 곳이 "
          "{10만 장}으로^7^ 그 {50배}다^8^."),
      sample.in("*가장 큰 수치는 아직 쓸 수 없다.* 같은 글이 {35만 장}을 표에서는 중국, 제목에서는 메타의 것으로 "
                "적었다^2,3^ <D1>. 둘 다 "
                "싣되 순위에는 넣지 않는다.")};
  Table table;
  table.style = TableStyle::scorecard;
  table.columns = {column(sample, "지표"), column(sample, "한국", Align::center, 0, true),
                   column(sample, "중국", Align::center), column(sample, "미국", Align::center),
                   column(sample, "프랑스", Align::center)};
  table.rows = {sample.row("AI 성숙도(BCG)|| =2 {2군}^14^|| =1 {선도}^15^|| =1 {선도}^15^|| =! {선도}^16^<D2>"),
                sample.row("H100 GPU(장)|| **{2,000}^1^|| =! {350,000}^2^<D1>|| ..|| .."),
                sample.row("노동생산성(OECD)|| =3 {33위}^19^|| ~해당 없음~|| ..|| ..")};
  Exhibit exhibit = table_exhibit(sample, 1, "주요 지표 비교",
                                  "색이 짙을수록 상위. 빗금은 쟁점 수치이며 순위에서 제외.", std::move(table));
  exhibit.number_text = "표 1";
  exhibit.label = "tab-ko";
  Columns columns;
  columns.widths = {6, 6};
  columns.columns = {{sample.heading("핵심 메시지"), block(std::move(messages))}, {block(std::move(exhibit))}};
  section.body.push_back(block(std::move(columns)));
  section.body.push_back(figure_exhibit(sample, "그림 1", "정직한 축에서 한국의 2,000장은 거의 보이지 않는다",
                                        "엔비디아 H100 GPU, 천 장(A)과 장(B). 집계 시점 미상.", "보유 주체별 H100 GPU",
                                        paired_chart(true)));
  return section;
}

}  // namespace briefpack::layout::sample
