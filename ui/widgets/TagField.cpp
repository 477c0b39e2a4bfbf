#include "ui/widgets/TagField.h"

#include "ui/widgets/LineLimit.h"

#include <algorithm>

namespace toasoan {

TagField::TagField(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, &TagField::keepLimits);
    connect(this, &QLineEdit::textChanged, this, [this] { m_before = tags(); }); // behind textEdited()
}

void TagField::setLimits(qsizetype mostTags, qsizetype longestTag)
{
    m_mostTags = mostTags;
    m_longestTag = longestTag;
}

void TagField::keepLimits()
{
    if (m_mostTags == 0)
        return;
    qsizetype longest = m_longestTag;
    for (const QString &tag : std::as_const(m_before))
        longest = std::max(longest, tag.size());
    const qsizetype most = std::max(m_mostTags, m_before.size());
    const QStringList now = tags();
    const bool isTooLong = std::ranges::any_of(now, [longest](const QString &tag) { return tag.size() > longest; });
    if (!isTooLong && now.size() <= most)
        return;
    QStringList kept;
    for (const QString &tag : now.first(std::min(most, now.size())))
        kept.append(fitted(tag, longest));
    const int cursor = cursorPosition();
    // What is typed on is another tag still, not the end of the last one.
    setText(kept.join(QStringLiteral(", ")) + (now.size() > most ? QStringLiteral(", ") : QString()));
    setCursorPosition(std::min(cursor, int(text().size())));
    emit limitReached();
}

QStringList TagField::tags() const
{
    QStringList tags;
    const QStringList parts = text().split(u',');
    for (const QString &part : parts) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags.append(tag);
    }
    return tags;
}

void TagField::setTags(const QStringList &tags)
{
    if (tags != this->tags())
        setText(tags.join(QStringLiteral(", ")));
}

} // namespace toasoan
