#include "ui/review/PublishedText.h"

namespace toasoan {

PublishedText::PublishedText(const ReviewSource &source, QObject *parent) : QObject(parent), m_source(source) { }

Readers PublishedText::readersOf(const Article &article)
{
    const Readers known = toasoan::readersOf(article);
    if (!known.haveAnEarlierText || article.publication->version == article.version)
        return known;
    const Version version = article.publication->version;
    if (article.id != m_article || version != m_version) {
        m_article = article.id;
        m_version = version;
        m_isAsking = false;
        m_content.reset();
    }
    if (m_content)
        return toasoan::readersOf(article, *m_content);
    if (m_isAsking)
        return known;
    m_isAsking = true;
    m_source.revision(article.id, version, this, [this, id = article.id, version](const Result<Content> &content) {
        if (id != m_article || version != m_version)
            return;
        m_isAsking = false;
        if (!content)
            return;
        m_content = *content;
        emit changed();
    });
    return m_content ? toasoan::readersOf(article, *m_content) : known;
}

} // namespace toasoan
