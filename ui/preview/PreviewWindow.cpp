#include "ui/preview/PreviewWindow.h"

#include "domain/ContentMerge.h"
#include "ui/models/NewsroomText.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array widths{PreviewWidth::Phone, PreviewWidth::Desktop};
constexpr QSize usualSize(1040, 760);
constexpr int widthForDesktop = 760; // less, and a page of 1280 pixels is too small to read

/// What the screen has for a window inside its frame, whose size no window knows before it is shown.
QSize roomOn(const QScreen &screen)
{
    constexpr QSize frame(8, 40);
    return screen.availableGeometry().size() - frame;
}

} // namespace

PreviewWindow::PreviewWindow(PictureFile pictureFile, std::function<Instant()> now, Preferences &preferences,
                             QWidget *parent)
    : QDialog(parent)
    , m_now(std::move(now))
    , m_preferences(preferences)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    setWindowTitle(tr("Preview"));
    m_follow.setSingleShot(true);
    connect(&m_follow, &QTimer::timeout, this, &PreviewWindow::render);
    auto maker = PreviewMaker::create();
    if (maker) {
        m_maker.emplace(*std::move(maker));
        m_view = new PreviewView(*m_maker, std::move(pictureFile), this);
    }
    build(preferences);
    if (!m_maker)
        say(errorText(maker.error()));
}

PreviewWindow::~PreviewWindow()
{
    delete m_view; // before its maker
}

void PreviewWindow::build(Preferences &preferences)
{
    m_standing = new QLabel(this);
    m_standing->setTextFormat(Qt::PlainText);
    m_widths = new QTabBar(this);
    m_widths->setDrawBase(false);
    m_widths->setExpanding(false);
    m_widths->setAccessibleName(tr("Width of the page"));
    m_widths->addTab(icon(u"smartphone"_s), tr("P&hone"));
    m_widths->addTab(icon(u"monitor"_s), tr("&Desktop"));
    for (const PreviewWidth width : widths)
        m_widths->setTabToolTip(int(width), tr("%1 pixels wide").arg(PreviewView::widthOf(width)));
    m_widths->setCurrentIndex(int(preferences.previewWidth()));
    // Two halves of one switch: which one is on is told by more than a shade.
    setSheet(m_widths, [](const QPalette &palette) {
        return u"QTabBar::tab { padding: 5px 12px; margin: 1px; border: 1px solid transparent; border-radius: 6px; "
               "color: %1; } "
               "QTabBar::tab:hover { border-color: %2; } "
               "QTabBar::tab:selected { background: %3; border-color: %4; color: %4; font-weight: 600; } "
               "QTabBar::tab:focus { border: 2px solid %4; padding: 4px 11px; }"_s.arg(
                   palette.color(QPalette::WindowText).name(), lineColour(palette).name(),
                   toneGround(Tone::Accent, palette).name(), toneColour(Tone::Accent, palette).name());
    });

    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_again = new QPushButton(tr("Sh&ow it again"), this);
    m_said = new QWidget(this);
    auto *said = new QVBoxLayout(m_said);
    said->setContentsMargins(24, 24, 24, 24);
    said->setSpacing(12);
    said->addStretch(1);
    said->addWidget(m_message);
    said->addWidget(m_again, 0, Qt::AlignHCenter);
    said->addStretch(1);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_said);
    if (m_view)
        m_stack->addWidget(m_view);
    m_hint = new QLabel(this);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    setRole(m_hint, TextRole::Muted);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 10, 12, 10);
    head->setSpacing(12);
    head->addWidget(m_standing, 0, Qt::AlignVCenter);
    head->addStretch(1);
    head->addWidget(m_widths, 0, Qt::AlignVCenter);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 8, 16, 8);
    foot->addWidget(m_hint, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addLayout(foot);

    const QSize room = roomOn(*screen());
    const QSize chosen = preferences.previewSize();
    resize((chosen.isEmpty() ? usualSize : chosen).boundedTo(room));
    setMinimumHeight(std::min(360, room.height()));

    connect(m_widths, &QTabBar::currentChanged, this,
            [this](int tab) { chooseWidth(widths.at(std::size_t(std::max(tab, 0)))); });
    // The page has the keys, and knows none of them.
    for (const QKeySequence &key : {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_F2)}) {
        auto *shortcut = new QShortcut(key, this);
        connect(shortcut, &QShortcut::activated, this, &QDialog::reject);
    }
    if (!m_view)
        return;
    m_view->setPageWidth(preferences.previewWidth());
    m_view->setFocus();
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_view->showAgain();
        m_stack->setCurrentWidget(m_view);
        m_view->setFocus();
        showHint();
    });
    connect(m_view, &PreviewView::lost, this, [this] {
        if (!m_view->hasGivenUp())
            return;
        say(tr("The preview has stopped several times."));
        m_again->show();
        m_again->setFocus();
    });
    connect(m_view, &PreviewView::missingChanged, this, &PreviewWindow::showHint);
    connect(m_view, &PreviewView::linkHovered, this, [this](const QString &address) {
        m_hovered = address;
        if (!address.isEmpty() && address != m_pressed)
            m_pressed.clear();
        showHint();
    });
    connect(m_view, &PreviewView::linkPressed, this, [this](const QString &address) {
        m_pressed = address;
        showHint();
    });
}

void PreviewWindow::chooseWidth(PreviewWidth width)
{
    m_preferences.setPreviewWidth(width);
    if (!m_view)
        return;
    m_view->setPageWidth(width);
    const int room = roomOn(*screen()).width();
    if (width == PreviewWidth::Desktop && this->width() < widthForDesktop)
        resize(std::min(usualSize.width(), room), height());
}

void PreviewWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (isVisible() && !isMaximized() && !isFullScreen())
        m_preferences.setPreviewSize(size());
}

void PreviewWindow::present(const PreviewSubject &subject)
{
    if (m_subject == subject)
        return;
    const bool isFirst = !m_subject;
    m_subject = subject;
    if (isFirst) {
        render();
        return;
    }
    const Instant now = m_now();
    const Instant first = m_changedAt.value_or(now);
    m_changedAt = first;
    const auto left = toMilliseconds(first) + followWithin - toMilliseconds(now);
    m_follow.start(int(std::clamp<qint64>(left, 0, followAfter)));
}

void PreviewWindow::blank()
{
    m_follow.stop();
    m_changedAt.reset();
    m_subject.reset();
    setWindowTitle(tr("Preview"));
    m_standing->hide();
    m_explanation.clear();
    say({});
}

void PreviewWindow::render()
{
    m_follow.stop();
    m_changedAt.reset();
    if (!m_maker || !m_subject)
        return;
    showStanding();
    const auto page = m_maker->page(*m_subject, m_now());
    if (!page) {
        say(errorText(page.error()));
        return;
    }
    m_stack->setCurrentWidget(m_view);
    m_view->showPage(*page);
    showHint();
}

void PreviewWindow::showStanding()
{
    const Article &article = m_subject->article;
    const PreviewStanding standing = standingOf(*m_subject);
    const auto [name, explanation] = [&]() -> std::pair<QString, QString> {
        switch (standing) {
        case PreviewStanding::New:
            return {tr("Not published yet"), tr("The date shown is now; it becomes the hour of publishing.")};
        case PreviewStanding::Scheduled:
            return {tr("Not published yet"),
                    tr("Scheduled for %1; that is the date shown.")
                        .arg(article.scheduledAt ? momentText(*article.scheduledAt) : QString())};
        case PreviewStanding::Changed:
            return {tr("These changes are not published yet"),
                    tr("Readers have version %1.").arg(article.publication->version)};
        case PreviewStanding::Live:
            return {tr("Published"), tr("Readers have exactly this text.")};
        case PreviewStanding::TakenDown:
            return {tr("Taken down"), tr("It would look like this if it were published again.")};
        }
        Q_UNREACHABLE();
    }();
    const Tone tone = standing == PreviewStanding::Live ? Tone::Good : Tone::Warning;
    m_standing->setText(name);
    setSheet(m_standing, [tone](const QPalette &palette) {
        return u"QLabel { background: %1; color: %2; border-radius: 6px; padding: 4px 10px; font-weight: 600; }"_s.arg(
            toneGround(tone, palette).name(), toneColour(tone, palette).name());
    });
    m_standing->show();
    m_explanation = explanation;
    if (hasConflict(m_subject->content))
        m_explanation = tr("Where two wordings are still open, both are shown.");
    const QString title = m_subject->content.title.trimmed();
    setWindowTitle(tr("Preview: %1 (%2)").arg(title.isEmpty() ? tr("without a title") : title, name.toLower()));
}

void PreviewWindow::showHint()
{
    // The item's own other pages: their address holds the number that publishing gives.
    static const QRegularExpression unnumbered(u"-0(\\.html|/in|/luu)$"_s);
    if (const QString link = m_pressed.isEmpty() ? m_hovered : m_pressed; unnumbered.match(link).hasMatch())
        m_hint->setText(tr("This link leads to the article itself; its address is known once it is published."));
    else if (!m_pressed.isEmpty())
        m_hint->setText(tr("Links do not open in the preview. On the portal this one leads to %1").arg(m_pressed));
    else if (!m_hovered.isEmpty())
        m_hint->setText(tr("On the portal this link leads to %1").arg(m_hovered));
    else if (const int missing = m_view ? m_view->missingPictures() : 0; missing > 0)
        m_hint->setText(m_explanation + u' '
                        + tr("%Ln picture(s) are not on this PC yet; a sign stands in their place.", nullptr, missing));
    else
        m_hint->setText(m_explanation + u' '
                        + tr("Dashed frames mark what the portal adds: related articles, numbers of visits."));
}

void PreviewWindow::refreshPictures()
{
    if (m_view)
        m_view->refreshPictures();
}

void PreviewWindow::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_again->hide();
    m_stack->setCurrentWidget(m_said);
    m_hint->clear();
}

} // namespace toasoan
