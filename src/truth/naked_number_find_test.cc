#include "truth/naked_number_find.h"

#include <algorithm>

#include <catch2/catch.hpp>

namespace briefpack::truth {

namespace {

Lexicon small_lexicon() {
  Lexicon out;
  out.nouns = {"lakes", "countries"};
  out.counters = {"명", "곳", "나라"};
  out.entities = {"Korea"};
  return out;
}

/// The typed numbers of `sentence`, joined by " | ".
std::string found(const std::string& sentence) {
  const RunningText text(templates::LocatedText{sentence, {}});
  const std::vector<Token> tokens = scan(text.text());
  const Lexicon lexicon = small_lexicon();
  std::vector<NakedNumber> all = find_digits(text, tokens, lexicon, {});
  for (const auto& more : {find_words(tokens, lexicon), find_korean_words(tokens, lexicon)})
    all.insert(all.end(), more.begin(), more.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const NakedNumber& a, const NakedNumber& b) { return a.begin < b.begin; });
  std::string out;
  for (const NakedNumber& each : all) {
    if (!each.could_be_year) out += (out.empty() ? "" : " | ") + text.text().substr(each.begin, each.end - each.begin);
  }
  return out;
}

struct Case {
  const char* sentence;
  const char* numbers;
};

}  // namespace

TEST_CASE("numbers in digits are found with what belongs to them") {
  const Case each =
      GENERATE(Case{"It holds 350,000 chips.", "350,000"}, Case{"It holds 350 000 chips.", "350 000"},
               Case{"About 17.5 per cent, or 18%", "17.5 per cent | 18%"},
               Case{"USD 35 million and $40m", "35 million | 40m"}, Case{"33rd of 38", "33rd | 38"},
               Case{"a 35-petaFLOPS machine", "35"}, Case{"KRW50bn", "KRW50bn"}, Case{"1/3 or 3:1", "1/3 | 3:1"},
               Case{"between 50–54", "50–54"}, Case{"has more than 2000 of them", "2000"}, Case{"2000 lakes", "2000"},
               Case{"USD 2024", "2024"}, Case{"number 3", "3"}, Case{"ranked No. 3 in the world", "3"},
               Case{"the top-10 list", "top-10"}, Case{"35억 달러, 3위, 3개월, 24시간", "35억 | 3 | 3 | 24"},
               Case{"In 2024 500 lakes dried up", "500"}, Case{"１２３", "１２３"});
  CHECK(found(each.sentence) == each.numbers);
}

TEST_CASE("dates, labels, names, codes and addresses are no numbers") {
  const char* sentence = GENERATE(
      "in 2024, 2010–2021, 2023/24, the 2020s and Q1 2025", "20 November 2026, November 20, 2026 and 12–14 May",
      "2024-11-20, 20.11.2026 and 10:30", "H100, G7, COVID-19 and GPT-4",
      "Figures 1, 2 and 3, pp. 12–14 and Article 50(2)", "ISO/IEC 42001:2023 and version 1.2.3",
      "(1) lakes and (2) boats", "the 21st century and the 14th Five-Year Plan", "+82 2 123 4567, (02) 1234-5678",
      "https://example.org/2024/05?x=12 and lakes17@example.org", "Regulation (EU) 2024/1689", "index 2015 = 100",
      "2026년 11월 20일, 3분기, 제3호, 1인당, 4차 산업혁명", "the post code 03187");
  CHECK(found(sentence).empty());
}

TEST_CASE("number words that state a quantity or a place are found") {
  const Case each = GENERATE(
      Case{"nine lakes and four deep lakes", "nine | four"}, Case{"twelve or thirty-three", "twelve | thirty-three"},
      Case{"a third of it, two-thirds and three quarters of it", "a third | two-thirds | three quarters"},
      Case{"it fell by a tenth.", "a tenth"}, Case{"one in five, nine out of ten", "one in five | nine out of ten"},
      Case{"it doubled and is twice as large", "doubled | twice"},
      Case{"tens of thousands of coins", "tens of thousands"},
      Case{"third of 38, ranked fourth, second-largest", "third | 38 | fourth | second-largest"},
      Case{"five per cent", "five per cent"}, Case{"수천 명, 두 배, 절반이, 세 나라", "수천 | 두 배 | 절반 | 세"});
  CHECK(found(each.sentence) == each.numbers);
}

TEST_CASE("ordinary uses of small words are no numbers") {
  const char* sentence = GENERATE(
      "two columns, one of them, both sides", "the two countries, one country, no two countries",
      "on the one hand, at first, a second-hand boat", "in the second place, a third party, a second-best option",
      "the first half of it, half-hearted, doubled back", "Five Eyes, the Group of Seven, the Big Four",
      "net-zero, zero in on, a two-page note", "one in a million, USD million, per thousand",
      "두 번째, 둘 다, 한 곳, 두 나라는, 개수만 다르다, 세계의 네트워크");
  CHECK(found(sentence).empty());
}

TEST_CASE("a name that is allowed takes its number with it, and no other one") {
  const std::string text = "Lake 40 has 40 boats, not 2,000,000 but 2,000.";
  std::vector<Token> tokens = scan(text);
  skip_phrase(text, "Lake 40", tokens);
  skip_phrase(text, "2,000", tokens);
  std::vector<std::string_view> left;
  for (const Token& each : tokens) {
    if (each.kind == Token::Kind::number && !each.is_skipped) left.push_back(each.text);
  }
  CHECK(left == std::vector<std::string_view>{"40", "2,000,000"});
}

}  // namespace briefpack::truth
