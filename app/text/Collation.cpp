#include "text/Collation.h"

#include <QLocale>

namespace toasoan {

namespace {

QString givenName(const QString &name)
{
    return name.trimmed().section(u' ', -1);
}

/// Ð and Ɖ, typed for Đ, would stand with the letters of other languages.
QString withOneBarredD(QString text)
{
    return text.replace(QChar(0x00D0), u'Đ')
        .replace(QChar(0x0189), u'Đ')
        .replace(QChar(0x00F0), u'đ')
        .replace(QChar(0x0256), u'đ');
}

} // namespace

VietnameseOrder::VietnameseOrder() : m_collator(QLocale(QLocale::Vietnamese, QLocale::Vietnam))
{
    m_collator.setNumericMode(true);
}

bool VietnameseOrder::operator()(const QString &left, const QString &right) const
{
    return m_collator.compare(withOneBarredD(left), withOneBarredD(right)) < 0;
}

QCollatorSortKey VietnameseOrder::key(const QString &text) const
{
    return m_collator.sortKey(withOneBarredD(text));
}

bool VietnameseOrder::byGivenName(const QString &left, const QString &right) const
{
    const QString one = withOneBarredD(left);
    const QString other = withOneBarredD(right);
    const int order = m_collator.compare(givenName(one), givenName(other));
    return order != 0 ? order < 0 : m_collator.compare(one, other) < 0;
}

} // namespace toasoan
