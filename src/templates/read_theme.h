#pragma once

#include <string_view>

#include <briefpack/result.h>

#include "templates/read_template.h"
#include "templates/tree.h"
#include "theme/theme.h"

namespace briefpack::templates {

inline constexpr std::size_t kLogos = 8;        ///< Of one theme.
inline constexpr int kThemeNesting = 4;         ///< Themes that extend one another.
inline constexpr std::string_view kPlain = "plain";

/// The theme that a template names: a built-in one by its name, else a file in the template's folder, whose path ends in
/// ".yaml" and which `loader` opens, as it does the logos that the file names. An empty name is `plain`.
/// Errors: theme/unknown, theme/field-value, theme/contrast, theme/logo, theme/path, template/yaml and those of the loader;
/// warning: theme/unknown-field.
Result<theme::Theme> read_theme(const LocatedText& name, const Loader& loader);

}  // namespace briefpack::templates
