#pragma once

#include <array>
#include <string_view>

namespace briefpack::metrics {

/// A diagnostic that this folder can give, and what it means. docs/diagnostics.md is made from such lists.
struct Code {
  std::string_view code;
  std::string_view meaning;
};

inline constexpr std::array kCodes{
    // The file as a whole.
    Code{"metrics/encoding", "The file is not UTF-8: a byte sequence is not well formed, or it is UTF-16."},
    Code{"metrics/syntax",
         "The file is not JSON (RFC 8259): something else stands where the grammar wants a value, key or sign."},
    Code{"metrics/too-large", "A stated limit on the size of the file, a text, or the number of values is exceeded."},
    Code{"metrics/too-deep", "Objects and lists are nested deeper than the reader follows."},
    Code{"metrics/too-many-problems", "More faults were found than are printed."},
    Code{"metrics/schema-version", "schema_version is missing or names a version that this program does not read."},
    Code{"metrics/pack-differs", "Several metric files are read as one, and their packs are not the same."},
    // Fields.
    Code{"metrics/duplicate-key", "An object gives the same key twice."},
    Code{"metrics/unknown-field", "A field that this object does not have; it is ignored (warning)."},
    Code{"metrics/missing-field", "A required field is missing."},
    Code{"metrics/wrong-type", "A value has another JSON type than its field wants."},
    Code{"metrics/empty-text", "A text, list or object is empty where something must stand."},
    Code{"metrics/control-character", "A text holds a control character or a noncharacter, which no output can print."},
    Code{"metrics/long-text", "A text is longer than its place on the page or in a cell allows."},
    Code{"metrics/unknown-word", "A field that knows a few words holds another one."},
    // Numbers, dates, codes.
    Code{"metrics/number", "A number that cannot be held exactly: over 15 significant digits, too large or too small."},
    Code{"metrics/not-whole", "A field for whole numbers holds another number, or one outside its bounds."},
    Code{"metrics/date", "A text is no date of the calendar in ISO 8601 form."},
    Code{"metrics/period", "A text is no period in ISO 8601 form, or it ends before it starts."},
    Code{"metrics/duration", "A text is no ISO 8601 duration such as P12M."},
    Code{"metrics/language", "A text is no BCP 47 language tag."},
    Code{"metrics/country", "A text is no ISO 3166-1 alpha-3 country code."},
    Code{"metrics/currency", "A currency is no ISO 4217 code, or is missing where money stands."},
    Code{"metrics/url", "A link does not start with http:// or https://, or holds a blank."},
    // Identity and references.
    Code{"metrics/id", "An id does not have the form of an id."},
    Code{"metrics/duplicate-id", "Two things of one kind have the same id, or ids that differ in case alone."},
    Code{"metrics/long-key", "The key of an observation is longer than 200 characters."},
    Code{"metrics/unknown-entity", "A reference to an entity that no file defines."},
    Code{"metrics/unknown-metric", "A reference to a metric that no file defines."},
    Code{"metrics/unknown-source", "A reference to a source that no file defines."},
    Code{"metrics/unknown-topic", "A reference to a topic that no file defines."},
    Code{"metrics/unknown-action", "A reference to an action that no file defines."},
    Code{"metrics/unknown-about", "An `about` that names no observation, series or action."},
    Code{"metrics/circular", "Things refer to themselves through parent, same_as or within."},
    // Observations.
    Code{"metrics/value-without-source", "An observation states something and names no source."},
    Code{"metrics/missing-without-status", "An observation has no value, range or text, and no status says why."},
    Code{"metrics/status-with-value",
         "A status says that the value is missing, and a value is given; or two such statuses."},
    Code{"metrics/value-type", "A value does not fit the type of its metric."},
    Code{"metrics/value-and-range", "A range or a text is given together with a value."},
    Code{"metrics/range", "A range whose low end lies above its high end."},
    Code{"metrics/rank", "A rank is not whole, lies below 1, or lies above the number of ranked places."},
    Code{"metrics/category", "A value is not among the categories of its metric."},
    Code{"metrics/qualifier", "A qualifier stands without a number that it could qualify (warning)."},
    Code{"metrics/sequence", "A sequence orders unstated periods, and this period is stated."},
    Code{"metrics/not-applicable",
         "A metric does not apply to an entity, and an observation states something of the two."},
    Code{"metrics/conflict",
         "Observations of one metric, entity and period differ, and none, or more than one, is preferred."},
    Code{"metrics/preferred",
         "`preferred` without a reason, or without another observation that it would beat (warning)."},
    Code{"metrics/amount", "The amount of an action is in none of its three forms, or in two at once."},
};

}  // namespace briefpack::metrics
