// A person loses the rights to what his PC has: it goes from there with its pictures, at a real server and a real desk.
#include "storage/ChangeStore.h"
#include "storage/UserStore.h"
#include "support/Patience.h"
#include "sync/OfficeServer.h"

#include <QFileInfo>

using namespace toasoan;
using namespace toasoan::test;
using namespace std::chrono_literals;

namespace {

// A sound PNG of 8 × 6 pixels.
const QByteArray photo = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAY0lEQVR42g3JIQEAQQhFQZKgCbEh0Jvky5cCTYgNgSbR3dgxM9w4"
    "xjVklPGMNcwCD05wAwUVvGDjj8STk9xESSUv2fxDuDjiCokST6z+aLw5zW3UVPOa7T8GH85wBw01vGGHD8x/PnGPuaBxAAAAAElF"
    "TkSuQmCC");

} // namespace

class TestOutOfSight : public QObject
{
    Q_OBJECT

private:
    static Result<void> settle(Desk &desk)
    {
        return answerOf<void>([&](QObject *context, auto done) { desk.sync(context, done); });
    }

    SystemClock m_clock;
    SystemDice m_dice;

private slots:
    void aPictureGoesWithTheArticleThatShowsIt()
    {
        const OfficeServer server;
        const QTemporaryDir reporterFolder, editorFolder;
        const auto open = [&](const QTemporaryDir &folder) {
            return std::make_unique<Desk>(
                DeskOptions{.folder = folder.path(), .device = u"test"_s, .makeTransport = {}}, m_clock, m_dice,
                std::make_unique<MemoryVault>());
        };
        const auto reporter = open(reporterFolder), editor = open(editorFolder);
        const auto signIn = [&](Desk &desk, const QString &login) {
            return answerOf<User>([&](QObject *context, auto done) {
                desk.signIn(server.address(), login, server.password, context, done);
            });
        };
        QVERIFY(signIn(*reporter, u"reporter"_s));
        QVERIFY(signIn(*editor, u"editor"_s));
        QVERIFY(settle(*reporter)); // it has the chain, which says who may submit
        const auto picture = answerOf<AddedPicture>(
            [&](QObject *context, auto done) { reporter->addPicture(photo, u"lũ.png"_s, context, done); });
        QVERIFY(picture);
        const ArticleId id = reporter->newArticle();
        Content content;
        content.title = u"Mưa lũ"_s;
        content.section = server.section;
        content.body = QByteArray("{'type':'doc','content':[{'type':'figure','content':[{'type':'figimage','attrs':"
                                  "{'media':'"
                                  + picture->media.toText().toLatin1() + "'}},{'type':'figcaption'}]}]}")
                           .replace('\'', '"');
        reporter->type(id, {}, content);
        const Submit submit{.target = itemKey(id), .version = 0, .stateSecret = StateSecret::ConfirmedNone};
        const auto given =
            answerOf<ArticleView>([&](QObject *context, auto done) { reporter->submit(submit, context, done); });
        QVERIFY2(given, qPrintable(given ? QString() : given.error().subject + u' ' + given.error().detail));
        QVERIFY(settle(*reporter));
        QVERIFY(settle(*editor));
        const auto fileAt = [&](Desk &desk) {
            return answerOf<QString>(
                [&](QObject *context, auto done) { desk.pictureFile(picture->media, context, done); });
        };
        QTRY_VERIFY(fileAt(*editor));
        const QString there = *fileAt(*editor), own = *fileAt(*reporter);
        QVERIFY(QFileInfo::exists(there) && QFileInfo::exists(own));

        const auto setGrants = [&](const std::vector<Grant> &grants) {
            const auto database = Database::open(newsroomLocation(server.options()));
            auto transaction = Transaction::begin(**database, Access::Write);
            UserStore users(*transaction);
            auto user = users.find(editor->user().id);
            user->grants = grants;
            return users.put(*user) && ChangeStore(*transaction).add(nouns::user, user->id.toText(), m_clock.now())
                && transaction->commit();
        };
        QVERIFY(setGrants({}));
        QTRY_VERIFY(!QFileInfo::exists(there));
        QCOMPARE(fileAt(*editor).error().code, ErrorCode::NotFound);
        QVERIFY(QFileInfo::exists(own)); // it is the reporter's own
        QVERIFY(fileAt(*reporter));

        // And comes again with them.
        QVERIFY(setGrants({{.role = Role::Editor, .section = {}}}));
        QTRY_VERIFY(fileAt(*editor).ok());
        QCOMPARE(*fileAt(*editor), there);
    }
};

QTEST_GUILESS_MAIN(TestOutOfSight)
#include "tst_outofsight.moc"
