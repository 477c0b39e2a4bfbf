// The list of articles: what can be done with a row, and in which order rows stand.
#include "support/Patience.h"
#include "ui/articles/ArticleDelegate.h"
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/WritingFixture.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/PortalButton.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/ReasonDialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QHeaderView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;

namespace {

struct List
{
    List() : page(*desk)
    {
        page.resize(1200, 600);
        page.show();
    }

    ArticleView &add(const QString &title, State state, UserId author = DeskStage::user.id)
    {
        Content content = sample();
        content.title = title;
        ArticleView &view = stageOf(*desk).add(content, state, author);
        emit desk->articlesChanged();
        return view;
    }
    void publish(ArticleView &view)
    {
        view.article.publication =
            Publication{.number = 7, .slug = u"mua-lu"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        DeskStage::allow(view);
    }
    /// What can be done where there is nothing to list.
    [[nodiscard]] QPushButton *emptyButton() const
    {
        auto *button = page.findChild<EmptyState *>()->findChild<QPushButton *>();
        return button->isVisible() ? button : nullptr;
    }
    [[nodiscard]] QTableView *table() const { return page.findChild<QTableView *>(); }
    /// By the keyboard, for the row that is marked.
    QMenu *menuOf(ArticleId id)
    {
        if (!QTest::qWaitFor([&] { return page.model().rowOf(id).has_value(); }, longestWait))
            return nullptr;
        table()->setCurrentIndex(page.model().index(*page.model().rowOf(id), 0));
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(3, 3), page.mapToGlobal(QPoint(3, 3)));
        QCoreApplication::sendEvent(table(), &wanted);
        QMenu *menu = nullptr;
        static_cast<void>(QTest::qWaitFor(
            [&] {
                menu = page.findChild<QMenu *>(u"articleMenu"_s);
                return menu && menu->isVisible();
            },
            longestWait));
        return menu;
    }
    static QAction *entry(const QMenu *menu, const QString &text)
    {
        const auto actions = menu->actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }

    SystemClock clock;
    std::unique_ptr<Desk> desk = makeStageDesk();
    ArticlesPage page;
};

} // namespace

class TestArticleList : public QObject
{
    Q_OBJECT

public slots:
    void openAddress(const QUrl &address) { m_opened.append(address); }

private slots:
    void init()
    {
        setTheScene();
        DeskStage::site = Site();
        DeskStage::site->address = u"http://binhminh.example.vn"_s;
        QDesktopServices::setUrlHandler(u"http"_s, this, "openAddress");
        m_opened.clear();
    }
    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(u"http"_s);
        DeskStage::site.reset();
    }

    // What the server stamped is as old as it is for the server, as in the queue.
    void timesAreToldByTheServersClockHoweverFarThePcsIsOff()
    {
        List list;
        DeskStage &stage = stageOf(*list.desk);
        const std::chrono::minutes slow = -std::chrono::hours(26);
        ArticleView &view = list.add(u"Mưa lũ"_s, State::Published);
        view.article.updatedAt = list.clock.now() - slow - std::chrono::seconds(200);
        emit list.desk->articlesChanged();
        const auto when = [&list] { return list.page.model().index(0, ArticleListModel::Updated).data().toString(); };
        QTRY_VERIFY(when().contains(QString::number(QDate::currentDate().year()))); // a date, in a day to come
        QSignalSpy drawn(&list.page.model(), &QAbstractItemModel::dataChanged);
        stage.connect(*list.desk,
                      {.connection = Connection::Online, .lastSync = {}, .problem = {}, .clockAhead = slow});
        QTRY_VERIFY(!drawn.isEmpty());
        QCOMPARE(when(), u"3 minute(s) ago"_s);
        stage.connect(*list.desk, {.connection = Connection::Online, .lastSync = {}, .problem = {}});
    }

    // A genre of three letters takes no room from a section that is listed.
    void aWideWindowSaysSectionsWhole()
    {
        const QScopedValueRollback scene(DeskStage::sections);
        DeskStage::sections[0].name = u"Chính trị – Xây dựng Đảng, chính quyền"_s;
        DeskStage::sections[0].nameEnglish = DeskStage::sections[0].name;
        List list;
        list.add(u"Mưa lũ"_s, State::Draft);
        QTRY_COMPARE(list.page.model().rowCount(), 1);
        list.page.resize(1180, 600);
        QTRY_VERIFY(!list.table()->isColumnHidden(ArticleListModel::GenreColumn));
        const auto room = [&list](int column) {
            return list.table()->columnWidth(column) - ArticleDelegate::besideContent;
        };
        const auto needed = [&list](int column) {
            const QFontMetricsF metrics(list.table()->font());
            return metrics.horizontalAdvance(list.page.model().index(0, column).data().toString());
        };
        QTRY_VERIFY(room(ArticleListModel::Section) >= needed(ArticleListModel::Section));
        QVERIFY(room(ArticleListModel::GenreColumn) >= needed(ArticleListModel::GenreColumn));
        const int header = list.table()->horizontalHeader()->sectionSizeHint(ArticleListModel::GenreColumn);
        QVERIFY(list.table()->columnWidth(ArticleListModel::GenreColumn)
                <= qMax(header, int(needed(ArticleListModel::GenreColumn)) + ArticleDelegate::besideContent + 1));
    }

    void whatReadersHaveIsShownAndItsAddressCopied()
    {
        List list;
        ArticleView &view = list.add(u"Mưa lũ"_s, State::Published);
        list.publish(view);
        QMenu *menu = list.menuOf(view.article.id);
        QVERIFY(menu);
        const QUrl address(u"http://binhminh.example.vn/tin-tuc/mua-lu-7.html"_s);
        QVERIFY(list.entry(menu, u"&View on the portal"_s)->isEnabled());
        list.entry(menu, u"&View on the portal"_s)->trigger();
        QCOMPARE(m_opened, QList<QUrl>{address});
        QSignalSpy done(&list.page, &ArticlesPage::done);
        list.entry(menu, u"&Copy the address"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), address.toString());
        QCOMPARE(done.size(), 1);
    }

    void theMenuOfARowTakesDownWhatReadersSee()
    {
        const QScopedValueRollback chair(DeskStage::user.grants, {{.role = Role::BoardChair, .section = {}}});
        List list;
        ArticleView &view = list.add(u"Mưa lũ"_s, State::Published);
        list.publish(view);
        QMenu *menu = list.menuOf(view.article.id);
        QVERIFY(menu);
        QAction *takeDown = list.entry(menu, u"&Take down…"_s);
        QVERIFY(takeDown && takeDown->isEnabled());
        takeDown->trigger();
        ReasonDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = list.page.findChild<ReasonDialog *>());
        QVERIFY(stageOf(*list.desk).commands.empty()); // not without its reason
        emit dialog->reasonGiven(u"Sai số liệu."_s);
        QTRY_COMPARE(view.article.state, State::Unpublished);
    }

    void aListThatCannotBeReadAnewSaysThatItMayBeOld()
    {
        List list;
        list.add(u"Mưa lũ"_s, State::Draft);
        QTRY_COMPARE(list.page.model().rowCount(), 1);
        auto *stale = list.page.findChild<Banner *>();
        QVERIFY(!stale->isVisible());
        stageOf(*list.desk).listError = Error{ErrorCode::Unavailable, u"storage.busy"_s, {}};
        emit list.desk->articlesChanged();
        QTRY_VERIFY(stale->isVisible());
        QVERIFY(stale->text().contains(errorText(*stageOf(*list.desk).listError)));
        QCOMPARE(list.page.model().rowCount(), 1);
        stageOf(*list.desk).listError.reset();
        stale->findChild<QPushButton *>()->click();
        QTRY_VERIFY(!stale->isVisible());
    }

    void whoSignsInAgainFindsWhatHeHadBeforeHim()
    {
        List list;
        list.add(u"Mưa lũ"_s, State::Draft);
        list.add(u"Của người khác"_s, State::Published, UserId{DeskStage::newId().uuid});
        QTRY_COMPARE(list.page.model().rowCount(), 2);
        auto *state = list.page.findChildren<QComboBox *>().at(1);
        state->setCurrentIndex(state->findData(int(State::Draft)));
        emit state->activated(state->currentIndex());
        QTRY_COMPARE(list.page.model().rowCount(), 1);
        emit list.desk->signedIn(list.desk->account());
        list.add(u"Bài thứ ba"_s, State::Draft);
        QTRY_COMPARE(list.page.model().rowCount(), 2); // drafts alone, still
    }

    void whileTheFirstPullIsUnderWayTheListSaysThatItComes()
    {
        DeskStage::connection = {.connection = Connection::Connecting, .lastSync = {}, .problem = {}, .received = 34};
        List list;
        const auto *empty = list.page.findChild<EmptyState *>();
        QCOMPARE(empty->accessibleName(), u"Fetching the articles…"_s); // before any answer
        QSignalSpy phases(&list.page.model(), &ArticleListModel::phaseChanged);
        QTRY_VERIFY(!phases.isEmpty());
        QCOMPARE(list.page.model().phase(), ArticleListModel::Phase::Ready);
        QCOMPARE(empty->accessibleName(), u"Fetching the articles…"_s);
        QVERIFY2(empty->accessibleDescription().contains(u"34%"_s), qPrintable(empty->accessibleDescription()));
        QVERIFY(!list.emptyButton());

        DeskStage &stage = stageOf(*list.desk);
        const Error unreachable{ErrorCode::Unavailable, u"network"_s, {}};
        stage.connect(*list.desk, {.connection = Connection::NoNetwork, .lastSync = {}, .problem = unreachable});
        QCOMPARE(empty->accessibleName(), u"The articles have not been fetched yet"_s);
        QCOMPARE(empty->accessibleDescription(), errorText(unreachable));
        QVERIFY(list.emptyButton());
        list.emptyButton()->click();
        QCOMPARE(stage.syncs, 1);

        stage.connect(*list.desk, {.connection = Connection::Offline, .lastSync = {}, .problem = {}});
        QVERIFY(list.emptyButton());
        list.emptyButton()->click();
        QCOMPARE(list.desk->connection().connection, Connection::Online);

        stage.connect(*list.desk, {.connection = Connection::Online, .lastSync = list.clock.now(), .problem = {}});
        QCOMPARE(empty->accessibleName(), u"No articles yet"_s);
        stage.connect(*list.desk, {.connection = Connection::Connecting, .lastSync = list.clock.now(), .problem = {}});
        QCOMPARE(empty->accessibleName(), u"No articles yet"_s); // a line that was lost for a moment
    }

    void beforeSomebodyHasSignedInNothingHasFailed()
    {
        DeskStage::signInState = SignInState::SignedOut;
        DeskStage::connection = {};
        List list;
        stageOf(*list.desk).listError = Error{ErrorCode::Unauthenticated, u"session"_s, {}};
        list.page.model().reload();
        QSignalSpy phases(&list.page.model(), &ArticleListModel::phaseChanged);
        QTRY_VERIFY(!phases.isEmpty());
        QCOMPARE(list.page.model().phase(), ArticleListModel::Phase::Loading);
        QCOMPARE(list.page.findChild<EmptyState *>()->accessibleName(), u"Fetching the articles…"_s);
    }

    void aListThatCannotBeReadSaysWhyAndIsTriedAgain()
    {
        List list;
        list.add(u"Mưa lũ"_s, State::Draft);
        const Error corrupt{ErrorCode::Corrupt, u"database"_s, {}};
        stageOf(*list.desk).listError = corrupt;
        list.page.model().setQuery({}); // the answer that is under way is dropped
        const auto *empty = list.page.findChild<EmptyState *>();
        QTRY_COMPARE(empty->accessibleName(), u"The list cannot be loaded"_s);
        QCOMPARE(empty->accessibleDescription(), errorText(corrupt));
        stageOf(*list.desk).listError.reset();
        QVERIFY(list.emptyButton());
        QCOMPARE(list.emptyButton()->text(), u"Try again"_s);
        list.emptyButton()->click();
        QTRY_COMPARE(list.page.model().rowCount(), 1);
        QVERIFY(list.table()->isVisible());
    }

    void whatReadersDoNotHaveLeadsNowhere()
    {
        List list;
        const ArticleView &view = list.add(u"Nháp"_s, State::Draft);
        const QMenu *menu = list.menuOf(view.article.id);
        QVERIFY(menu);
        QVERIFY(!list.entry(menu, u"&View on the portal"_s)->isEnabled());
        QVERIFY(!list.entry(menu, u"&Copy the address"_s)->isEnabled());
        QVERIFY(!list.entry(menu, u"W&ithdraw"_s));
    }

    void aCopyIsANewDraftWithTheSameContent()
    {
        List list;
        ArticleView &view = list.add(QString(ContentLimits::title, u'a'), State::Published);
        list.publish(view);
        view.article.content.correction = u"Số đúng là 5."_s;
        QSignalSpy chosen(&list.page, &ArticlesPage::articleChosen);
        const Content original = view.article.content;
        const QMenu *menu = list.menuOf(view.article.id);
        QVERIFY(menu);
        list.entry(menu, u"&Duplicate as a new draft"_s)->trigger();
        QTRY_COMPARE(chosen.size(), 1);
        const auto &typed = stageOf(*list.desk).typed;
        QCOMPARE(typed.size(), 1U);
        QVERIFY(typed[0].article != view.article.id);
        QCOMPARE(typed[0].article, chosen[0][0].value<ArticleId>());
        QVERIFY(typed[0].content.title.endsWith(u" (copy)"_s));
        QVERIFY(typed[0].content.title.size() <= ContentLimits::title);
        QVERIFY(typed[0].content.correction.isEmpty());
        Content same = typed[0].content;
        same.title = original.title;
        same.correction = original.correction;
        QCOMPARE(same, original);
        QCOMPARE(stageOf(*list.desk).saves, std::vector{typed[0].article});
        QCOMPARE(stageOf(*list.desk).articles.at(typed[0].article).article.state, State::Draft);
    }

    void whatWasSubmittedIsWithdrawnFromItsRow()
    {
        List list;
        const ArticleId id = list.add(u"Gửi rồi"_s, State::Submitted).article.id;
        const QMenu *menu = list.menuOf(id);
        QVERIFY(menu && list.entry(menu, u"W&ithdraw"_s));
        list.entry(menu, u"W&ithdraw"_s)->trigger();
        QTRY_COMPARE(stageOf(*list.desk).articles.at(id).article.state, State::Draft);
    }

    // The row may be another by then, or out of sight.
    void aStepThatCannotBeGivenSaysOfWhichArticle()
    {
        List list;
        const ArticleId id = list.add(u"Gửi rồi"_s, State::Submitted).article.id;
        stageOf(*list.desk).submitError = Error{ErrorCode::Unavailable, u"storage.full"_s, {}};
        QSignalSpy failed(&list.page, &ArticlesPage::failed);
        const QMenu *menu = list.menuOf(id);
        QVERIFY(menu);
        list.entry(menu, u"W&ithdraw"_s)->trigger();
        QTRY_COMPARE(failed.size(), 1);
        const QString said = failed[0][0].value<std::function<QString()>>()();
        QVERIFY2(said.startsWith(u"“Gửi rồi”: "_s), qPrintable(said));
    }

    void anOwnDraftIsDeletedAfterAQuestion_data()
    {
        QTest::addColumn<bool>("isOnlyHere");
        QTest::addColumn<bool>("isOwn");
        QTest::newRow("only here") << true << true;
        QTest::newRow("the server has it") << false << true;
        QTest::newRow("a colleague's") << true << false;
    }
    void anOwnDraftIsDeletedAfterAQuestion()
    {
        QFETCH(const bool, isOnlyHere);
        QFETCH(const bool, isOwn);
        List list;
        ArticleView &view =
            list.add(u"Nháp"_s, State::Draft, isOwn ? DeskStage::user.id : UserId{DeskStage::newId().uuid});
        if (isOnlyHere)
            view.confirmedVersion = 0;
        const ArticleId id = view.article.id;
        const QMenu *menu = list.menuOf(id);
        QVERIFY(menu);
        QAction *remove = list.entry(menu, u"De&lete the draft…"_s);
        QCOMPARE(remove != nullptr, isOwn);
        if (!remove)
            return;
        remove->trigger();
        QTRY_VERIFY(list.page.findChild<QMessageBox *>());
        auto *question = list.page.findChild<QMessageBox *>();
        QVERIFY(stageOf(*list.desk).deletedDrafts.empty());
        QCOMPARE(question->defaultButton()->text(), u"&Keep it"_s);
        const auto buttons = question->buttons();
        (*std::ranges::find(buttons, u"&Delete"_s, &QAbstractButton::text))->click();
        if (!isOnlyHere) { // by the server
            QVERIFY(question->text().contains(u"all your PCs"_s));
            QTRY_COMPARE(stageOf(*list.desk).commands.size(), 1U);
            QCOMPARE(std::get<Move>(stageOf(*list.desk).commands[0]),
                     (Move{.target = itemKey(id), .version = 0, .step = Step::Delete, .reason = {}}));
            QVERIFY(stageOf(*list.desk).deletedDrafts.empty());
            return;
        }
        QTRY_COMPARE(stageOf(*list.desk).deletedDrafts, std::vector{id});
        QTRY_VERIFY(!list.page.model().rowOf(id));
    }

    void columnsAreAsWideAsWhatIsListedAndTheTitleHasTheRest()
    {
        const User brief{.id = UserId{DeskStage::newId().uuid},
                         .login = u"an"_s,
                         .name = u"An"_s,
                         .penName = {},
                         .standing = Standing::Active,
                         .grants = {}};
        User longer = brief;
        longer.id = UserId{DeskStage::newId().uuid};
        longer.name = u"Trần Thị Ngọc Bình"_s;
        const QScopedValueRollback users(DeskStage::users, {brief, longer});
        List list;
        list.page.resize(952, 600);
        list.add(u"Mưa lũ"_s, State::Draft, brief.id);
        QTRY_COMPARE(list.page.model().rowCount(), 1);
        const QTableView &table = *list.table();
        const auto width = [&table](int column) { return table.columnWidth(column); };
        const int least = table.horizontalHeader()->sectionSizeHint(ArticleListModel::Author);
        QTRY_VERIFY2(width(ArticleListModel::Author) <= least, qPrintable(QString::number(least)));
        list.add(u"Nắng hạn"_s, State::Draft, longer.id);
        QTRY_COMPARE(list.page.model().rowCount(), 2);
        QTRY_VERIFY(width(ArticleListModel::Author) > table.fontMetrics().horizontalAdvance(longer.name));
        int others = 0;
        for (int column = ArticleListModel::Author; column < ArticleListModel::ColumnCount; ++column)
            others += table.isColumnHidden(column) ? 0 : width(column);
        QTRY_COMPARE(width(ArticleListModel::Title), table.viewport()->width() - others);
    }

    void everyTimeHasRoomInItsColumn()
    {
        const QFontMetrics metrics(QApplication::font());
        const Instant now = fromMilliseconds(1'780'300'000'000); // in June: a month has one digit
        const int room = whenWidth(metrics, now);
        for (int day = 0; day < 800; ++day) {
            const QString text = whenText(now - std::chrono::days(day) - std::chrono::minutes(day), now);
            QVERIFY2(metrics.horizontalAdvance(text) <= room, qPrintable(text));
        }
    }

    void theOrderIsChosenInTheHeaderAndKept()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        {
            List list;
            list.page.rememberIn(settings);
            for (const QString &title : {u"Đá bóng"_s, u"Da cam"_s, u"Ăn sạch"_s})
                list.add(title, State::Draft);
            QTRY_COMPARE(list.page.model().rowCount(), 3);
            QHeaderView *header = list.table()->horizontalHeader();
            const auto press = [header](ArticleListModel::Column column) {
                const QPoint place(header->sectionViewportPosition(column) + 20, header->height() / 2);
                QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
            };
            const auto titles = [&model = list.page.model()] {
                QStringList result;
                for (int row = 0; row < model.rowCount(); ++row)
                    result.append(model.line(row).title);
                return result;
            };
            press(ArticleListModel::Title);
            QTRY_COMPARE(titles(), (QStringList{u"Ăn sạch"_s, u"Da cam"_s, u"Đá bóng"_s}));
            press(ArticleListModel::Title);
            QTRY_COMPARE(titles(), (QStringList{u"Đá bóng"_s, u"Da cam"_s, u"Ăn sạch"_s}));
            press(ArticleListModel::GenreColumn); // has no order
            QCOMPARE(list.page.model().query().order, ListOrder::Title);
            QCOMPARE(header->sortIndicatorSection(), int(ArticleListModel::Title));
        }
        List next;
        next.page.rememberIn(settings);
        QCOMPARE(next.page.model().query().order, ListOrder::Title);
        QCOMPARE(next.page.model().query().direction, Direction::Reversed);
        QCOMPARE(next.table()->horizontalHeader()->sortIndicatorSection(), int(ArticleListModel::Title));
    }

    void theWritingPageLeadsToWhatReadersHave()
    {
        const Opened opened(sample(), State::Draft);
        QVERIFY(opened.isOpen);
        auto *button = opened.page->findChild<PortalButton *>();
        QVERIFY(!button->isVisible());
        ArticleView &view = opened.view();
        view.article.state = State::Published;
        view.article.publication =
            Publication{.number = 7, .slug = u"mua-lu"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        DeskStage::allow(view);
        emit opened.desk->articleChanged(opened.id);
        QTRY_VERIFY(button->isVisible());
        button->menu()->actions().at(0)->trigger();
        QCOMPARE(m_opened, QList<QUrl>{QUrl(u"http://binhminh.example.vn/tin-tuc/mua-lu-7.html"_s)});
        view.article.publication->takenDownAt = Instant();
        emit opened.desk->articleChanged(opened.id);
        QTRY_VERIFY(!button->isVisible());
    }

private:
    QList<QUrl> m_opened;
};

QTEST_MAIN(TestArticleList)
#include "tst_articlelist.moc"
