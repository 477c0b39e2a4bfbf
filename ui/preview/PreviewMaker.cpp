#include "ui/preview/PreviewMaker.h"

#include "portal/PageModels.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

PreviewStanding standingOf(const PreviewSubject &subject)
{
    const Article &article = subject.article;
    if (!article.publication)
        return article.state == State::Scheduled ? PreviewStanding::Scheduled : PreviewStanding::New;
    if (!article.publication->isLive())
        return PreviewStanding::TakenDown;
    const bool isSame =
        article.publication->version == article.version && contentHash(subject.content) == article.contentHash;
    return isSame ? PreviewStanding::Live : PreviewStanding::Changed;
}

Result<PreviewMaker> PreviewMaker::create()
{
    auto renderer = portal::PortalRenderer::load();
    if (!renderer)
        return renderer.error();
    return PreviewMaker(*std::move(renderer));
}

QByteArray PreviewMaker::script() const
{
    return m_renderer.assets().at(m_renderer.theme().assetPath(u"portal.js"_s)).bytes;
}

Result<QByteArray> PreviewMaker::page(const PreviewSubject &subject, Instant now) const
{
    Article article = subject.article;
    article.setContent(subject.content);
    const bool isLive = standingOf(subject) == PreviewStanding::Live;
    const bool hasHour = article.state == State::Scheduled && article.scheduledAt;
    const Instant at = hasHour ? std::max(now, *article.scheduledAt) : now;
    const Publication publication = isLive ? *article.publication : publicationAt(article, 0, at);
    const auto item = publicItem(article, publication, article.content);
    if (!item)
        return item.error();
    const auto sources = [](const QString &media) -> std::optional<document::PictureSources> {
        const auto id = MediaId::fromText(media);
        if (!id || id->isNull()) // still being chosen: readers get the caption alone
            return std::nullopt;
        document::PictureSources found;
        found.src = "media:"_L1 + id->toText();
        return found;
    };
    const auto body =
        portal::bodyHtml(article.content, sources, portal::tableWords(m_renderer.theme(), portal::itemLanguage));
    if (!body)
        return body.error();
    std::vector<PublicCorrection> carried = subject.carried;
    if (!isLive || carried.empty())
        carried.push_back({.at = publication.at, .text = article.content.correction});
    const portal::PageModels models(subject.site, subject.sections, subject.genres, m_renderer.theme(),
                                    portal::itemLanguage);
    // How often it was read is the portal's to say; of what nobody could read yet it is known.
    const auto views = article.publication ? std::nullopt : std::optional<qint64>(0);
    const portal::ItemPage page = models.itemPage(
        *item, article.content, *body, {.views = views, .corrections = shownCorrections(carried)}, std::max(now, at));
    return m_renderer.itemPage(models.site(), page);
}

} // namespace toasoan
