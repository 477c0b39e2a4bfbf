// A list of short words typed one after another, with commas.
#pragma once

#include <QLineEdit>
#include <QStringList>

namespace toasoan {

class TagField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit TagField(QWidget *parent = nullptr);

    /// Without blanks at the ends, without empty or repeated ones.
    [[nodiscard]] QStringList tags() const;
    /// Leaves what is typed alone when it says the same.
    void setTags(const QStringList &tags);
    /// What a person types or pastes beyond that is left out, and limitReached() says so. What is there already may be
    /// more; it grows no more.
    void setLimits(qsizetype mostTags, qsizetype longestTag);

signals:
    void limitReached();

private:
    void keepLimits();

    QStringList m_before; ///< the tags before the edit
    qsizetype m_mostTags = 0; ///< 0: no limits
    qsizetype m_longestTag = 0;
};

} // namespace toasoan
