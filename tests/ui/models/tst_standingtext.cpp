#include "ui/models/StandingText.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

SystemClock systemClock;
SeededDice dice(3);
const UserId editor = UserId::create(systemClock, dice);
const UserId secretary = UserId::create(systemClock, dice);

QString nameOf(UserId person)
{
    return person == editor ? u"Lê Thị Cúc"_s : person == secretary ? u"Phạm Văn Dũng"_s : QString();
}

Decision decided(Step step, UserId by, const QString &reason = {})
{
    return {.record = {}, .version = 1, .step = step, .actor = by, .at = {}, .reason = reason};
}

// Published as version 1.
Article live(State state)
{
    Article article;
    article.state = state;
    article.version = 2;
    article.publication =
        Publication{.number = 1, .slug = u"bai"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
    return article;
}

const QString corrected = u"Being corrected, the portal shows version 1 – reason: Sai giờ"_s;

} // namespace

class TestStandingText : public QObject
{
    Q_OBJECT

private slots:
    // Opened by one for his reason, returned by another for hers: each is said with its own.
    void aReturnedCorrectionSaysBothReasons()
    {
        Article article = live(State::InEditing);
        std::vector<Decision> decisions{decided(Step::Publish, secretary),
                                        decided(Step::Correct, editor, u"Sai giờ"_s)};
        article.reason = u"Sai giờ"_s;
        QCOMPARE(standingText(article, decisions, nameOf), corrected);

        decisions.push_back(decided(Step::RequestApproval, editor));
        decisions.push_back(decided(Step::ReturnToEditor, secretary, u"Chưa ghi đính chính"_s));
        article.reason = u"Chưa ghi đính chính"_s;
        QCOMPARE(standingText(article, decisions, nameOf),
                 corrected + u"\nPhạm Văn Dũng returned it – reason: Chưa ghi đính chính"_s);
        QCOMPARE(correctionReason(article, decisions), u"Sai giờ"_s);

        decisions.push_back(decided(Step::RequestApproval, editor));
        article.state = State::AwaitingApproval;
        article.reason.clear();
        QCOMPARE(standingText(article, decisions, nameOf), corrected);
    }

    // Its author works on what readers have an earlier version of, however often he sends it in and takes it back.
    void itsAuthorKnowsThroughoutThatItIsACorrection()
    {
        Article article = live(State::Returned);
        article.reason = u"Đề nghị ghi lại giờ"_s;
        std::vector<Decision> decisions{decided(Step::Publish, secretary), decided(Step::Correct, editor, u"Sai giờ"_s),
                                        decided(Step::ReturnToAuthor, editor, u"Đề nghị ghi lại giờ"_s)};
        const QString both = corrected + u"\nLê Thị Cúc returned it – reason: Đề nghị ghi lại giờ"_s;
        QCOMPARE(standingText(article, decisions, nameOf), both);
        decisions.push_back(decided(Step::Submit, {}));
        article.state = State::Submitted;
        article.reason.clear();
        QCOMPARE(standingText(article, decisions, nameOf), corrected);
        decisions.push_back(decided(Step::Withdraw, {}));
        article.state = State::Draft;
        QCOMPARE(standingText(article, decisions, nameOf), both);
        decisions.push_back(decided(Step::Submit, {}));
        decisions.push_back(decided(Step::Claim, editor));
        article.state = State::InEditing;
        QCOMPARE(standingText(article, decisions, nameOf), corrected);
    }

    void whatReadersDoNotHaveIsNoCorrection()
    {
        Article article = live(State::Unpublished);
        article.publication->takenDownAt = Instant();
        article.reason = u"Sai tên"_s;
        const std::vector<Decision> decisions{decided(Step::Publish, secretary),
                                              decided(Step::Unpublish, secretary, u"Sai tên"_s)};
        QCOMPARE(standingText(article, decisions, nameOf), u"Taken down – reason: Sai tên"_s);
        article = live(State::Published);
        article.publication->version = 2;
        QCOMPARE(standingText(article, decisions, nameOf), QString());
        article = Article();
        QCOMPARE(standingText(article, {}, nameOf), QString());
        article.state = State::Returned; // of a server that tells no decisions
        article.reason = u"Thiếu ảnh"_s;
        QCOMPARE(standingText(article, {}, nameOf), u"Returned – reason: Thiếu ảnh"_s);
    }
};

QTEST_GUILESS_MAIN(TestStandingText)
#include "tst_standingtext.moc"
