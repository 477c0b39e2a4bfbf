// What the article that is read still lacks, in one line at its head; not there when nothing is.
#pragma once

#include "domain/Checklist.h"
#include "ui/widgets/Banner.h"

namespace toasoan {

class ChecklistStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistStrip(QWidget *parent = nullptr);

    /// Looks at this content; the line follows.
    void setContent(const Content &content, const ChecklistPolicy &policy, Readers readers);
    [[nodiscard]] QString text() const { return isHidden() ? QString() : m_banner->text(); }
    /// Whether what is missing stands against approval. False while it is being looked for: the server looks too.
    [[nodiscard]] bool refuses() const { return m_refuses; }

signals:
    void refusesChanged();

private:
    void show(const std::vector<Finding> &findings);
    void setRefuses(bool refuses);

    Banner *m_banner;
    Readers m_readers = Readers::HaveNone;
    Content m_content;
    ChecklistPolicy m_policy;
    bool m_hasContent = false;
    bool m_refuses = false;
    quint64 m_asked = 0; ///< answers about an older content are dropped
};

} // namespace toasoan
