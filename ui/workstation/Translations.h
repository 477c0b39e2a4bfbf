// The languages of the program.
#pragma once

#include "text/Language.h"

class QCoreApplication;

namespace toasoan {

/// Texts, dates and numbers of the whole program in this language, from the next window on.
void useLanguage(QCoreApplication &application, Language language);

} // namespace toasoan
