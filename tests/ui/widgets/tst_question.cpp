#include "support/Patience.h"
#include "ui/widgets/Question.h"

#include <QDialog>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>

using namespace toasoan;

class TestQuestion : public QObject
{
    Q_OBJECT

private slots:
    void questionsOverOneWindowDoNotStack()
    {
        QWidget window;
        QWidget page(&window);
        window.show();
        auto *first = new QDialog(&page);
        askQuestion(first);
        QVERIFY(first->isVisible());
        QVERIFY(first->isModal());
        // Pressed twice more, also by another part of the window and for another question.
        QPointer<QDialog> second = new QDialog(&page);
        QPointer<QDialog> third = new QMessageBox(QMessageBox::Warning, {}, QStringLiteral("?"), {}, &window);
        QSignalSpy finished(second, &QDialog::finished);
        askQuestion(second);
        askQuestion(third);
        QVERIFY(first->isVisible());
        QCOMPARE(finished.count(), 1); // who waits for an answer has one: no
        QCOMPARE(finished[0][0].toInt(), int(QDialog::Rejected));
        QVERIFY(!third || !third->isVisible());
        QTRY_VERIFY(!second && !third);

        first->reject();
        QPointer<QDialog> later = new QDialog(&page);
        askQuestion(later);
        QVERIFY(later->isVisible());
        later->reject();
        QTRY_VERIFY(!later);
    }

    void anotherWindowAsksForItself()
    {
        QWidget one;
        QWidget other;
        one.show();
        other.show();
        auto *first = new QDialog(&one);
        auto *second = new QDialog(&other);
        askQuestion(first);
        askQuestion(second);
        QVERIFY(first->isVisible());
        QVERIFY(second->isVisible());
    }
};

QTEST_MAIN(TestQuestion)
#include "tst_question.moc"
