// The languages of the program.
#pragma once

#include "text/DateText.h"

class QCoreApplication;

namespace toasoan {

/// Texts, dates and numbers of the whole program in this language. Once, before the first window.
void useLanguage(QCoreApplication &application, Language language);

} // namespace toasoan
