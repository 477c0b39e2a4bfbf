#include "ui/shell/MainWindow.h"

#include "ui/shell/CommandPalette.h"
#include "ui/shell/HeldKeys.h"
#include "ui/shell/NavigationButton.h"
#include "ui/shell/Notifications.h"
#include "ui/widgets/ButtonLabel.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Mnemonic.h"
#include "ui/widgets/PressedButton.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/TabOrder.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString geometryKey = u"window/geometry"_s;

class Wordmark final : public QWidget
{
public:
    explicit Wordmark(QWidget *parent) : QWidget(parent)
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(6, 4, 6, 10);
        layout->setSpacing(10);
        auto *mark = new QLabel(this);
        mark->setFixedSize(32, 32);
        mark->setAlignment(Qt::AlignCenter);
        mark->setPixmap(iconPixmap(u"newspaper"_s, Qt::white, 20, devicePixelRatioF()));
        setSheet(mark, [](const QPalette &palette) {
            return u"background: %1; border-radius: 8px;"_s.arg(palette.color(QPalette::Highlight).name());
        });
        auto *name = new QLabel(u"Tòa Soạn"_s, this);
        setRole(name, TextRole::Heading);
        layout->addWidget(mark);
        layout->addWidget(name, 1);
        m_name = name;
    }
    void setCompact(bool isCompact) { m_name->setVisible(!isCompact); }

private:
    QLabel *m_name;
};

constexpr int wideSide = 240;
constexpr int narrowSide = 68;
constexpr int roomForWideSide = 1180; // of the window; below it the pages need what names of entries would take

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_gateStack(new QStackedWidget(this))
    , m_room(new QWidget(this))
    , m_pages(new QStackedWidget(m_room))
    , m_mainButton(new QPushButton(m_room))
    , m_personButton(new NavigationButton(u"user"_s, {}, NavigationButton::Leads::ToMenu, m_room))
    , m_personMenu(new QMenu(m_personButton))
    , m_search(new QLineEdit(m_room))
    , m_palette(new CommandPalette(this))
    , m_notifications(new Notifications(m_room))
{
    HeldKeys::watch();
    setWindowTitle(u"Tòa Soạn"_s);
    setWindowIcon(icon(u"newspaper"_s, Tone::Accent));
    resize(1366, 768);
    setMinimumSize(900, 560);
    setCentralWidget(m_gateStack);
    m_gateStack->addWidget(m_room);

    m_side = new QWidget(m_room);
    m_side->setFixedWidth(wideSide);
    auto *sideLayout = new QVBoxLayout(m_side);
    sideLayout->setContentsMargins(12, 14, 12, 10);
    sideLayout->setSpacing(4);
    m_wordmark = new Wordmark(m_side);
    sideLayout->addWidget(m_wordmark);
    makePrimary(m_mainButton);
    m_mainButton->hide();
    sideLayout->addWidget(m_mainButton);
    sideLayout->addSpacing(8);
    m_entries = new QVBoxLayout;
    m_entries->setSpacing(2);
    sideLayout->addLayout(m_entries);
    sideLayout->addStretch(0); // what is left, as long as there are no news
    m_wideNews = new QVBoxLayout; // here they cover nothing that somebody may want to press
    m_wideNews->addWidget(m_notifications);
    sideLayout->addLayout(m_wideNews, 1);
    m_personButton->setMenu(m_personMenu);
    m_personButton->hide();
    sideLayout->addWidget(m_personButton);

    auto *header = new QWidget(m_room);
    auto *headerLayout = new QHBoxLayout(header);
    headerLayout->setContentsMargins(4, 12, 20, 8);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(200);
    m_search->setMaximumWidth(480);
    headerLayout->addWidget(m_search, 1);
    headerLayout->addStretch(1);
    auto *paletteButton = new QPushButton(icon(u"command"_s), tr("Commands"), header);
    paletteButton->setToolTip(tr("Find any command by its name (Ctrl+Shift+P)"));
    makeQuiet(paletteButton);
    headerLayout->addWidget(paletteButton);

    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(header);
    right->addWidget(m_pages, 1);
    m_narrowNews = new QVBoxLayout;
    m_narrowNews->setContentsMargins(4, 0, 20, 0);
    right->addLayout(m_narrowNews);
    auto *layout = new QHBoxLayout(m_room);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_side);
    layout->addLayout(right, 1);

    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(10, 2, 10, 2);

    const auto openPalette = [this] {
        if (!isGated())
            m_palette->openPalette();
    };
    connect(paletteButton, &QPushButton::clicked, this, openPalette);
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), this);
    connect(shortcut, &QShortcut::activated, this, openPalette);
    auto *find = new QAction(icon(u"search"_s), tr("Search articles"), this);
    find->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    connect(find, &QAction::triggered, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    addCommand(find);
    auto *keys = new QAction(icon(u"keyboard"_s), tr("Keyboard overview"), this);
    keys->setShortcut(QKeySequence(Qt::Key_F1));
    connect(keys, &QAction::triggered, this, &MainWindow::showKeys);
    addAccountCommand(keys);
    connect(m_search, &QLineEdit::textChanged, this, &MainWindow::searchEdited);
    m_search->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::followFocus);
    setSearchHint(tr("Search"));
}

MainWindow::~MainWindow()
{
    disconnect(qApp, nullptr, this, nullptr); // what has the focus goes with the window
}

void MainWindow::addPage(const QString &id, const QString &title, const QString &iconName, QWidget *page)
{
    auto *button = new NavigationButton(iconName, title, NavigationButton::Leads::ToPage, m_room);
    m_entries->addWidget(button);
    m_pages->addWidget(page);
    auto *command = new QAction(icon(iconName), tr("Go to: %1").arg(withoutMnemonic(title)), this);
    m_pageOf.insert(id, {.widget = page, .button = button, .command = command, .lastFocus = {}});
    m_order.append(id);
    button->setCompact(m_isCompact);
    numberEntries();
    connect(command, &QAction::triggered, this, [this, id] { showPage(id); });
    connect(button, &QPushButton::clicked, this, [this, id] { showPage(id); });
    addAction(command);
    m_palette->addCommand(command, CommandPalette::Rank::Place);
    if (m_current.isEmpty())
        showPage(id);
}

void MainWindow::addInnerPage(const QString &id, const QString &under, QWidget *page)
{
    m_pages->addWidget(page);
    m_pageOf.insert(id, {.widget = page, .button = m_pageOf.value(under).button, .command = {}, .lastFocus = {}});
}

void MainWindow::setPageOffered(const QString &id, bool isOffered)
{
    const auto page = m_pageOf.find(id);
    if (page == m_pageOf.end() || !page->command || page->command->isVisible() == isOffered)
        return;
    page->command->setVisible(isOffered);
    page->button->setVisible(isOffered);
    numberEntries();
    if (!isOffered && m_current == id)
        showPage(m_order.first());
}

void MainWindow::numberEntries()
{
    int number = 0;
    for (const QString &id : std::as_const(m_order)) {
        const Page &page = m_pageOf[id];
        const bool isNumbered = page.command->isVisible() && ++number <= 9;
        const QKeySequence key = isNumbered ? QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)) : QKeySequence();
        page.command->setShortcut(key);
        page.button->setHint(key.toString(QKeySequence::NativeText));
    }
}

void MainWindow::showPage(const QString &id, Focus focus)
{
    const auto page = m_pageOf.find(id);
    if (page == m_pageOf.end())
        return;
    if (auto before = m_pageOf.find(m_current); before != m_pageOf.end()) {
        QWidget *last = focusWidget();
        if (last && before->widget->isAncestorOf(last))
            before->lastFocus = last;
    }
    m_current = id;
    m_pages->setCurrentWidget(page->widget);
    for (const Page &each : std::as_const(m_pageOf)) {
        if (each.button)
            each.button->setChecked(each.button == page->button);
    }
    if (focus == Focus::Follows && page->lastFocus)
        page->lastFocus->setFocus(Qt::OtherFocusReason);
    else if (focus == Focus::Follows)
        page->widget->setFocus(Qt::OtherFocusReason); // pages name their first field as focus proxy
    emit pageShown(id);
}

void MainWindow::clearPages()
{
    m_search->clear(); // while there is a page that hears of it
    for (const Page &page : std::exchange(m_pageOf, {})) {
        m_pages->removeWidget(page.widget);
        page.widget->hide();
        delete page.widget; // at once: what it still waits for must not come to it among another's things
        if (!page.command)
            continue; // an inner page is marked by another's button
        removeAction(page.command);
        delete page.command;
        m_entries->removeWidget(page.button);
        retire(page.button);
    }
    m_current.clear();
    m_order.clear();
    m_notifications->clear();
}

void MainWindow::setBadge(const QString &id, int count, const QString &meaning)
{
    if (const auto page = m_pageOf.constFind(id); page != m_pageOf.constEnd() && page->button)
        page->button->setBadge(count, meaning);
}

void MainWindow::addCommand(QAction *command)
{
    addAction(command);
    m_palette->addCommand(command);
}

void MainWindow::setMainCommand(QAction *command)
{
    addAction(command);
    m_palette->addCommand(command, CommandPalette::Rank::Main);
    m_mainText = command->text();
    m_mainButton->setIcon(whiteIcon(u"plus"_s));
    m_mainButton->setAccessibleName(withoutMnemonic(m_mainText));
    m_mainKey = command->shortcut().toString(QKeySequence::NativeText);
    setCompact(m_isCompact);
    connect(m_mainButton, &QPushButton::clicked, command, &QAction::trigger);
    connect(command, &QAction::changed, m_mainButton, [this, command] {
        m_mainButton->setEnabled(command->isEnabled());
        m_mainButton->setVisible(command->isVisible());
    });
    m_mainButton->show();
}

void MainWindow::addAccountCommand(QAction *command)
{
    m_personMenu->addAction(command);
    addAction(command);
    m_palette->addCommand(command, CommandPalette::Rank::Seldom);
}

void MainWindow::setPerson(const QString &name, const QString &detail)
{
    m_personButton->setText(QString(name).replace(u'&', u"&&"_s)); // no mnemonic
    m_personButton->setToolTip(name + u'\n' + detail); // the button may have no room for all of it
    m_personButton->setAccessibleName(tr("Account: %1").arg(name));
    m_personButton->setVisible(!name.isEmpty());
    if (!m_personName) { // at the head of the menu: the button shows a mere icon where there is little room
        m_personName = new QAction(this);
        m_personName->setEnabled(false);
        QAction *first = m_personMenu->actions().value(0);
        m_personMenu->insertAction(first, m_personName);
        m_personMenu->insertSeparator(first);
    }
    m_personName->setText(QString(name).replace(u'&', u"&&"_s));
}

void MainWindow::setSearchHint(const QString &hint)
{
    m_search->setPlaceholderText(hint);
    m_search->setAccessibleName(hint);
}

void MainWindow::setStatusItem(const QString &id, const StatusItem &item)
{
    QPushButton *&button = m_statusItems[id];
    if (!button) {
        button = new QPushButton(this);
        makeQuiet(button);
        button->setFocusPolicy(Qt::TabFocus);
        button->setIconSize(QSize(16, 16));
        statusBar()->addWidget(button);
        actAsPressed(
            button, this, [button] { return button->accessibleName(); }, [this, id] { emit statusItemActivated(id); });
    }
    setLabel(button, item.text);
    button->setIcon(icon(item.icon, item.tone));
    button->setToolTip(item.explanation);
    button->setAccessibleName(item.text);
    button->setAccessibleDescription(item.explanation);
    button->setVisible(!item.text.isEmpty());
}

void MainWindow::showStatusMenu(const QString &id, const QList<QAction *> &choices)
{
    QPushButton *button = m_statusItems.value(id);
    if (!button)
        return;
    auto *menu = new QMenu(button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(choices);
    menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void MainWindow::setGate(QWidget *gate)
{
    if (gate && m_gateStack->indexOf(gate) < 0)
        m_gateStack->addWidget(gate);
    m_gateStack->setCurrentWidget(gate ? gate : m_room);
    statusBar()->setVisible(!gate);
    m_palette->hide();
    const auto commands = actions();
    for (QAction *command : commands) // no shortcut reaches behind the gate
        command->setEnabled(!gate);
    if (gate) {
        gate->setFocus(Qt::OtherFocusReason);
    } else if (const auto page = m_pageOf.constFind(m_current); page != m_pageOf.constEnd()) {
        // Who comes back types on where he was.
        const bool isThere = m_focusOnPage && page->widget->isAncestorOf(m_focusOnPage);
        (isThere ? m_focusOnPage.data() : page->widget)->setFocus(Qt::OtherFocusReason);
    }
}

bool MainWindow::isGated() const
{
    return m_gateStack->currentWidget() != m_room;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || !m_closing) {
        if (m_settings)
            m_settings->setValue(geometryKey, saveGeometry());
        event->accept();
        return;
    }
    event->ignore();
    if (m_isClosing)
        return;
    m_isClosing = true;
    setEnabled(false);
    m_closing([this](Closing answer) {
        m_isClosing = false;
        switch (answer) {
        case Closing::Proceed:
            m_mayClose = true;
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection); // inside this event it does nothing
            return;
        case Closing::Stay:
            setEnabled(true);
            showPage(m_current); // the focus was lost
            return;
        }
        Q_UNREACHABLE();
    });
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (const bool isCompact = event->size().width() < roomForWideSide; isCompact != m_isCompact)
        setCompact(isCompact);
    m_palette->settle();
}

void MainWindow::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_side->setFixedWidth(isCompact ? narrowSide : wideSide);
    static_cast<Wordmark *>(m_wordmark)->setCompact(isCompact);
    setLabel(m_mainButton, isCompact ? QString() : m_mainText);
    m_mainButton->setToolTip(isCompact ? u"%1 (%2)"_s.arg(withoutMnemonic(m_mainText), m_mainKey) : m_mainKey);
    for (const QString &id : std::as_const(m_order))
        m_pageOf[id].button->setCompact(isCompact);
    m_personButton->setCompact(isCompact);
    (isCompact ? m_narrowNews : m_wideNews)->addWidget(m_notifications);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // While a word is composed the key belongs to the input method.
    const QWidget *focus = focusWidget();
    const bool isTyping = focus && focus->testAttribute(Qt::WA_InputMethodEnabled);
    if (event->key() == Qt::Key_Escape && !isTyping && !isGated())
        emit escaped();
    else
        QMainWindow::keyPressEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    // Of what goes, or can no longer be pressed, the focus belongs to the page: whatever stands next in the order of
    // Tab, a filter or a title, would take the keys that follow.
    QWidget *page = m_pages->currentWidget();
    if (isFocusLeftBehind(*this) && page && page->isVisible() && page->isAncestorOf(focusWidget())) {
        page->setFocus(Qt::OtherFocusReason);
        if (!isFocusLeftBehind(*this))
            return true;
    }
    return moveFocus(*this, next ? TabWay::Forward : TabWay::Back);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QMainWindow::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isDone = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Escape)
        m_search->clear();
    if (isDone || key == Qt::Key_Escape) {
        if (QWidget *page = m_pages->currentWidget())
            page->setFocus(Qt::OtherFocusReason); // what was found
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

// Qt gives the focus of what goes, or can no longer be pressed, to what stands next in the order of Tab, and behind a
// page's last button that is the sidebar's first: Enter would then begin a new item. It belongs to the page.
void MainWindow::followFocus(QWidget *before, QWidget *now)
{
    if (now && m_pages->isAncestorOf(now))
        m_focusOnPage = now;
    const bool wasOnPage = m_pages->isAncestorOf(before) || (!before && !m_focusOnPage); // or it is deleted already
    const bool hasGone = !before || !before->isVisible() || !before->isEnabled();
    if (!wasOnPage || !hasGone || !now || now->window() != this || m_pages->isAncestorOf(now) || isGated())
        return;
    QMetaObject::invokeMethod(
        this,
        [this, now = QPointer(now)] {
            if (now && now == focusWidget() && m_pages->currentWidget())
                m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
        },
        Qt::QueuedConnection);
}

void MainWindow::showKeys()
{
    KeyGroup everywhere{.title = tr("Everywhere"), .lines = {}};
    everywhere.lines.push_back(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P).toString(QKeySequence::NativeText), tr("Find any command")});
    const auto commands = actions();
    for (const QAction *command : commands) {
        if (!command->shortcut().isEmpty())
            everywhere.lines.push_back(
                {command->shortcut().toString(QKeySequence::NativeText), withoutMnemonic(command->text())});
    }
    std::vector<KeyGroup> groups{everywhere};
    if (m_keys)
        std::ranges::move(m_keys(), std::back_inserter(groups));
    auto *dialog = new KeysDialog(groups, this);
    askQuestion(dialog);
}

void MainWindow::rememberIn(QSettings &settings)
{
    m_settings = &settings;
    if (restoreGeometry(settings.value(geometryKey).toByteArray()))
        return;
    const QSize room = screen()->availableSize();
    if (room.width() < 1500 || room.height() < 880) // what is left beside the window would be of no use
        setWindowState(windowState() | Qt::WindowMaximized);
    else
        resize(1440, 840);
}

} // namespace toasoan
