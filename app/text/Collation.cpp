#include "text/Collation.h"

#include <QLocale>

namespace toasoan {

namespace {

QString givenName(const QString &name)
{
    return name.trimmed().section(u' ', -1);
}

} // namespace

VietnameseOrder::VietnameseOrder() : m_collator(QLocale(QLocale::Vietnamese, QLocale::Vietnam))
{
    m_collator.setNumericMode(true);
}

bool VietnameseOrder::operator()(const QString &left, const QString &right) const
{
    return m_collator.compare(left, right) < 0;
}

bool VietnameseOrder::byGivenName(const QString &left, const QString &right) const
{
    const int order = m_collator.compare(givenName(left), givenName(right));
    return order != 0 ? order < 0 : m_collator.compare(left, right) < 0;
}

} // namespace toasoan
