// Looks at what is being written, at some distance behind the keys and off their thread, and shows what it still lacks.
// In the GUI thread.
#pragma once

#include "domain/Checklist.h"
#include "sync/Desk.h"

#include <QObject>

class QTimer;

namespace toasoan {

class ArticleForm;

class WriterChecklist final : public QObject
{
    Q_OBJECT

public:
    /// `desk` tells what the board wants, `form` shows what is missing; both outlive it.
    WriterChecklist(const Desk &desk, ArticleForm &form, QObject *parent);

    /// This is what is shown now.
    void setContent(const Content &content, const Readers &readers);

    /// Looks now, shows what is missing, and calls `then` with it unless another content came meanwhile.
    void ask(const Content &content, std::function<void(const std::vector<Finding> &)> then);

private:
    void look();
    [[nodiscard]] ChecklistPolicy policy() const;

    const Desk &m_desk;
    ArticleForm &m_form;
    QTimer *m_timer; ///< gathers what is typed
    std::optional<Content> m_content; ///< that is looked at next, or was last; nothing before the first
    Readers m_readers;
    bool m_isLooking = false;
};

/// What the server will not take with a step at all, as the error that it would answer; nothing if there is no such
/// finding. `where` is the first of them.
struct Refusal
{
    Error error;
    Finding where;
};
[[nodiscard]] std::optional<Refusal> refusalAtSubmit(const std::vector<Finding> &findings);

} // namespace toasoan
