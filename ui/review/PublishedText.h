// What readers have of the article that a page shows, while another text is on its way to them: asked for once it is
// known that there is one, and again with the article as long as it could not be had. GUI thread.
#pragma once

#include "domain/Checklist.h"
#include "ui/review/ReviewSource.h"

namespace toasoan {

class PublishedText final : public QObject
{
    Q_OBJECT

public:
    /// `source` must outlive it.
    explicit PublishedText(const ReviewSource &source, QObject *parent = nullptr);

    /// What readers have of `article`, as far as it is known here; changed() says when more is.
    [[nodiscard]] Readers readersOf(const Article &article);

signals:
    void changed();

private:
    const ReviewSource &m_source;
    ArticleId m_article;
    Version m_version = 0;
    bool m_isAsking = false;
    std::optional<Content> m_content; ///< of m_version of m_article
};

} // namespace toasoan
