#include "ui/models/ArticleListModel.h"

#include "support/Patience.h"
#include "text/Vietnamese.h"
#include "ui/models/NewsroomText.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

// A desk's lists over a vector, newest change first.
struct Shelf
{
    QList<ArticleLine> lines;
    int pages = 0;
    UserId user;
    QHash<UserId, QString> people;

    [[nodiscard]] ArticleSource source()
    {
        return {.list =
                    [this](const ArticleQuery &query, const std::optional<ListCursor> &after, QObject *context,
                           Callback<ArticlePage> done) {
                        ++pages;
                        ArticlePage page;
                        page.count = lines.size();
                        bool isPast = !after;
                        for (const ArticleLine &line : lines) {
                            const bool fits = fold(line.title).contains(fold(query.titleContains))
                                && (query.scope == ListScope::All || line.author == user);
                            if (isPast && fits) {
                                if (page.lines.size() == listPage) {
                                    page.next = ListCursor{page.lines.last().updatedAt, page.lines.last().id};
                                    break;
                                }
                                page.lines.append(line);
                            }
                            isPast = isPast || line.id == after->article;
                        }
                        QTimer::singleShot(0, context, [done, page] { done(page); });
                    },
                .line =
                    [this](ArticleId id, QObject *context, Callback<std::optional<ArticleLine>> done) {
                        std::optional<ArticleLine> found;
                        for (const ArticleLine &line : lines) {
                            if (line.id == id)
                                found = line;
                        }
                        QTimer::singleShot(0, context, [done, found] { done(found); });
                    },
                .sectionName = [](SectionId) { return u"Kinh tế"_s; },
                .genreName = [](const QString &code) { return code; },
                .personName = [this](UserId id) { return people.value(id); },
                .user = [this] { return user; }};
    }
};

Shelf shelfOf(int count)
{
    static SeededDice dice(7);
    const SystemClock clock;
    Shelf shelf;
    for (int i = 0; i < count; ++i) {
        ArticleLine line;
        line.id = ArticleId::create(clock, dice);
        line.title = u"Bài số %1"_s.arg(i);
        line.updatedAt = fromMilliseconds(1'700'000'000'000 - i * 1000);
        shelf.lines.append(line);
    }
    return shelf;
}

LineNote noteOf(const ArticleListModel &model)
{
    return model.index(0, ArticleListModel::Title).data(ArticleListModel::NoteRole).value<LineNote>();
}

} // namespace

class TestArticleListModel : public QObject
{
    Q_OBJECT

private slots:
    // Whatever state it is in: readers have it, and another text is on its way to them.
    void whatReadersHaveAndIsWorkedOnIsSaidToBeCorrected()
    {
        Shelf shelf = shelfOf(1);
        ArticleLine &line = shelf.lines.front();
        ArticleListModel model(shelf.source(), m_clock);
        for (const State state : {State::Draft, State::InEditing, State::AwaitingApproval, State::Scheduled}) {
            line.state = state;
            line.publicVersion = 1;
            model.setQuery({});
            QTRY_COMPARE(model.index(0, ArticleListModel::StateColumn).data(Qt::AccessibleTextRole).toString(),
                         u"%1, Being corrected"_s.arg(stateText(state)));
            QCOMPARE(model.index(0, ArticleListModel::StateColumn).data(Qt::ToolTipRole).toString(),
                     u"Being corrected · "_s + stateText(state));
        }
        line.state = State::Published;
        model.setQuery({});
        QTRY_COMPARE(model.index(0, ArticleListModel::StateColumn).data(Qt::AccessibleTextRole).toString(),
                     stateText(State::Published));
        line.state = State::Draft;
        line.publicVersion = 0;
        model.setQuery({});
        QTRY_COMPARE(model.index(0, ArticleListModel::StateColumn).data(Qt::AccessibleTextRole).toString(),
                     stateText(State::Draft));
    }

    void pagesComeAsAPersonScrolls()
    {
        Shelf shelf = shelfOf(450);
        ArticleListModel model(shelf.source(), m_clock);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 200);
        QCOMPARE(model.count(), 450);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY2(!model.canFetchMore({}), "one page at a time");
        QTRY_COMPARE(model.rowCount(), 400);
        // The tester asks for more by itself, as views do while they are told of new rows.
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 450);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(shelf.pages, 3);
        QCOMPARE(model.index(449, ArticleListModel::Title).data().toString(), u"Bài số 449"_s);
    }

    void aHundredThousandArticlesOpenWithOnePage()
    {
        Shelf shelf = shelfOf(100'000);
        ArticleListModel model(shelf.source(), m_clock);
        QTableView view;
        view.setModel(&model);
        view.resize(900, 600);
        view.show();
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 200);
        QCoreApplication::processEvents();
        QCOMPARE(shelf.pages, 1);
        QCOMPARE(model.count(), 100'000);
    }

    void aChangedArticleRepaintsItsRowAlone()
    {
        Shelf shelf = shelfOf(10);
        ArticleListModel model(shelf.source(), m_clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 10);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        shelf.lines[4].state = State::Submitted;
        model.refresh(shelf.lines[4].id);
        QVERIFY(changed.wait(longestWait));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 4);
        QCOMPARE(changed[0][1].toModelIndex().row(), 4);
        QCOMPARE(model.line(4).state, State::Submitted);
    }

    void anArticleWorkedOnMovesToTheTop()
    {
        Shelf shelf = shelfOf(10);
        ArticleListModel model(shelf.source(), m_clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 10);
        const ArticleId id = shelf.lines[7].id;
        shelf.lines[7].updatedAt = fromMilliseconds(1'800'000'000'000);
        model.refresh(id);
        QTRY_COMPARE(model.rowOf(id), 0);
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.line(7).title, u"Bài số 6"_s);
    }

    void aNewArticleComesInAndOneThatIsGoneGoes()
    {
        Shelf shelf = shelfOf(3);
        ArticleListModel model(shelf.source(), m_clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 3);
        ArticleLine fresh = shelfOf(1).lines[0];
        fresh.updatedAt = fromMilliseconds(1'800'000'000'000);
        shelf.lines.prepend(fresh);
        model.refresh(fresh.id);
        QTRY_COMPARE(model.rowCount(), 4);
        QCOMPARE(model.rowOf(fresh.id), 0);
        QCOMPARE(model.count(), 4);
        const ArticleId gone = shelf.lines.takeAt(2).id;
        model.refresh(gone);
        QTRY_COMPARE(model.rowCount(), 3);
        QVERIFY(!model.rowOf(gone));
    }

    void whatNoLongerFitsTheFilterLeaves()
    {
        Shelf shelf = shelfOf(3);
        ArticleListModel model(shelf.source(), m_clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({.scope = ListScope::All, .state = State::Draft, .section = {}, .titleContains = {}});
        QTRY_COMPARE(model.rowCount(), 3);
        shelf.lines[1].state = State::Submitted;
        model.refresh(shelf.lines[1].id);
        QTRY_COMPARE(model.rowCount(), 2);
    }

    void amongMyArticlesAColleaguesWorkChangesNothing()
    {
        Shelf shelf = shelfOf(4);
        SeededDice dice(11);
        shelf.user = UserId::create(m_clock, dice);
        const UserId colleague = UserId::create(m_clock, dice);
        shelf.lines[0].author = colleague;
        for (int mine : {1, 2, 3})
            shelf.lines[mine].author = shelf.user;
        ArticleListModel model(shelf.source(), m_clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({.scope = ListScope::Mine, .state = {}, .section = {}, .titleContains = {}});
        QTRY_COMPARE(model.rowCount(), 3);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

        shelf.lines[0].state = State::Submitted;
        model.refresh(shelf.lines[0].id);
        ArticleLine fresh = shelfOf(1).lines[0]; // asked for after it, so it is answered after it
        fresh.author = shelf.user;
        fresh.updatedAt = fromMilliseconds(1'800'000'000'000);
        shelf.lines.prepend(fresh);
        model.refresh(fresh.id);
        QTRY_COMPARE(model.rowCount(), 4);
        QCOMPARE(model.rowOf(fresh.id), 0);
        QCOMPARE(shelf.pages, 1);
        QVERIFY2(reset.isEmpty(), "the list jumped to its top");
    }

    // What waits here makes nothing of it another for the list, which shows the state at the server.
    void aLineStaysWhereItsShownStateBelongs()
    {
        Shelf shelf = shelfOf(2);
        for (ArticleLine &line : shelf.lines)
            line.state = State::AwaitingApproval;
        ArticleListModel model(shelf.source(), m_clock);
        model.setQuery({.state = State::AwaitingApproval});
        QTRY_COMPARE(model.rowCount(), 2);
        shelf.lines[0].state = State::Approved;
        shelf.lines[0].stateAtServer = State::AwaitingApproval;
        shelf.lines[0].waiting = 1;
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refresh(shelf.lines[0].id);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(model.rowCount(), 2);
        shelf.lines[0].stateAtServer.reset();
        shelf.lines[0].waiting = 0;
        model.refresh(shelf.lines[0].id);
        QTRY_COMPARE(model.rowCount(), 1);
    }

    void aStepThatHasNotLeftThePcIsNotSaidToBeSent()
    {
        Shelf shelf = shelfOf(1);
        shelf.lines[0].state = State::Published;
        shelf.lines[0].saved = SavedState::Sent; // the text; the step is another matter
        shelf.lines[0].waiting = 1;
        ArticleListModel model(shelf.source(), m_clock);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 1);
        const auto note = [&model] { return noteOf(model); };
        QCOMPARE(note().text, u"Waiting to be sent"_s);
        QCOMPARE(note().tone, Tone::Warning);
        QCOMPARE(savedMark(shelf.lines[0]).tone, Tone::Warning);
        shelf.lines[0].refused = true;
        model.refresh(shelf.lines[0].id);
        QTRY_COMPARE(note().text, u"Refused by the server"_s);
        shelf.lines[0].refused = false;
        shelf.lines[0].waiting = 0;
        model.refresh(shelf.lines[0].id);
        QTRY_VERIFY2(note().text.isEmpty(), "what is sent needs no word");
    }

    void aDeletionThatHasNotLeftThePcIsSaidToWait()
    {
        Shelf shelf = shelfOf(1);
        shelf.lines[0].state = State::Deleted;
        shelf.lines[0].stateAtServer = State::Draft;
        shelf.lines[0].waiting = 1;
        ArticleListModel model(shelf.source(), m_clock);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 1);
        const auto note = [&model] { return noteOf(model); };
        QCOMPARE(note().text, u"Waiting to be deleted"_s);
        QCOMPARE(note().tone, Tone::Warning);
        shelf.lines[0].state = State::Draft; // the server does not want it gone
        shelf.lines[0].stateAtServer.reset();
        shelf.lines[0].refused = true;
        model.refresh(shelf.lines[0].id);
        QTRY_COMPARE(note().text, u"Refused by the server"_s);
    }

    void theTimeOfAStepIsNotGivenToWhoSavedTheText_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<Step>("last");
        QTest::addColumn<int>("version"); // of the text; the last step was taken with 3
        QTest::addColumn<QString>("who");
        QTest::newRow("approved, by whom the line does not tell") << State::Approved << Step::Save << 3 << QString();
        QTest::newRow("published by the clock") << State::Published << Step::Save << 3 << QString();
        QTest::newRow("sent on") << State::AwaitingApproval << Step::RequestApproval << 3 << u"Lê Thị Cúc"_s;
        QTest::newRow("written since") << State::InEditing << Step::Claim << 4 << u"Trần Văn Bình"_s;
    }
    void theTimeOfAStepIsNotGivenToWhoSavedTheText()
    {
        QFETCH(const State, state);
        QFETCH(const Step, last);
        QFETCH(const int, version);
        Shelf shelf = shelfOf(1);
        SeededDice dice(5);
        ArticleLine &line = shelf.lines[0];
        line.savedBy = UserId::create(m_clock, dice);
        const UserId stepped = UserId::create(m_clock, dice);
        shelf.people = {{line.savedBy, u"Trần Văn Bình"_s}, {stepped, u"Lê Thị Cúc"_s}};
        line.state = state;
        line.version = version;
        line.trail.last = last;
        line.trail.lastBy = stepped;
        line.trail.lastVersion = 3;
        ArticleListModel model(shelf.source(), m_clock);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 1);
        const QModelIndex updated = model.index(0, ArticleListModel::Updated);
        QTEST(updated.data(ArticleListModel::NoteRole).value<LineNote>().text, "who");
    }

    void aLineSaysWhoWroteWhoHasItAndWhoSavedLast()
    {
        Shelf shelf = shelfOf(1);
        SeededDice dice(5);
        ArticleLine &line = shelf.lines[0];
        line.author = UserId::create(m_clock, dice);
        const UserId editor = UserId::create(m_clock, dice);
        shelf.people = {{line.author, u"Lê Thị Hoa"_s}, {editor, u"Trần Văn Bình"_s}};
        line.state = State::InEditing;
        line.trail.last = Step::Claim;
        line.trail.lastBy = line.savedBy = editor;
        ArticleListModel model(shelf.source(), m_clock);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 1);
        const auto note = [&model](ArticleListModel::Column column) {
            return model.index(0, column).data(ArticleListModel::NoteRole).value<LineNote>().text;
        };
        QCOMPARE(model.index(0, ArticleListModel::Author).data().toString(), u"Lê Thị Hoa"_s);
        QCOMPARE(note(ArticleListModel::Title), u"Trần Văn Bình is editing it"_s);
        QCOMPARE(note(ArticleListModel::Updated), u"Trần Văn Bình"_s);
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"Trần Văn Bình is editing it"_s));
        line.news = News{.step = Step::ReturnToAuthor, .by = editor, .at = m_clock.now(), .reason = {}};
        line.state = State::Returned;
        model.refresh(line.id);
        QTRY_COMPARE(note(ArticleListModel::Title), u"Trần Văn Bình returned it · just now"_s);
    }

    void inAnOrderOfTheDesksALineIsNeverPutWhereItDoesNotBelong()
    {
        Shelf shelf = shelfOf(5);
        ArticleListModel model(shelf.source(), m_clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({.order = ListOrder::Title});
        QTRY_COMPARE(model.rowCount(), 5);
        const int pages = shelf.pages;
        shelf.lines[3].updatedAt = fromMilliseconds(1'800'000'000'000); // another time, the same title
        model.refresh(shelf.lines[3].id);
        QTRY_COMPARE(model.line(3).updatedAt, shelf.lines[3].updatedAt);
        QCOMPARE(shelf.pages, pages);
        shelf.lines[3].title = u"An toàn"_s; // the desk has it first now
        shelf.lines.move(3, 0);
        model.refresh(shelf.lines[0].id);
        QTRY_COMPARE(model.line(0).title, u"An toàn"_s);
        QCOMPARE(shelf.pages, pages + 1);
    }

    void whatIsFetchedAnewStaysWhereItIs()
    {
        Shelf shelf = shelfOf(3 * listPage);
        ArticleListModel model(shelf.source(), m_clock);
        model.setQuery({});
        QTRY_COMPARE(model.phase(), ArticleListModel::Phase::Ready);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 2 * listPage);
        const QPersistentModelIndex chosen = model.index(listPage + 7, 0);
        const ArticleId id = model.line(chosen.row()).id;
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        // Behind the model's back one goes, one moves to the top, one is new, one has another title.
        shelf.lines.removeAt(3);
        shelf.lines.move(listPage + 50, 0);
        shelf.lines.prepend(shelfOf(1).lines.front());
        shelf.lines[10].title = u"Tên khác"_s;
        model.reload();
        QTRY_COMPARE(model.line(0).id, shelf.lines[0].id);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.rowCount(), 2 * listPage);
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(model.line(row) == shelf.lines[row]);
        QVERIFY(chosen.isValid());
        QCOMPARE(model.line(chosen.row()).id, id);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), int(shelf.lines.size()));
        QVERIFY(model.line(model.rowCount() - 1) == shelf.lines.back());
        shelf.lines.clear();
        model.reload();
        QTRY_COMPARE(model.rowCount(), 0);
    }

    // The first page is read, then an article on it changes, then the last page is read.
    void whatChangesWhilePagesComeIsNotMadeOldAgain()
    {
        Shelf shelf = shelfOf(3 * listPage);
        ArticleListModel model(shelf.source(), m_clock);
        model.setQuery({});
        QTRY_COMPARE(model.phase(), ArticleListModel::Phase::Ready);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 2 * listPage);
        model.reload();
        shelf.lines[5].title = u"Tên khác"_s;
        model.refresh(shelf.lines[5].id);
        shelf.lines.prepend(shelfOf(1).lines.front());
        shelf.lines[0].updatedAt = fromMilliseconds(1'800'000'000'000);
        model.refresh(shelf.lines[0].id);
        const int pages = shelf.pages;
        QTRY_COMPARE(shelf.pages, pages + 2); // one row more than two pages have
        QTRY_COMPARE(model.line(0).id, shelf.lines[0].id);
        QCoreApplication::processEvents(); // the last page's answer
        QCOMPARE(model.line(0).id, shelf.lines[0].id);
        QCOMPARE(model.line(6).title, u"Tên khác"_s);
        QCOMPARE(model.count(), shelf.lines.size());
    }

    void anAnswerToAnOlderQuestionIsDropped()
    {
        Shelf shelf = shelfOf(30);
        ArticleListModel model(shelf.source(), m_clock);
        model.setQuery({});
        model.setQuery({.scope = ListScope::All, .state = {}, .section = {}, .titleContains = u"bai so 29"_s});
        QTRY_COMPARE(model.phase(), ArticleListModel::Phase::Ready);
        QCOMPARE(model.rowCount(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(model.rowCount(), 1);
    }

private:
    SystemClock m_clock;
};

QTEST_MAIN(TestArticleListModel)
#include "tst_articlelistmodel.moc"
