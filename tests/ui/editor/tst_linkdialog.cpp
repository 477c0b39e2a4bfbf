#include "support/Patience.h"
#include "ui/editor/LinkDialog.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/ReasonDialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace toasoan;

namespace {

QPushButton *buttonOf(const LinkDialog &dialog, QDialogButtonBox::ButtonRole role)
{
    const auto *box = dialog.findChild<QDialogButtonBox *>();
    const auto buttons = box->findChildren<QPushButton *>();
    return *std::ranges::find(buttons, role, [box](QPushButton *button) { return box->buttonRole(button); });
}

} // namespace

class TestLinkDialog : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedBecomesAnAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        QFile file(QStringLiteral(TOASOAN_SOURCE_DIR "/tests/ui/editor/fixtures/addresses.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rows = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(rows.size() > 20);
        for (const auto &each : rows) {
            const QJsonObject row = each.toObject();
            QTest::newRow(qPrintable(row[QLatin1String("name")].toString()))
                << row[QLatin1String("said")].toString()
                << row[QLatin1String(row.contains(QLatin1String("typed")) ? "typed" : "address")].toString();
        }
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
        QPushButton *set = buttonOf(dialog, QDialogButtonBox::AcceptRole);
        QVERIFY(!set->isEnabled());
        address->setText(QStringLiteral("javascript:alert(1)"));
        QVERIFY(!set->isEnabled());
        address->setText(QStringLiteral("dichvucong.gov.vn"));
        QVERIFY(set->isEnabled());
        QCOMPARE(dialog.link().href, QStringLiteral("https://dichvucong.gov.vn"));
    }

    // What is wrong with it is hard to see: a blank looks like nothing.
    void aBlankThatMayNotBeThereIsTheReasonThatIsGiven_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("hint");
        const QString blank = QStringLiteral("There is a blank in this address where none may be. Remove it.");
        const QString general = QStringLiteral("This address cannot be used for a link.");
        QTest::newRow("in the host") << QStringLiteral("https://chinh phu.vn/x") << blank;
        QTest::newRow("in a host without a scheme") << QStringLiteral("chinhphu. vn/x") << blank;
        QTest::newRow("after the scheme") << QStringLiteral("https: //chinhphu.vn") << blank;
        QTest::newRow("no address without them either") << QStringLiteral("Xem tại đây.") << general;
        QTest::newRow("none") << QStringLiteral("javascript:alert(1)") << general;
        QTest::newRow("after the host") << QStringLiteral("chinhphu.vn/Ke hoach.pdf")
                                        << QStringLiteral("Will be saved as https://chinhphu.vn/Ke%20hoach.pdf");
    }
    void aBlankThatMayNotBeThereIsTheReasonThatIsGiven()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, hint);
        LinkDialog dialog({});
        dialog.findChild<QLineEdit *>()->setText(typed);
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [&hint](const QLabel *label) { return label->text() == hint; }));
        QCOMPARE(buttonOf(dialog, QDialogButtonBox::AcceptRole)->isEnabled(), hint.startsWith(u"Will"));
    }

    // Written out it is longer than what is typed, and the page would refuse it without a word.
    void blanksCountAsWhatTheyBecome()
    {
        LinkDialog dialog({});
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("https://a.vn/") + QStringLiteral("a ").repeated(900));
        QVERIFY(!buttonOf(dialog, QDialogButtonBox::AcceptRole)->isEnabled());
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text() == QStringLiteral("This address is too long for a link: at most 1,980 characters.");
        }));
    }

    // Beside another dialog of the house, one eye sees no difference between them.
    void itLooksAsTheOtherQuestionsDo()
    {
        applyLook(*qApp, Brightness::Light);
        QWidget window;
        window.resize(1200, 800);
        window.show();
        auto *dialog = new LinkDialog(
            {.href = QStringLiteral("https://a.vn/"), .title = {}, .text = QStringLiteral("đây")}, &window);
        ReasonDialog other({.title = QStringLiteral("x"), .explanation = {}, .confirm = QStringLiteral("y")}, &window);
        askQuestion(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog, longestWait));
        QCOMPARE(dialog->layout()->contentsMargins(), other.layout()->contentsMargins());
        QCOMPARE(dialog->layout()->spacing(), other.layout()->spacing());
        const auto isHeading = [](const QLabel *label) {
            return label->property("textRole") == QStringLiteral("heading");
        };
        const auto labels = dialog->findChildren<QLabel *>();
        QCOMPARE(std::ranges::count_if(labels, isHeading), 1);
        // What a field is called stands above it, and leads to it.
        for (const QLineEdit *field : dialog->findChildren<QLineEdit *>()) {
            const auto label = std::ranges::find(labels, field, &QLabel::buddy);
            QVERIFY(label != labels.end());
            QCOMPARE((*label)->mapTo(dialog, QPoint()).x(), field->mapTo(dialog, QPoint()).x());
            QVERIFY((*label)->mapTo(dialog, QPoint()).y() < field->mapTo(dialog, QPoint()).y());
            QVERIFY(!(*label)->text().endsWith(u':'));
        }
        // What Enter does has the accent, and every button has a letter of its own.
        QPushButton *save = buttonOf(*dialog, QDialogButtonBox::AcceptRole);
        QVERIFY(save->isDefault() && save->property("primary").toBool());
        QSet<QString> letters;
        const auto buttons = dialog->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons)
            letters.insert(button->text().section(u'&', 1).left(1).toLower());
        QCOMPARE(letters.size(), buttons.size());
        QVERIFY(!letters.contains(QString()));
        QVERIFY(dialog->findChild<QLineEdit *>()->hasFocus());
    }

    // An address has no blank at which a line could end: the dialog stays as wide as it was.
    void aLongAddressMakesItNoWider()
    {
        QWidget window;
        auto *dialog = new LinkDialog({}, &window);
        askQuestion(dialog);
        const int width = dialog->width();
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("trieuphong.gov.vn/") + QString(1900, u'a'));
        QVERIFY(buttonOf(*dialog, QDialogButtonBox::AcceptRole)->isEnabled());
        QCOMPARE(qMax(width, dialog->sizeHint().width()), width);
    }

    // Of an address a part would be another one.
    void aTooLongAddressIsRefusedWhole()
    {
        LinkDialog dialog({});
        auto *address = dialog.findChild<QLineEdit *>();
        const QString tooLong = QStringLiteral("https://a.vn/") + QString(1980, u'a');
        QGuiApplication::clipboard()->setText(tooLong);
        address->paste();
        QCOMPARE(address->text(), tooLong);
        QVERIFY(!buttonOf(dialog, QDialogButtonBox::AcceptRole)->isEnabled());
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text() == QStringLiteral("This address is too long for a link: at most 1,980 characters.");
        }));
    }

    void whatDoesNotFitIsSaidToBeLeftOut()
    {
        LinkDialog dialog({});
        const auto *cut = dialog.findChild<QLabel *>(QStringLiteral("cut"));
        const QList<QLineEdit *> fields = dialog.findChildren<QLineEdit *>();
        QVERIFY(cut->isHidden());
        QGuiApplication::clipboard()->setText(QString(1200, u'ă'));
        fields.at(2)->paste();
        QCOMPARE(dialog.link().title, QString(300, u'ă'));
        QVERIFY(!cut->isHidden());
        QCOMPARE(cut->text(),
                 QStringLiteral("Only 300 characters fit into a link's title. What goes beyond was left out."));
        fields.at(1)->paste();
        QCOMPARE(dialog.link().text, QString(1000, u'ă'));
        QCOMPARE(cut->text(),
                 QStringLiteral("Only 1,000 characters fit into a link's text. What goes beyond was left out."));
    }
};

QTEST_MAIN(TestLinkDialog)
#include "tst_linkdialog.moc"
