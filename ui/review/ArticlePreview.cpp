#include "ui/review/ArticlePreview.h"

#include "ui/preview/PreviewWindow.h"

#include <QEvent>
#include <QPushButton>
#include <QShortcut>

namespace toasoan {

namespace {

QKeySequence previewKey()
{
    return {Qt::CTRL | Qt::Key_F2}; // as in Word
}

} // namespace

ArticlePreview::ArticlePreview(const ReviewSource &source, QWidget *page)
    : QObject(page)
    , m_source(source)
    , m_page(page)
{
    page->installEventFilter(this);
}

ArticlePreview::~ArticlePreview()
{
    delete m_window; // it asks here for pictures
}

bool ArticlePreview::isOpen() const
{
    return m_window && m_window->isVisible(); // one that was closed is not deleted at once
}

void ArticlePreview::open(const Article &article, const Content &content, const std::vector<Decision> &decisions,
                          Preferences &preferences)
{
    if (!isOpen()) {
        m_window = new PreviewWindow(
            [guard = QPointer(this)](MediaId media, std::function<void(const QString &)> give) {
                if (!guard)
                    return;
                guard->m_source.pictureFile(media, guard, [give = std::move(give)](const Result<QString> &file) {
                    give(file ? *file : QString());
                });
            },
            m_source.now, preferences, m_page->window());
        m_article = {};
        m_window->show();
    }
    show(article, content, decisions);
    m_window->raise();
    m_window->activateWindow();
}

void ArticlePreview::show(const Article &article, const Content &content, const std::vector<Decision> &decisions)
{
    if (!isOpen())
        return;
    if (m_article.id != article.id) {
        m_carried.clear();
        m_asked.clear();
    }
    m_article = article;
    m_content = content;
    fetchCarried(article.id, decisions);
    present();
}

// What earlier versions corrected stays on the page with the day on which it was said. Who is offline, and never had
// those versions, sees the correction of this one alone.
void ArticlePreview::fetchCarried(ArticleId article, const std::vector<Decision> &decisions)
{
    for (const Decision &decision : decisions) {
        if (decision.step != Step::Publish || !m_asked.emplace(decision.version, decision.at).second)
            continue;
        m_source.revision(
            article, decision.version, this,
            [this, article, version = decision.version, at = decision.at](const Result<Content> &content) {
                if (!content || article != m_article.id || !isOpen())
                    return;
                m_carried[version] = {.at = at, .text = content->correction};
                present();
            });
    }
}

void ArticlePreview::present()
{
    PreviewSubject subject{.article = m_article,
                           .content = m_content,
                           .site = m_source.site ? m_source.site().value_or(Site()) : Site(),
                           .sections = m_source.sections ? m_source.sections() : std::vector<Section>(),
                           .genres = m_source.genres ? m_source.genres() : Genres()};
    for (const auto &[version, correction] : m_carried)
        subject.carried.push_back(correction);
    m_window->present(subject);
}

void ArticlePreview::blank()
{
    m_article = {};
    m_content = {};
    if (isOpen())
        m_window->blank();
}

void ArticlePreview::close()
{
    if (isOpen())
        m_window->close();
}

void ArticlePreview::refreshPictures()
{
    if (isOpen())
        m_window->refreshPictures();
}

bool ArticlePreview::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::Hide && !event->spontaneous())
        close();
    return QObject::eventFilter(watched, event);
}

QString previewToolTip()
{
    return ArticlePreview::tr("As readers will see it, on a phone and on a desktop screen (%1)")
        .arg(previewKey().toString(QKeySequence::NativeText));
}

void addPreviewKey(QWidget *page, QPushButton *button)
{
    auto *shortcut = new QShortcut(previewKey(), page);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    shortcut->setAutoRepeat(false);
    QObject::connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
}

} // namespace toasoan
