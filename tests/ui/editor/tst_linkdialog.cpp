#include "ui/editor/LinkDialog.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace toasoan;

class TestLinkDialog : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedBecomesAnAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *name, const QString &typed, const QString &address) {
            QTest::newRow(name) << typed << address;
        };
        row("whole", QStringLiteral("https://trieuphong.gov.vn/tin"), QStringLiteral("https://trieuphong.gov.vn/tin"));
        row("host only", QStringLiteral(" trieuphong.gov.vn "), QStringLiteral("https://trieuphong.gov.vn"));
        row("host and port", QStringLiteral("trieuphong.gov.vn:8443/x"),
            QStringLiteral("https://trieuphong.gov.vn:8443/x"));
        row("e-mail", QStringLiteral("bbt@trieuphong.gov.vn"), QStringLiteral("mailto:bbt@trieuphong.gov.vn"));
        row("telephone", QStringLiteral("tel:02333828333"), QStringLiteral("tel:02333828333"));
        row("script", QStringLiteral("javascript:alert(1)"), QString());
        row("data", QStringLiteral("data:text/html,x"), QString());
        row("file", QStringLiteral("file:///etc/passwd"), QString());
        row("a word", QStringLiteral("xin"), QString());
        row("a sentence", QStringLiteral("Xem tại đây."), QString());
        row("scheme only", QStringLiteral("https:"), QString());
        row("nothing", QString(), QString());
    }
    void whatIsTypedBecomesAnAddress()
    {
        QFETCH(QString, typed);
        QFETCH(QString, address);
        QCOMPARE(linkAddress(typed), address);
    }

    void aLinkIsSetOnlyWithAnAddress()
    {
        LinkDialog dialog({});
        auto *address = dialog.findChild<QLineEdit *>();
        QPushButton *set = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!set->isEnabled());
        address->setText(QStringLiteral("javascript:alert(1)"));
        QVERIFY(!set->isEnabled());
        address->setText(QStringLiteral("dichvucong.gov.vn"));
        QVERIFY(set->isEnabled());
        QCOMPARE(dialog.link().href, QStringLiteral("https://dichvucong.gov.vn"));
    }
};

QTEST_MAIN(TestLinkDialog)
#include "tst_linkdialog.moc"
