// The list of a register, under Qt's own tester of models: on values, and on a real desk with a thousand entries.
#include "ui/registers/EntryListModel.h"

#include "support/Patience.h"
#include "text/Language.h"
#include "ui/models/ArticleListModel.h"
#include "ui/registers/EntryTitles.h"
#include "ui/registers/RegisterOffice.h"

#include <QAbstractItemModelTester>

using namespace toasoan;
using namespace toasoan::test;

namespace {

EntryLine lineOf(RecordId id, const QString &name, const QString &number = u"1"_s)
{
    return {.id = id, .state = State::Published, .updatedAt = {}, .content = hotlineContent(name, number)};
}

QStringList namesIn(const EntryListModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    return names;
}

// Lines of a test, answered when it says so.
struct Source
{
    QList<EntryLine> lines;
    struct Asked
    {
        EntryQuery query;
        Callback<EntryPage> done;
    };
    std::vector<Asked> asked;

    EntryListModel::Source source()
    {
        return [this](const EntryQuery &query, QObject *, Callback<EntryPage> done) {
            asked.push_back({query, std::move(done)});
        };
    }
    void answer()
    {
        for (const Asked &each : std::exchange(asked, {})) {
            EntryPage page;
            page.lines = lines.mid(each.query.offset, entryPage);
            page.count = lines.size();
            each.done(page);
        }
    }
};

} // namespace

class TestEntryListModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(localeOf(Language::English));
        m_office = std::make_unique<RegisterOffice>();
        m_desk = m_office->desk(u"phongvien"_s);
    }

    void cleanupTestCase() { m_desk.reset(); }

    void whatIsTheSameStaysWhereItIs()
    {
        Source source;
        EntryTitles titles(*m_desk);
        EntryListModel model(source.source(), titles);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const RecordId one = m_desk->newEntry(), two = m_desk->newEntry(), three = m_desk->newEntry();
        source.lines = {lineOf(one, u"Một"_s), lineOf(two, u"Hai"_s), lineOf(three, u"Ba"_s)};
        model.setRegister(hotlines());
        QCOMPARE(model.phase(), EntryListModel::Phase::Loading);
        source.answer();
        QCOMPARE(namesIn(model), (QStringList{u"Một"_s, u"Hai"_s, u"Ba"_s}));
        const QPersistentModelIndex chosen(model.index(1, 0));
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const RecordId four = m_desk->newEntry();
        source.lines = {lineOf(four, u"Bốn"_s), lineOf(three, u"Ba"_s), lineOf(two, u"Hai, khác"_s)};
        model.reload();
        source.answer();
        QCOMPARE(namesIn(model), (QStringList{u"Bốn"_s, u"Ba"_s, u"Hai, khác"_s}));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(chosen.row(), 2);
        QCOMPARE(chosen.data().toString(), u"Hai, khác"_s);
        // In any other order.
        source.lines = {lineOf(two, u"Hai, khác"_s), lineOf(four, u"Bốn"_s), lineOf(three, u"Ba"_s)};
        model.reload();
        source.answer();
        QCOMPARE(chosen.row(), 0);
        source.lines.clear();
        model.reload();
        source.answer();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!chosen.isValid());
    }

    void anAnswerToAnOlderQuestionIsDropped()
    {
        Source source;
        EntryTitles titles(*m_desk);
        EntryListModel model(source.source(), titles);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        source.lines = {lineOf(m_desk->newEntry(), u"Một"_s)};
        model.setRegister(hotlines());
        model.setFilter({.words = u"một"_s});
        QCOMPARE(source.asked.size(), std::size_t(2));
        EntryPage older;
        older.lines = {lineOf(m_desk->newEntry(), u"Cũ"_s)};
        older.count = 1;
        const auto late = source.asked.front().done;
        source.answer();
        late(older);
        QCOMPARE(namesIn(model), QStringList{u"Một"_s});
    }

    // A change while the list is under way is not lost, and what fails leaves what is shown.
    void aChangeOnTheWayIsAskedForOnceMore()
    {
        Source source;
        EntryTitles titles(*m_desk);
        EntryListModel model(source.source(), titles);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        source.lines = {lineOf(m_desk->newEntry(), u"Một"_s)};
        model.setRegister(hotlines());
        model.reload();
        model.reload();
        source.answer();
        QCOMPARE(source.asked.size(), std::size_t(1));
        source.asked.front().done(Error{ErrorCode::Unavailable, u"replica"_s, {}});
        QCOMPARE(model.phase(), EntryListModel::Phase::Failed);
        QCOMPARE(namesIn(model), QStringList{u"Một"_s});
        source.asked.clear();
        model.reload();
        source.answer();
        QCOMPARE(model.phase(), EntryListModel::Phase::Ready);
    }

    void whatHasToBeKnownStandsBelowTheTitle()
    {
        Source source;
        EntryTitles titles(*m_desk);
        EntryListModel model(source.source(), titles);
        EntryLine typed = lineOf(m_desk->newEntry(), u"Đang viết"_s);
        typed.isTyped = true;
        EntryLine refused = lineOf(m_desk->newEntry(), u"Không nhận"_s);
        refused.isWaiting = refused.isRefused = true;
        EntryLine closed = lineOf(m_desk->newEntry(), u"Đã đóng"_s);
        closed.state = State::Closed;
        closed.reason = u"Số cũ"_s;
        source.lines = {typed, refused, closed, lineOf(m_desk->newEntry(), u"Xong"_s)};
        model.setRegister(hotlines());
        source.answer();
        const auto note = [&model](int row) {
            return model.index(row, 0).data(EntryListModel::NoteRole).value<LineNote>();
        };
        QCOMPARE(note(0).text, u"Unsaved changes on this PC"_s);
        QCOMPARE(note(1).tone, Tone::Bad);
        QCOMPARE(note(2).text, u"Closed: Số cũ"_s);
        QVERIFY(note(3).text.isEmpty());
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Name"_s);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"Unit"_s);
    }

    // Page by page, and a change in the middle leaves all that was fetched.
    void aThousandEntriesComePageByPage()
    {
        static constexpr int many = 1000;
        std::vector<QJsonObject> entries;
        for (int number = 0; number < many; ++number)
            entries.push_back(
                {{u"name"_s, u"Số %1"_s.arg(number, 4, 10, QLatin1Char('0'))}, {u"number"_s, QString::number(number)}});
        m_office->fill(hotline, entries);
        QVERIFY(RegisterOffice::sync(*m_desk));
        EntryTitles titles(*m_desk);
        EntryListModel model(
            [this](const EntryQuery &query, QObject *context, Callback<EntryPage> done) {
                m_desk->ask(AskEntries{query}, context, std::move(done));
            },
            titles);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRegister(hotlines());
        const auto isAllListed = [this] {
            const auto page = RegisterOffice::ask(*m_desk, AskEntries{{.noun = hotline}});
            return page->count == many && page->filled == 100;
        };
        QTRY_VERIFY(isAllListed()); // the desk has pulled them
        model.reload();
        QTRY_VERIFY(!model.isFetching() && model.count() == many);
        QVERIFY(model.rowCount() < many);
        const auto isAllFetched = [&model](int all) { // the tester fetches too
            model.fetchMore({});
            return model.rowCount() == all && !model.isFetching();
        };
        QTRY_VERIFY(isAllFetched(many));
        QCOMPARE(model.rowCount(), many);
        QCOMPARE(model.index(many - 1, 0).data().toString(), u"Số 0999"_s);
        const QPersistentModelIndex last(model.index(many - 1, 0));
        QVERIFY(RegisterOffice::write(*m_desk, {.noun = hotline, .id = m_desk->newEntry()},
                                      {{u"name"_s, u"Số 0000a"_s}, {u"number"_s, u"9999"_s}}));
        model.reload();
        QTRY_VERIFY(isAllFetched(many + 1));
        QCOMPARE(last.row(), many);
        model.setFilter({.words = u"so 0999"_s});
        QTRY_COMPARE(namesIn(model), QStringList{u"Số 0999"_s});
    }

private:
    std::unique_ptr<RegisterOffice> m_office;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestEntryListModel)
#include "tst_entrylistmodel.moc"
