// What the actions of those have in common who run the newsroom: accounts, sections, settings.
#pragma once

#include "actions/ActionContext.h"
#include "storage/ChangeStore.h"

#include <QJsonObject>

namespace toasoan {

/// Forbidden "user.role" unless an administrator acts, or the machine itself: whoever may start its programs.
[[nodiscard]] Result<void> checkAdministrator(const ActionContext &context);
/// Forbidden "user.role" unless the machine itself acts.
[[nodiscard]] Result<void> checkMachine(const ActionContext &context);

/// Keeps the change for the feed and the line for the audit log.
[[nodiscard]] Result<void> recordChange(ActionContext &context, const Noun &noun, const QString &id,
                                        const QString &action, const QJsonObject &detail = {});

} // namespace toasoan
