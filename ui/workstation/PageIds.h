// What the workstation calls its pages, and a series of its notices. For this folder.
#pragma once

#include <QString>

namespace toasoan {

inline const QString articlesId = QStringLiteral("articles");
inline const QString writingId = QStringLiteral("writing");
inline const QString reviewId = QStringLiteral("review");
inline const QString registersId = QStringLiteral("registers");
inline const QString entryId = QStringLiteral("entry");
inline const QString outboxId = QStringLiteral("outbox");
inline const QString sessionSeries = QStringLiteral("session"); ///< of notices

} // namespace toasoan
