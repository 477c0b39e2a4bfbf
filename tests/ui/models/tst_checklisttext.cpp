// What an item lacks, in words: each rule has some, in a summary and in a refusal.
#include "domain/Checklist.h"
#include "ui/models/ChecklistText.h"
#include "ui/widgets/ErrorText.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestChecklistText : public QObject
{
    Q_OBJECT

private slots:
    void eachRuleHasWords_data()
    {
        QTest::addColumn<ChecklistRule>("rule");
        for (const ChecklistRule rule : allChecklistRules)
            QTest::newRow(qPrintable(toText(rule))) << rule;
    }
    void eachRuleHasWords()
    {
        QFETCH(ChecklistRule, rule);
        const QString words = lackText(toText(rule), 2);
        QVERIFY(!words.isEmpty());
        const Finding finding{.rule = rule, .place = {}, .index = 0, .media = {}, .refuses = true};
        QCOMPARE(checklistSummary({finding, finding}), words);
        const Error refusal{ErrorCode::InvalidInput, u"article.checklist"_s, toText(rule) + u" 2"_s};
        QVERIFY2(errorText(refusal).contains(words), qPrintable(errorText(refusal)));
    }
};

QTEST_MAIN(TestChecklistText)
#include "tst_checklisttext.moc"
