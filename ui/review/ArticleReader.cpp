#include "ui/review/ArticleReader.h"

#include "ui/models/NewsroomText.h"
#include "ui/review/HistoryView.h"
#include "ui/review/ReadingHtml.h"
#include "ui/review/ReadingView.h"
#include "ui/review/ReviewTexts.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Tabs.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStylePainter>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Says with an ellipsis that there is more than fits; QComboBox cuts through a letter.
class VersionBox final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
        option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, field.width());
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
};

} // namespace

ArticleReader::ArticleReader(const ReviewSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_tabs(new QTabBar(this))
    , m_compareBar(new QWidget(this))
    , m_versions(new VersionBox(m_compareBar))
    , m_stack(new QStackedWidget(this))
    , m_history(new HistoryView(this))
{
    m_tabs->addTab(icon(u"eye"_s), tr("Te&xt"));
    m_tabs->addTab(icon(u"file-pen"_s), tr("Chan&ges"));
    m_tabs->addTab(icon(u"rotate-ccw"_s), tr("His&tory"));
    makeTabs(m_tabs);
    m_tabs->setAccessibleName(tr("Article view"));

    auto *compareLabel = new QLabel(tr("Co&mpare with"), m_compareBar);
    compareLabel->setBuddy(m_versions);
    m_versions->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_versions->setMinimumContentsLength(24);
    m_versions->setMinimumWidth(150); // what it has no room for is in its list
    m_versions->setMaximumWidth(460);
    auto *compareLayout = new QHBoxLayout(m_compareBar);
    compareLayout->setContentsMargins(0, 0, 0, 0);
    compareLayout->addStretch(1);
    compareLayout->addWidget(compareLabel);
    compareLayout->addWidget(m_versions, 50);
    m_tabs->setUsesScrollButtons(false); // all of them are there
    m_tabs->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_head->setContentsMargins(20, 0, 20, 0);
    m_head->addWidget(m_tabs);
    m_head->addStretch(1);
    m_head->addWidget(m_compareBar, 50);

    m_reading = new ReadingView(
        [this](MediaId media, std::function<void(const QString &)> give) {
            m_source.pictureFile(
                media, this, [give = std::move(give)](const Result<QString> &file) { give(file ? *file : QString()); });
        },
        this);
    m_stack->addWidget(m_reading);
    auto *historyPage = new QWidget(this);
    auto *openVersion = new QPushButton(icon(u"history"_s), tr("Open a version…"), historyPage);
    auto *historyLayout = new QVBoxLayout(historyPage);
    historyLayout->setContentsMargins(20, 4, 20, 0);
    historyLayout->addWidget(openVersion, 0, Qt::AlignLeft);
    historyLayout->addWidget(m_history, 1);
    m_stack->addWidget(historyPage);
    connect(openVersion, &QPushButton::clicked, this, &ArticleReader::versionsWanted);
    connect(m_history, &QTreeView::activated, this, &ArticleReader::versionsWanted);
    connect(m_reading, &ReadingView::zoomWanted, this, &ArticleReader::zoomWanted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(m_head);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_reading);

    auto *minute = new QTimer(this); // "5 minutes ago" ages
    minute->start(60'000);
    connect(minute, &QTimer::timeout, this, [this] {
        if (m_view)
            nameVersions();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &ArticleReader::showTab);
    connect(m_versions, &QComboBox::activated, this, [this] {
        m_base = Version(m_versions->currentData().toLongLong());
        compareChosen();
    });
    connect(m_reading, &ReadingView::shown, this, [this] {
        m_isSeen = m_isSeen || isTextInPage();
        emit seenChanged();
    });
    connect(m_reading, &ReadingView::lost, this, [this] {
        m_isSeen = m_isSeen && !isTextInPage();
        emit seenChanged();
    });
    connect(m_reading, &ReadingView::undrawnChanged, this, &ArticleReader::seenChanged);
    connect(m_reading, &ReadingView::endReached, this, &ArticleReader::seenChanged);
    connect(m_reading, &ReadingView::readToEnd, this, [this] {
        m_isReadToEnd = m_isReadToEnd || isTextInPage();
        emit seenChanged();
    });
}

void ArticleReader::open(const ArticleView &view, const Readers &readers)
{
    if (!m_view || m_view->article.id != view.article.id)
        m_base.reset();
    m_view = view;
    m_readers = readers;
    m_newer.reset();
    m_unreadable.reset();
    m_text.clear();
    m_isSeen = m_isReadToEnd = false;
    m_revisions.clear();
    m_revisionsOf = {};
    {
        const QSignalBlocker blocker(m_tabs);
        m_tabs->setCurrentIndex(int(Tab::Text));
    }
    showTab();
    m_isSeen = isTextInPage() && m_reading->isShown(); // the same text may stand there already
    m_isReadToEnd = m_isSeen && m_reading->isReadToEnd();
}

void ArticleReader::setReaders(const Readers &readers)
{
    if (!m_view || readers == m_readers)
        return;
    m_readers = readers;
    if (tab() == Tab::Text)
        showTab();
}

void ArticleReader::setNews(const ArticleView &view, const std::optional<ArticleView> &newer)
{
    m_view = view;
    m_newer = newer;
    m_revisionsOf = {};
    if (tab() != Tab::Text)
        showTab();
}

void ArticleReader::close()
{
    m_view.reset();
    m_newer.reset();
    m_text.clear();
    m_isSeen = m_isReadToEnd = false;
    m_base.reset();
    m_revisions.clear();
    m_revisionsOf = {};
    m_versions->clear();
    ++m_comparing;
}

bool ArticleReader::isTextInPage() const
{
    return !m_text.isEmpty() && m_reading->html() == m_text;
}

bool ArticleReader::hasGivenUp() const
{
    return m_reading->hasGivenUp();
}

void ArticleReader::showAgain()
{
    m_reading->showHtml(m_reading->html());
    emit seenChanged();
}

void ArticleReader::showDifference()
{
    if (tab() == Tab::Changes)
        showTab();
    else
        m_tabs->setCurrentIndex(int(Tab::Changes));
}

void ArticleReader::setZoom(int percent)
{
    m_reading->setZoom(percent);
}

int ArticleReader::missingPictures() const
{
    return isTextInPage() ? m_reading->missingPictures() : 0;
}

bool ArticleReader::isAtEnd() const
{
    return isTextInPage() && m_reading->isAtEnd();
}

int ArticleReader::undrawnPictures() const
{
    return isTextInPage() ? m_reading->undrawnPictures() : 0;
}

void ArticleReader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeVersions();
}

// What is compared with stands below the tabs where there is no room beside them.
void ArticleReader::placeVersions()
{
    const QMargins margins = m_head->contentsMargins();
    const int room = width() - margins.left() - margins.right() - m_tabs->sizeHint().width() - 2 * m_head->spacing();
    const bool isBeside = m_compareBar->minimumSizeHint().width() <= room;
    m_head->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

int ArticleReader::headHeight() const
{
    return layout()->itemAt(0)->sizeHint().height() + layout()->spacing();
}

void ArticleReader::refreshPictures()
{
    m_reading->refresh();
}

ArticleReader::Tab ArticleReader::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void ArticleReader::showHtml(const Result<QString> &html)
{
    if (html && m_reading->html() != *html)
        m_reading->showHtml(*html);
    else if (!html)
        m_reading->showHtml(noticeHtml(errorText(html.error())));
}

void ArticleReader::showTab()
{
    if (!m_view)
        return;
    const Tab shown = tab();
    m_stack->setCurrentIndex(shown == Tab::History ? 1 : 0);
    m_compareBar->setVisible(shown == Tab::Changes && !m_newer);
    m_tabs->updateGeometry(); // the one that is chosen is wider
    placeVersions();
    ++m_comparing;
    switch (shown) {
    case Tab::Text: {
        Content content = m_view->article.content;
        if (isOfEarlierText(content.correction, m_readers)) // readers see it under its own day
            content.correction.clear();
        const auto html = readingHtml(content, placeOf(m_source, content));
        m_unreadable = html ? std::nullopt : std::optional(html.error());
        m_text = html ? *html : QString();
        showHtml(html);
        break;
    }
    case Tab::Changes:
        if (m_newer) {
            const auto compared = [this](const Article &article) {
                return ComparedContent{.content = article.content,
                                       .name = versionName(article.version),
                                       .place = placeOf(m_source, article.content)};
            };
            showHtml(differenceHtml(compared(m_view->article), compared(m_newer->article)));
        } else if (m_revisionsOf == m_view->article.id) {
            fillVersions();
            compareChosen();
        } else {
            fetchRevisions();
        }
        break;
    case Tab::History:
        m_history->showHistory((m_newer ? *m_newer : *m_view).decisions, m_revisions, m_source.personName);
        if (m_revisionsOf != m_view->article.id)
            fetchRevisions();
        break;
    }
}

void ArticleReader::fetchRevisions()
{
    m_source.revisions(m_view->article.id, this,
                       [this, id = m_view->article.id](const Result<std::vector<RevisionLine>> &revisions) {
                           if (!m_view || id != m_view->article.id)
                               return;
                           if (!revisions) {
                               if (tab() == Tab::Changes)
                                   showHtml(revisions.error());
                               return;
                           }
                           m_revisions = *revisions;
                           std::erase_if(m_revisions, &RevisionLine::isSuperseded);
                           m_revisionsOf = id;
                           if (tab() != Tab::Text)
                               showTab();
                       });
}

// What readers have; else the version that last changed hands: what another person, or at least somebody, decided on.
// Never one between: that is how far somebody had got when the program saved.
std::optional<Version> ArticleReader::usualBase() const
{
    const Article &article = m_view->article;
    if (article.publication && article.publication->version < article.version)
        return article.publication->version;
    const UserId me = m_source.actor().user;
    std::optional<Version> byOthers;
    std::optional<Version> byAnybody;
    for (const Decision &decision : m_view->decisions) {
        if (decision.step == Step::Save || decision.version >= article.version)
            continue;
        byAnybody = decision.version;
        if (decision.actor != me)
            byOthers = decision.version;
    }
    return byOthers ? byOthers : byAnybody;
}

void ArticleReader::fillVersions()
{
    const QSignalBlocker blocker(m_versions);
    m_versions->clear();
    const Article &article = m_view->article;
    for (auto revision = m_revisions.rbegin(); revision != m_revisions.rend(); ++revision) {
        if (revision->version >= article.version)
            continue;
        m_versions->addItem({}, qlonglong(revision->version));
    }
    nameVersions();
    const std::optional<Version> base = m_base ? m_base : usualBase();
    m_versions->setCurrentIndex(base ? m_versions->findData(qlonglong(*base)) : -1);
}

// Those that are listed, as long ago as they are now.
void ArticleReader::nameVersions()
{
    for (const RevisionLine &revision : m_revisions) {
        const int row = m_versions->findData(qlonglong(revision.version));
        if (row < 0)
            continue;
        QString text = tr("Version %1 · %2 · %3")
                           .arg(QString::number(revision.version), m_source.personName(revision.savedBy),
                                whenText(revision.savedAt, m_source.now()));
        const auto &publication = m_view->article.publication;
        if (publication && publication->version == revision.version)
            text += u" · "_s + tr("published");
        m_versions->setItemText(row, text);
        m_versions->setItemData(row, text, Qt::ToolTipRole);
    }
}

void ArticleReader::compareChosen()
{
    if (!m_view || m_newer)
        return;
    const Article after = m_view->article;
    const ComparedContent now{
        .content = after.content, .name = versionName(after.version), .place = placeOf(m_source, after.content)};
    m_compareBar->setVisible(m_versions->count() > 0);
    if (m_versions->count() == 0) {
        showHtml(noticeHtml(tr("There is no earlier version to compare with.")));
        return;
    }
    if (m_versions->currentIndex() < 0) {
        showHtml(noticeHtml(tr("No version of it has changed hands yet. Choose above which one to compare with.")));
        return;
    }
    const auto version = Version(m_versions->currentData().toLongLong());
    const quint64 asked = ++m_comparing;
    m_source.revision(after.id, version, this, [this, asked, now, version](const Result<Content> &content) {
        if (asked != m_comparing)
            return;
        if (!content) {
            showHtml(content.error());
            return;
        }
        ComparedContent before{.content = *content, .name = versionName(version), .place = placeOf(m_source, *content)};
        ComparedContent shown = now;
        if (isOfEarlierText(shown.content.correction, m_readers)
            && shown.content.correction == before.content.correction) { // it speaks of neither
            shown.content.correction.clear();
            before.content.correction.clear();
        }
        showHtml(differenceHtml(before, shown));
    });
}

} // namespace toasoan
