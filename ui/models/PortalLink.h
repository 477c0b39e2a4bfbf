// Leads from the desk to the page that readers have.
#pragma once

#include "sync/Desk.h"

#include <QUrl>

namespace toasoan {

/// Where readers find the article; empty unless they have it.
[[nodiscard]] QUrl portalAddress(const Desk &desk, const Article &article);

/// In the browser of this PC.
void showOnPortal(const QUrl &address);
/// Into the clipboard.
void copyAddress(const QUrl &address);

} // namespace toasoan
