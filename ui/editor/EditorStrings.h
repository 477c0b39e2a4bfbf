// The page's own texts in the desk's language: members of Strings in resources/editor/src/strings.ts.
#pragma once

#include <QJsonObject>

namespace toasoan {

[[nodiscard]] QJsonObject editorStrings();

} // namespace toasoan
