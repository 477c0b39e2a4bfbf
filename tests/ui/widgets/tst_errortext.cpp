// What a refusal says to do is what helps.
#include "ui/widgets/ErrorText.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    // An action that the server has never heard of: not this program is the older one.
    void anOlderServerIsSaidToBeThat()
    {
        const QString text = errorText({ErrorCode::Unsupported, u"command.kind"_s, u"merge"_s});
        QVERIFY2(text.startsWith(u"The server is older"_s), qPrintable(text));
        QVERIFY(errorText({ErrorCode::Unsupported, u"content.body.2"_s, {}}) != text);
    }
};

QTEST_MAIN(TestErrorText)
#include "tst_errortext.moc"
