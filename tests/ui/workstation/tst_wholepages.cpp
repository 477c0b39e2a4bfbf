// Whole pages, as they stand in the window: each letter leads to one thing, nothing is cut off on a small screen, keys
// lead on and back, and nobody is led to what is never his.
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/articles/WritingPage.h"
#include "ui/models/NewsroomText.h"
#include "ui/outbox/OutboxPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ScheduleDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/NavigationButton.h"
#include "ui/support/DeskStage.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/Mnemonic.h"
#include "ui/widgets/ReasonDialog.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

Content sample(const QString &title)
{
    Content content;
    content.title = title;
    content.lead = u"Sapo của bài"_s;
    content.section = DeskStage::sections[0].id;
    return content;
}

// A person of that post at his desk, with the window before him.
struct Office
{
    explicit Office(Role role, QSize size = QSize(1366, 768))
    {
        DeskStage::user.grants = {{.role = role, .section = {}}};
        desk = makeStageDesk();
        window = std::make_unique<MainWindow>();
        workstation = new Workstation(*desk, clock, *window);
        window->resize(size);
        window->show();
        isReady = QTest::qWaitForWindowActive(window.get());
    }
    ArticleId add(State state, bool isOwn, const QString &title = u"Xã họp dân bàn việc làm đường"_s)
    {
        const UserId author = isOwn ? DeskStage::user.id : UserId{DeskStage::newId().uuid};
        ArticleView &view = stageOf(*desk).add(sample(title), state, author);
        view.article.contentHash = contentHash(view.article.content);
        if (state == State::Scheduled)
            view.article.scheduledAt = clock.now() + std::chrono::hours(20);
        if (state == State::Published)
            view.article.publication = Publication{
                .number = 1, .slug = u"xa-hop-dan"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        DeskStage::allow(view);
        emit desk->articlesChanged();
        return view.article.id;
    }
    ~Office()
    {
        workstation->writingPage().leave([](const Result<void> &) {});
        window.reset();
    }

    SystemClock clock;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<MainWindow> window;
    Workstation *workstation = nullptr;
    bool isReady = false;
};

QString letterOf(const QString &text)
{
    return QKeySequence::mnemonic(text).toString().section(u'+', -1);
}

// The letters that are given twice among what is to be seen in `root`, or cannot be typed on a keyboard.
QStringList faultsOf(const QWidget &root)
{
    QMap<QString, QStringList> names; // by letter
    const auto take = [&names](const QString &text) {
        if (const QString letter = letterOf(text); !letter.isEmpty())
            names[letter].append(withoutMnemonic(text));
    };
    for (const auto *button : root.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->isEnabled())
            take(button->text());
    }
    for (const auto *label : root.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy())
            take(label->text());
    }
    for (const QAction *action : root.actions()) {
        // It may stand there as a button too.
        if (action->isVisible() && !names[letterOf(action->text())].contains(withoutMnemonic(action->text())))
            take(action->text());
    }
    QStringList faults;
    for (auto each = names.cbegin(); each != names.cend(); ++each) {
        if (each->size() > 1 || each.key().size() != 1 || each.key().at(0).unicode() > 127)
            faults.append(u"Alt+%1: %2"_s.arg(each.key(), each->join(u" | "_s)));
    }
    return faults;
}

// What is to be seen only in part: buttons, labels, fields that stand out of the window or are narrower than they say.
QStringList cutOff(const QMainWindow &window)
{
    QStringList faults;
    if (window.minimumSizeHint().width() > window.width())
        faults.append(u"the window wants to be %1 wide"_s.arg(window.minimumSizeHint().width()));
    for (const auto *widget : window.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QPushButton *>(widget);
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *box = qobject_cast<const QComboBox *>(widget);
        if (!widget->isVisible() || !(button || label || box) || widget->visibleRegion().isEmpty())
            continue;
        const QString name = button ? button->text() : label ? label->text() : box->currentText();
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        if (!window.rect().contains(place))
            faults.append(u"“%1” stands out of the window"_s.arg(name));
        const bool mayElide = qobject_cast<const NavigationButton *>(widget) || (label && label->wordWrap());
        if (!mayElide && widget->width() < widget->sizeHint().width() && !box)
            faults.append(u"“%1” has %2 of %3 px"_s.arg(name).arg(widget->width()).arg(widget->sizeHint().width()));
        if (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            faults.append(u"“%1” is cut below"_s.arg(name));
    }
    return faults;
}

} // namespace

class TestWholePages : public QObject
{
    Q_OBJECT

private:
    static void eachPage(const std::function<void(Office &, const QString &)> &look, QSize size)
    {
        using enum State;
        for (const Role role : {Role::Reporter, Role::Editor, Role::Secretary, Role::BoardChair}) {
            Office office(role, size);
            QVERIFY(office.isReady);
            for (const State state : allStates) {
                for (const bool isOwn : {true, false}) {
                    const QString name =
                        u"%1, %2, %3"_s.arg(toText(role), toText(state), isOwn ? u"own"_s : u"another's"_s);
                    const ArticleId id = office.add(state, isOwn);
                    if (stageOf(*office.desk).articles.at(id).allowedSteps.empty())
                        continue;
                    office.workstation->openArticle(id);
                    QTRY_VERIFY(office.workstation->writingPage().article() == id);
                    QTRY_COMPARE(office.window->currentPage(), u"writing"_s);
                    QTest::qWait(20);
                    look(office, u"writing page, "_s + name);
                    if (isOwn || role == Role::Reporter)
                        continue;
                    office.window->showPage(u"review"_s);
                    office.workstation->reviewPage().open(id);
                    QTRY_VERIFY(office.workstation->reviewPage().article() == id);
                    QTest::qWait(20);
                    look(office, u"review page, "_s + name);
                }
            }
            office.window->showPage(u"articles"_s);
            QTest::qWait(250);
            look(office, u"list, "_s + toText(role));
            SeededDice dice(3);
            stageOf(*office.desk).outbox.commands = {
                {.request = RequestId::create(office.clock, dice),
                 .article = ArticleId{},
                 .title = u"Xã họp dân"_s,
                 .step = Step::Submit,
                 .givenAt = office.clock.now(),
                 .state = WaitingState::Refused,
                 .refusal = Error{ErrorCode::Forbidden, u"article.section"_s, {}}}};
            emit office.desk->outboxChanged();
            office.window->showPage(u"outbox"_s);
            QTest::qWait(50);
            look(office, u"outbox, "_s + toText(role));
            office.window->setGate(&office.workstation->signInPage());
            QTest::qWait(20);
            look(office, u"sign-in"_s);
            office.window->setGate(nullptr);
        }
    }

private slots:
    void initTestCase()
    {
        applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), Brightness::Light);
        useLanguage(*QCoreApplication::instance(), Language::Vietnamese);
        setTheScene();
    }
    void init() { useLanguage(*QCoreApplication::instance(), Language::Vietnamese); }

    void eachLetterLeadsToOneThing_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("Vietnamese") << Language::Vietnamese;
        QTest::newRow("English") << Language::English;
    }
    void eachLetterLeadsToOneThing()
    {
        QFETCH(const Language, language);
        useLanguage(*QCoreApplication::instance(), language);
        QStringList faults;
        eachPage(
            [&faults](const Office &office, const QString &page) {
                for (const QString &fault : faultsOf(*office.window))
                    faults.append(page + u": "_s + fault);
            },
            QSize(1366, 768));
        QWidget window;
        const std::vector<std::pair<QString, QDialog *>> dialogs{
            {u"submit"_s, new SubmitDialog({.title = u"Họp dân"_s, .section = u"Tin tức"_s, .findings = {}}, &window)},
            {u"reason"_s, new ReasonDialog({.title = u"Trả lại"_s, .explanation = {}, .confirm = u"Trả"_s}, &window)},
            {u"hour"_s,
             new ScheduleDialog(u"Họp dân"_s, SystemClock().now(), {}, QTimeZone("Asia/Ho_Chi_Minh"), &window)}};
        for (const auto &[name, dialog] : dialogs) {
            dialog->show();
            for (const QString &fault : faultsOf(*dialog))
                faults.append(name + u": "_s + fault);
            dialog->close();
        }
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    void nothingIsCutOffOnASmallScreen_data() { eachLetterLeadsToOneThing_data(); }
    void nothingIsCutOffOnASmallScreen()
    {
        QFETCH(const Language, language);
        useLanguage(*QCoreApplication::instance(), language);
        QStringList faults;
        eachPage(
            [&faults](const Office &office, const QString &page) {
                for (const QString &fault : cutOff(*office.window))
                    faults.append(page + u": "_s + fault);
            },
            QSize(1024, 700));
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    void whoNeverReviewsSeesNoReviewPage_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("contributor") << Role::Contributor << false;
        QTest::newRow("reporter") << Role::Reporter << false;
        QTest::newRow("administrator") << Role::Administrator << false;
        QTest::newRow("editor") << Role::Editor << true;
        QTest::newRow("secretary") << Role::Secretary << true;
        QTest::newRow("deputy chair") << Role::DeputyChair << true;
        QTest::newRow("chair") << Role::BoardChair << true;
    }
    void whoNeverReviewsSeesNoReviewPage()
    {
        QFETCH(const Role, role);
        QFETCH(const bool, isOffered);
        Office office(role);
        QVERIFY(office.isReady);
        const auto entry = [&office](const QString &name) {
            for (const auto *button : office.window->findChildren<NavigationButton *>()) {
                if (withoutMnemonic(button->text()) == name)
                    return button->isVisible();
            }
            return false;
        };
        QCOMPARE(entry(u"Duyệt bài"_s), isOffered);
        QVERIFY(entry(u"Chờ gửi"_s));
        QTest::keyClick(office.window.get(), Qt::Key_2, Qt::ControlModifier); // the second that is there
        QCOMPARE(office.window->currentPage(), isOffered ? u"review"_s : u"outbox"_s);
        if (isOffered) { // another post from one moment to the next
            DeskStage::user.grants = {{.role = Role::Reporter, .section = {}}};
            office.desk->signIn({}, {}, {}, this, [](const Result<User> &) {});
            QTRY_VERIFY(!entry(u"Duyệt bài"_s));
            QVERIFY(office.window->currentPage() != u"review"_s);
        }
    }

    void theAdministratorIsToldWhatHisAccountIsFor()
    {
        Office office(Role::Administrator);
        QVERIFY(office.isReady);
        const auto says = [&office](const QString &words) {
            const auto labels = office.window->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
        };
        QTRY_VERIFY(says(u"quản lý tài khoản, chuyên mục"_s));
        for (const auto *button : office.window->findChildren<QPushButton *>())
            QVERIFY2(!button->isVisible() || !button->text().contains(u"bài mới"), qPrintable(button->text()));
    }

    void sectionsAreNamedInTheLanguageOfTheWindow()
    {
        useLanguage(*QCoreApplication::instance(), Language::English);
        Office office(Role::Editor);
        QVERIFY(office.isReady);
        office.add(State::Submitted, false);
        const auto filters = office.workstation->articlesPage().findChildren<QComboBox *>();
        const auto has = [](const QComboBox *box) { return box->findText(u"News"_s) >= 0; };
        QVERIFY(std::ranges::any_of(filters, has));
        const auto &model = office.workstation->articlesPage().model();
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, ArticleListModel::Section).data().toString(), u"News"_s);
        const auto fields = office.workstation->writingPage().findChildren<QComboBox *>();
        QVERIFY(std::ranges::any_of(fields, has));
    }

    void altLeftLeadsBackToWhereOneCameFrom()
    {
        Office office(Role::Editor);
        QVERIFY(office.isReady);
        const ArticleId first = office.add(State::Draft, true, u"Bài thứ nhất"_s);
        const ArticleId second = office.add(State::Draft, true, u"Bài thứ hai"_s);
        const auto back = [&office] { QTest::keyClick(office.window.get(), Qt::Key_Left, Qt::AltModifier); };
        back(); // from nowhere
        QCOMPARE(office.window->currentPage(), u"articles"_s);
        office.workstation->openArticle(first);
        QTRY_VERIFY(office.workstation->writingPage().article() == first);
        office.window->showPage(u"outbox"_s);
        office.workstation->openArticle(second);
        QTRY_VERIFY(office.workstation->writingPage().article() == second);
        back();
        QTRY_COMPARE(office.window->currentPage(), u"outbox"_s);
        back();
        QTRY_COMPARE(office.window->currentPage(), u"writing"_s);
        QTRY_VERIFY(office.workstation->writingPage().article() == first);
        back();
        QTRY_COMPARE(office.window->currentPage(), u"articles"_s);
        back();
        QCOMPARE(office.window->currentPage(), u"articles"_s);
    }

    void theSearchFieldLeadsToWhatWasFound()
    {
        Office office(Role::Editor);
        QVERIFY(office.isReady);
        office.add(State::Submitted, false);
        office.window->showPage(u"outbox"_s);
        const auto fields = office.window->findChildren<QLineEdit *>();
        QLineEdit *search = *std::ranges::find_if(fields, &QWidget::isVisible);
        search->setFocus();
        QTest::keyClicks(search, u"hop dan"_s);
        QTRY_COMPARE(office.window->currentPage(), u"articles"_s);
        search->setFocus();
        QTRY_COMPARE(office.workstation->articlesPage().model().rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(office.workstation->articlesPage().isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(search->text(), u"hop dan"_s);
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
        QVERIFY(office.workstation->articlesPage().isAncestorOf(QApplication::focusWidget()));
    }

    void theFocusStaysOnThePageWhenItsButtonGoes()
    {
        Office office(Role::Reporter);
        QVERIFY(office.isReady);
        const ArticleId id = office.add(State::Submitted, true);
        office.workstation->openArticle(id);
        QTRY_VERIFY(office.workstation->writingPage().findChild<QPushButton *>(u"step-withdraw"_s));
        auto *step = office.workstation->writingPage().findChild<QPushButton *>(u"step-withdraw"_s);
        step->setFocus();
        QVERIFY(step->hasFocus());
        ArticleView &view = stageOf(*office.desk).articles.at(id);
        view.article.state = State::AwaitingApproval; // somebody has acted, and nothing is left to press
        DeskStage::allow(view);
        emit office.desk->articleChanged(id);
        QTRY_VERIFY(!office.workstation->writingPage().findChild<QPushButton *>(u"step-withdraw"_s)
                    || !office.workstation->writingPage().findChild<QPushButton *>(u"step-withdraw"_s)->isVisible());
        QTRY_VERIFY(office.workstation->writingPage().isAncestorOf(QApplication::focusWidget()));
    }

    void theSidebarShrinksToIconsWithTheirNamesAsToolTips()
    {
        Office office(Role::Editor, QSize(1440, 900));
        QVERIFY(office.isReady);
        office.window->setBadge(u"outbox"_s, 3, u"3 mục chờ gửi"_s);
        NavigationButton *outbox = nullptr;
        for (auto *button : office.window->findChildren<NavigationButton *>()) {
            if (button->text() == u"Chờ gửi"_s)
                outbox = button;
        }
        QVERIFY(outbox);
        QVERIFY(outbox->width() > 150);
        office.window->resize(1024, 700);
        QTRY_VERIFY(outbox->width() < 60);
        QCOMPARE(outbox->toolTip(), u"Chờ gửi (Ctrl+3)\n3 mục chờ gửi"_s);
        QCOMPARE(outbox->accessibleName(), u"Chờ gửi, 3 mục chờ gửi"_s);
        office.window->resize(1440, 900);
        QTRY_VERIFY(outbox->width() > 150);
        QCOMPARE(outbox->toolTip(), u"3 mục chờ gửi"_s);
    }

    void tabMeetsEveryField_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("list") << u"articles"_s;
        QTest::newRow("review") << u"review"_s;
        QTest::newRow("outbox") << u"outbox"_s;
    }
    void tabMeetsEveryField()
    {
        QFETCH(const QString, page);
        Office office(Role::BoardChair);
        QVERIFY(office.isReady);
        const ArticleId id = office.add(State::AwaitingApproval, false);
        office.window->showPage(page);
        if (page == u"review"_s)
            office.workstation->reviewPage().open(id);
        QTest::qWait(300);
        QSet<const QWidget *> met;
        for (int i = 0; i < 120; ++i) {
            QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus);
            for (const QWidget *each = focus; each; each = each->parentWidget())
                met.insert(each); // a web page has its focus inside
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        QStringList missed;
        for (const auto *widget : office.window->findChildren<QWidget *>()) {
            const bool isField = qobject_cast<const QAbstractButton *>(widget)
                || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QAbstractItemView *>(widget);
            if (isField && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
                && !widget->focusProxy() && !met.contains(widget)
                && !widget->window()->windowFlags().testFlag(Qt::Popup))
                missed.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->accessibleName());
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    }
};

QTEST_MAIN(TestWholePages)
#include "tst_wholepages.moc"
