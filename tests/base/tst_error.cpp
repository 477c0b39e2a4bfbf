#include "base/Result.h"

#include <QTest>

using namespace toasoan;

class TestError : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeGoesThereAndBack()
    {
        for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            QCOMPARE(errorCodeFromText(toText(code)), code);
        }
    }

    void aNewerPeersCodeReadsAsInternal() { QCOMPARE(errorCodeFromText(u"fromTheFuture"), ErrorCode::Internal); }

    void duringPutsTheOuterWorkFirst()
    {
        const Error error{
            .code = ErrorCode::NotFound, .subject = QStringLiteral("article"), .detail = QStringLiteral("b")};
        QCOMPARE(error.during(QStringLiteral("a")).detail, QStringLiteral("a: b"));
    }

    void aResultHoldsAValueOrAnError()
    {
        const Result<int> seven = 7;
        QVERIFY(seven);
        QCOMPARE(*seven, 7);
        const Result<int> none = Error{.code = ErrorCode::NotFound, .subject = QStringLiteral("number"), .detail = {}};
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotFound);
        QCOMPARE(none.valueOr(3), 3);
        QVERIFY(Result<void>());
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
