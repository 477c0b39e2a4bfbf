// A step has a name besides its button, and both say what is true of the state that the article is in.
#include "ui/models/StepText.h"

#include "ui/models/NewsText.h"
#include "ui/review/HistoryView.h"
#include "ui/workstation/Translations.h"

#include <QAbstractItemModel>
#include <QKeySequence>
#include <QRegularExpression>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestStepText : public QObject
{
    Q_OBJECT

private slots:
    void init() { useLanguage(*QCoreApplication::instance(), Language::Vietnamese); }

    void aStepIsNamedByWhatItDoesNotByItsButton_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("Vietnamese") << Language::Vietnamese;
        QTest::newRow("English") << Language::English;
    }
    void aStepIsNamedByWhatItDoesNotByItsButton()
    {
        QFETCH(const Language, language);
        useLanguage(*QCoreApplication::instance(), language);
        for (const Step step : allSteps) {
            const QString name = stepName(step);
            QVERIFY(!name.isEmpty());
            for (const QString &ofButtons : {u"&"_s, u"…"_s, u" now"_s, u" ngay"_s})
                QVERIFY2(!name.contains(ofButtons), qPrintable(name));
            for (const State state : allStates) {
                QVERIFY(stepText(step, state).contains(u'&'));
                QVERIFY(doneText(step, state, u"Họp dân"_s).contains(u"“Họp dân”"));
            }
        }
    }

    void whatItsHourPublishedWasNotPublishedNow()
    {
        QCOMPARE(stepName(Step::Publish), u"Đăng"_s);
        QCOMPARE(stepName(Step::Schedule, State::Approved), u"Hẹn giờ đăng"_s);
        QCOMPARE(stepName(Step::Schedule, State::Scheduled), u"Hẹn lại giờ đăng"_s);
        QCOMPARE(doneText(Step::Submit, State::Draft, u"Họp dân"_s), u"Đã gửi duyệt bài “Họp dân”."_s);
        QCOMPARE(doneText(Step::Withdraw, State::Submitted, u"Họp dân"_s), u"Đã rút lại bài “Họp dân”."_s);
    }

    // What others did is told with why, and why is called so: a person's own words are no sentence of the program.
    void theReasonOfAReturnIsCalledSo()
    {
        const auto told = [](Step step, const QString &reason) {
            return newsSentence({.article = {},
                                 .title = u"Họp dân"_s,
                                 .news = {.step = step, .by = {}, .at = {}, .reason = reason, .isAgain = false}},
                                u"Hoàng Văn Đức"_s);
        };
        QCOMPARE(told(Step::ReturnToAuthor, u"Bổ sung số liệu"_s),
                 u"Hoàng Văn Đức đã trả lại bài “Họp dân”. Lý do: Bổ sung số liệu"_s);
        QCOMPARE(told(Step::ReturnToAuthor, {}), u"Hoàng Văn Đức đã trả lại bài “Họp dân”."_s);
        QVERIFY(!told(Step::Unschedule, u"schedule.passed"_s).contains(u"Lý do"));
    }

    // Nothing is shouted, in either language; and where it waits is said once.
    void whatIsNotSoYetIsSaidCalmlyAndOnce()
    {
        for (const Language language : {Language::Vietnamese, Language::English}) {
            useLanguage(*QCoreApplication::instance(), language);
            for (const Step step : allSteps) {
                for (const Sending sending : {Sending::Now, Sending::Later}) {
                    const QString text = waitingText(step, u"Họp dân"_s, sending);
                    static const QRegularExpression shouted(u"\\b\\p{Lu}{3,}\\b"_s,
                                                            QRegularExpression::UseUnicodePropertiesOption);
                    QVERIFY2(!text.contains(shouted), qPrintable(text));
                }
            }
        }
        useLanguage(*QCoreApplication::instance(), Language::Vietnamese);
        QCOMPARE(
            waitingText(Step::Claim, u"Họp dân"_s, Sending::Later),
            u"Mới lưu bước “Tiếp nhận” với bài “Họp dân” trên máy này, máy chủ chưa nhận. Sẽ tự gửi khi có kết nối."_s);
    }

    // A line below a letter's tail makes another letter of it: "Reguest" for "Request". (A p keeps its
    // shape; of "Publish now" all other letters are taken, or Telex makes something of them.)
    void theLetterOfAStepHasNoTail()
    {
        useLanguage(*QCoreApplication::instance(), Language::English);
        for (const Step step : allSteps) {
            for (const State state : allStates) {
                const QString text = stepText(step, state);
                QVERIFY2(!u"gjqy"_s.contains(text.at(text.indexOf(u'&') + 1)), qPrintable(text));
            }
        }
    }

    // The next step stands where the one before it stood: the same letter pressed once more must not take it.
    void theNextStepHasAnotherLetter_data() { aStepIsNamedByWhatItDoesNotByItsButton_data(); }
    void theNextStepHasAnotherLetter()
    {
        QFETCH(const Language, language);
        useLanguage(*QCoreApplication::instance(), language);
        const auto letterOf = [](Step step, State from) { return QKeySequence::mnemonic(stepText(step, from)); };
        QStringList faults;
        for (const Transition &taken : Workflow::standard().transitions()) {
            for (const Transition &next : Workflow::standard().transitions()) {
                if (taken.step == Step::Save || next.step == Step::Save || next.step == taken.step
                    || next.from != taken.to)
                    continue;
                if (letterOf(taken.step, taken.from) == letterOf(next.step, next.from))
                    faults.append(stepText(taken.step, taken.from) + u" | "_s + stepText(next.step, next.from));
            }
        }
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void aNoticeBeginsWithACapital()
    {
        for (const QString &title : {u"Họp dân"_s, QString()}) {
            QVERIFY(aboutArticle(title, u"Đã hỏng."_s).startsWith(u"Bài "));
            QVERIFY(quotedTitle(title).startsWith(u"bài "));
        }
    }

    void whatReadersDoNotHaveIsNotCorrected_data()
    {
        QTest::addColumn<State>("from");
        QTest::addColumn<bool>("isCorrected");
        QTest::newRow("published") << State::Published << true;
        QTest::newRow("refused") << State::Refused << false;
        QTest::newRow("taken down") << State::Unpublished << false;
    }
    void whatReadersDoNotHaveIsNotCorrected()
    {
        QFETCH(const State, from);
        QFETCH(const bool, isCorrected);
        for (const QString &text : {stepText(Step::Correct, from).remove(u'&'), stepName(Step::Correct, from),
                                    doneText(Step::Correct, from, u"Họp dân"_s)})
            QCOMPARE(text.contains(u"đính chính"_s, Qt::CaseInsensitive), isCorrected);
        QCOMPARE(reasonExplanation(Step::Correct, from).contains(u"chưa xem được"), !isCorrected);
        QVERIFY(!stepName(Step::Correct).contains(u"đính chính"_s, Qt::CaseInsensitive)); // true wherever it came from
    }

    void theHistoryNamesEachStepByWhatItWas()
    {
        const auto decision = [](int minute, Step step) {
            return Decision{.record = {},
                            .version = 1,
                            .step = step,
                            .actor = {},
                            .at = fromMilliseconds(1'700'000'000'000 + minute * 60'000),
                            .reason = {}};
        };
        HistoryView history(nullptr);
        history.showHistory({decision(1, Step::Approve), decision(2, Step::Schedule), decision(3, Step::Publish),
                             decision(4, Step::Correct), decision(5, Step::Publish), decision(6, Step::Unpublish),
                             decision(7, Step::Correct), decision(8, Step::Refuse), decision(9, Step::Correct)},
                            {}, [](UserId) { return QString(); });
        QStringList names;
        for (int row = history.model()->rowCount() - 1; row >= 0; --row)
            names.append(history.model()->index(row, 1).data().toString());
        QCOMPARE(names,
                 (QStringList{u"Duyệt"_s, u"Hẹn giờ đăng"_s, u"Đăng"_s, u"Đính chính"_s, u"Đăng"_s, u"Gỡ bài"_s,
                              u"Mở lại để sửa"_s, u"Từ chối"_s, u"Mở lại để sửa"_s}));
    }
};

QTEST_MAIN(TestStepText)
#include "tst_steptext.moc"
