// The question before an article is handed in: all of it is seen, wherever it is asked.
#include "support/Patience.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/Question.h"

#include <QApplication>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QScreen>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestSubmitDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_font = QApplication::font(); }
    void cleanup() { QApplication::setFont(m_font); }

    void allOfItIsSeenAtEachOpening_data()
    {
        QTest::addColumn<double>("larger");
        QTest::addColumn<bool>("lacks");
        QTest::newRow("nothing lacks") << 1.0 << false;
        QTest::newRow("all lacks") << 1.0 << true;
        QTest::newRow("large text") << 1.35 << false;
        QTest::newRow("large text, all lacks") << 1.35 << true;
    }
    void allOfItIsSeenAtEachOpening()
    {
        QFETCH(const double, larger);
        QFETCH(const bool, lacks);
        applyLook(*qApp, Brightness::Light);
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * larger);
        QApplication::setFont(font);
        QWidget window;
        window.resize(1024, 700);
        window.show();
        const QString title = u"Sinh hoạt chi bộ theo chuyên đề: chọn việc cụ thể, làm đến nơi đến chốn ở từng thôn"_s;
        int height = 0;
        for (int opening = 0; opening < 4; ++opening) {
            auto *dialog =
                new SubmitDialog({.step = Step::RequestApproval,
                                  .title = title,
                                  .section = u"Tin tức – Sự kiện"_s,
                                  .findings = lacks ? check(Content(), ChecklistPolicy()) : std::vector<Finding>()},
                                 &window);
            askQuestion(dialog);
            QVERIFY(QTest::qWaitForWindowExposed(dialog, longestWait));
            QCoreApplication::sendPostedEvents();
            for (const QLabel *label : dialog->findChildren<QLabel *>()) {
                if (label->isVisible())
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            }
            for (const QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (!button->isVisible())
                    continue;
                QVERIFY2(button->height() >= button->sizeHint().height(), qPrintable(button->text()));
                QVERIFY2(button->mapTo(dialog, button->rect().bottomLeft()).y() < dialog->height(),
                         qPrintable(button->text()));
            }
            // Nothing is left over either: it is as high as its lines.
            QCOMPARE(dialog->height(), dialog->layout()->totalHeightForWidth(dialog->width()));
            if (opening > 0)
                QCOMPARE(dialog->height(), height);
            height = dialog->height();
            dialog->reject();
        }
    }

private:
    QFont m_font;
};

QTEST_MAIN(TestSubmitDialog)
#include "tst_submitdialog.moc"
