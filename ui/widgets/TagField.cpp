#include "ui/widgets/TagField.h"

namespace toasoan {

TagField::TagField(QWidget *parent) : QLineEdit(parent) { }

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
