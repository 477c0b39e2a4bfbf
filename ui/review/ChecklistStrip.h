// What the article that is read still lacks, in one line at its head; not there when nothing is. Where the head has to
// be low it is folded: then a button with shortText() stands for it.
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
    void setContent(const Content &content, const ChecklistPolicy &policy, const Readers &readers);
    /// There is nothing to look at.
    void clear();
    /// Whether it is folded or not.
    [[nodiscard]] QString text() const { return m_text; }
    /// "3 notes"
    [[nodiscard]] QString shortText() const;
    void setFolded(bool isFolded);
    [[nodiscard]] int heightForWidth(int width) const override { return m_banner->heightForWidth(width); }
    /// Whether what is missing stands against approval. False while it is being looked for: the server looks too.
    [[nodiscard]] bool refuses() const { return m_refuses; }

signals:
    void refusesChanged();
    /// It says something else, or nothing.
    void textChanged();

private:
    void show(const std::vector<Finding> &findings);
    [[nodiscard]] static QString textOf(const std::vector<Finding> &findings);
    void setText(const QString &text, int count);
    void setRefuses(bool refuses);

    Banner *m_banner;
    QString m_text;
    int m_count = 0; ///< of what is listed in it
    bool m_isFolded = false;
    Readers m_readers;
    Content m_content;
    ChecklistPolicy m_policy;
    bool m_hasContent = false;
    bool m_refuses = false;
    quint64 m_asked = 0; ///< answers about an older content are dropped
};

} // namespace toasoan
