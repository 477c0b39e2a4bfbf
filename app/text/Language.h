// The two languages of the program and of the portal.
#pragma once

#include <QLocale>
#include <QString>

namespace toasoan {

enum class Language
{
    Vietnamese,
    English
};

/// The language's code, as in an HTML lang attribute: "vi" or "en".
[[nodiscard]] QString toText(Language language);
/// Vietnamese for any code that is not "en".
[[nodiscard]] Language languageFromText(QStringView code);
/// What the language calls itself: "Tiếng Việt" or "English".
[[nodiscard]] QString languageName(Language language);

/// How the language writes dates and numbers.
[[nodiscard]] QLocale localeOf(Language language);

/// The language of the default locale: what the windows speak.
[[nodiscard]] Language languageInUse();
/// The one that the windows do not speak.
[[nodiscard]] Language otherLanguage();

} // namespace toasoan
