#include "ui/review/VersionsDialog.h"

#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/review/ReadingHtml.h"
#include "ui/review/ReadingView.h"
#include "ui/review/ReviewTexts.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Preferences.h"
#include "ui/widgets/RowFocus.h"
#include "ui/widgets/TabOrder.h"
#include "ui/widgets/Tabs.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

enum Tab
{
    Changes,
    Text
};

constexpr int listWidth = 290;

} // namespace

VersionsDialog::VersionsDialog(const ReviewSource &source, Subject subject, Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_subject(std::move(subject))
    , m_list(new QListWidget(this))
    , m_between(new QCheckBox(this))
    , m_tabs(new QTabBar(this))
    , m_hint(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Versions"));
    build(preferences);
    showPage(noticeHtml(tr("Fetching the versions…"))); // from the server, which may take its time
    m_source.revisions(m_subject.article.article.id, this, [this](const Result<std::vector<RevisionLine>> &revisions) {
        if (revisions)
            take(*revisions);
        else
            showPage(revisions.error());
    });
}

bool VersionsDialog::focusNextPrevChild(bool next)
{
    return moveFocus(*this, next ? TabWay::Forward : TabWay::Back);
}

void VersionsDialog::build(Preferences &preferences)
{
    m_list->setAccessibleName(tr("Versions"));
    m_list->setItemDelegate(new RowFocusDelegate(m_list));
    m_list->setFixedWidth(listWidth);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    makePlain(m_list);
    setSheet(m_list, [](const QPalette &palette) {
        return u"QListWidget { border: none; background: transparent; } "
               "QListWidget::item { padding: 8px 10px; border-bottom: 1px solid %1; color: %3; } "
               "QListWidget::item:selected { background: %2; color: %3; }"_s.arg(
                   lineColour(palette).name(), toneGround(Tone::Accent, palette).name(),
                   palette.color(QPalette::Text).name());
    });
    m_between->setToolTip(tr("What was saved while somebody went on writing. Kept at the server for 30 days."));
    m_between->hide(); // until it is known that there are any
    m_tabs->addTab(icon(u"file-pen"_s), tr("What is different now"));
    m_tabs->addTab(icon(u"eye"_s), tr("This version"));
    makeTabs(m_tabs);
    m_tabs->setAccessibleName(tr("View of the version"));
    m_reading = new ReadingView(
        [this](MediaId media, std::function<void(const QString &)> give) {
            m_source.pictureFile(
                media, this, [give = std::move(give)](const Result<QString> &file) { give(file ? *file : QString()); });
        },
        this);
    m_reading->setZoom(preferences.zoom());
    addZoomKeys(this, preferences);
    connect(m_reading, &ReadingView::zoomWanted, &preferences, &Preferences::stepZoom);
    connect(&preferences, &Preferences::zoomChanged, m_reading, &ReadingView::setZoom);
    m_hint->setWordWrap(true);
    QSizePolicy keepsPlace = m_hint->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_hint->setSizePolicy(keepsPlace);
    setRole(m_hint, TextRole::Muted);
    m_hint->setText(
        m_subject.restoring == Restoring::Allowed
            ? tr("Restoring puts this version’s text in place of the present one. It can be undone, and the "
                 "present text stays among the versions once it has been saved.")
            : tr("A version can be restored while the article is open for writing."));

    auto *buttons = new QDialogButtonBox(this);
    m_restore = new QPushButton(tr("&Restore this version"), this);
    m_restore->setIcon(icon(u"rotate-ccw"_s));
    m_restore->setEnabled(false);
    if (m_subject.restoring == Restoring::Allowed)
        buttons->addButton(m_restore, QDialogButtonBox::AcceptRole);
    else
        m_restore->hide(); // outside the box, which shows whatever is in it
    QPushButton *leave = buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    leave->setDefault(true); // Enter on a version must not put it back

    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addWidget(m_tabs);
    right->addWidget(m_reading, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(14);
    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(m_list, 1);
    left->addWidget(m_between);
    middle->addLayout(left);
    middle->addLayout(right, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(14);
    foot->addWidget(m_hint, 1);
    foot->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addLayout(middle, 1);
    layout->addLayout(foot);
    const QSize room = parentWidget() ? parentWidget()->window()->size() : QSize(1024, 700);
    resize(qMin(1080, room.width() - 48), qMin(820, room.height() - 48));

    connect(m_between, &QCheckBox::toggled, this, &VersionsDialog::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsDialog::choose);
    connect(m_tabs, &QTabBar::currentChanged, this, &VersionsDialog::showChosen);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_content)
            return;
        const Version version = m_revisions.at(std::size_t(m_list->currentRow())).version;
        emit restoreWanted(version, *m_content);
        accept();
    });
    auto *minute = new QTimer(this); // "5 minutes ago" ages
    minute->start(60'000);
    connect(minute, &QTimer::timeout, this, [this] {
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setText(nameOf(m_revisions.at(std::size_t(row))));
    });
    m_list->setFocus();
}

void VersionsDialog::take(const std::vector<RevisionLine> &revisions)
{
    m_all.assign(revisions.rbegin(), revisions.rend());
    const auto between = std::ranges::count(m_all, true, &RevisionLine::isSuperseded);
    m_between->setText(tr("Show %Ln save(s) in between", nullptr, int(between)));
    m_between->setVisible(between > 0);
    fill();
}

QString VersionsDialog::nameOf(const RevisionLine &revision) const
{
    QStringList facts{m_source.personName(revision.savedBy), whenText(revision.savedAt, m_source.now())};
    facts.removeAll(QString());
    QString text = tr("Version %1").arg(revision.version) + u'\n' + facts.join(u" · "_s);
    if (const QString steps = stepsWith(revision.version); !steps.isEmpty())
        text += u'\n' + steps;
    const auto &publication = m_subject.article.article.publication;
    if (publication && publication->isLive() && publication->version == revision.version)
        text += u'\n' + tr("On the portal now");
    return text;
}

void VersionsDialog::fill()
{
    const int row = m_list->currentRow();
    const auto chosen = row < 0 ? std::nullopt : std::optional(m_revisions.at(std::size_t(row)).version);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_revisions = m_all;
    if (!m_between->isChecked())
        std::erase_if(m_revisions, &RevisionLine::isSuperseded);
    for (const RevisionLine &revision : m_revisions) {
        auto *item = new QListWidgetItem(nameOf(revision), m_list);
        item->setToolTip(momentText(revision.savedAt));
    }
    if (m_revisions.empty()) {
        showPage(noticeHtml(tr("There is no saved version yet.")));
        return;
    }
    const auto same = chosen ? std::ranges::find(m_revisions, *chosen, &RevisionLine::version) : m_revisions.end();
    const int usual = m_revisions.size() > 1 ? 1 : 0; // the newest is mostly what stands there now
    m_list->setCurrentRow(same == m_revisions.end() ? usual : int(same - m_revisions.begin()));
    if (same == m_revisions.end())
        choose();
}

QString VersionsDialog::stepsWith(Version version) const
{
    QStringList steps;
    const std::vector<Decision> &decisions = m_subject.article.decisions;
    const std::vector<QString> names = stepNames(decisions);
    for (std::size_t at = 0; at < decisions.size(); ++at) {
        if (decisions.at(at).version == version && decisions.at(at).step != Step::Save)
            steps.append(names.at(at));
    }
    steps.removeDuplicates();
    return steps.join(u", "_s);
}

void VersionsDialog::choose()
{
    const int row = m_list->currentRow();
    m_content.reset();
    allowRestoring(false);
    if (row < 0)
        return;
    const quint64 asked = ++m_asked;
    m_source.revision(m_subject.article.article.id, m_revisions.at(std::size_t(row)).version, this,
                      [this, asked](const Result<Content> &content) {
                          if (asked != m_asked)
                              return;
                          if (!content) {
                              showPage(content.error());
                              return;
                          }
                          m_content = *content;
                          showChosen();
                      });
}

void VersionsDialog::showChosen()
{
    if (!m_content)
        return;
    const Version version = m_revisions.at(std::size_t(m_list->currentRow())).version;
    const auto text = readingHtml(*m_content, placeOf(m_source, *m_content));
    if (m_tabs->currentIndex() == Tab::Text)
        showPage(text);
    else
        showPage(differenceHtml(
            {.content = *m_content, .name = versionName(version), .place = placeOf(m_source, *m_content)},
            {.content = m_subject.current,
             .name = m_subject.currentName,
             .place = placeOf(m_source, m_subject.current)}));
    // What cannot be drawn cannot be written on with either.
    allowRestoring(text.ok() && *m_content != m_subject.current);
}

// What it does is said where there is something to restore.
void VersionsDialog::allowRestoring(bool isSomethingElse)
{
    m_restore->setEnabled(isSomethingElse);
    m_hint->setVisible(m_subject.restoring != Restoring::Allowed || isSomethingElse);
}

void VersionsDialog::showPage(const Result<QString> &html)
{
    m_reading->showHtml(html ? *html : noticeHtml(errorText(html.error())));
}

} // namespace toasoan
