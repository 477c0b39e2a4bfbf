// Every hour that a person reads is the newsroom's: no source asks what hour, or what zone, this PC thinks it is, but
// for the one file that has to (app/text/NewsroomZone.cpp).
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// The arguments of a call whose opening bracket stands before `from`.
int argumentCount(const QString &source, qsizetype from)
{
    int depth = 1;
    int commas = 0;
    for (qsizetype at = from; at < source.size() && depth > 0; ++at) {
        const QChar sign = source.at(at);
        if (sign == u'(' || sign == u'{' || sign == u'[')
            ++depth;
        else if (sign == u')' || sign == u'}' || sign == u']')
            --depth;
        else if (sign == u',' && depth == 1)
            ++commas;
    }
    return commas + 1;
}

QStringList localHoursIn(const QString &source)
{
    static const QRegularExpression local(
        u"\\btoLocalTime\\b|\\bQt::LocalTime\\b|\\bsystemTimeZone|\\bQTimeZone::LocalTime\\b|\\bcurrentDateTime\\b|"
        "\\bcurrentDate\\b|\\bcurrentTime\\b|\\blocaltime(?:_r)?\\b|\\bmktime\\b|\\bcurrent_zone\\b|"
        "\\bQ(?:DateTime|Date|Time)Edit\\b"_s);
    static const QRegularExpression fromEpoch(u"\\bfrom(?:M?Secs)SinceEpoch\\("_s);
    QStringList found;
    for (auto matches = local.globalMatch(source); matches.hasNext();)
        found.append(matches.next().captured());
    for (auto matches = fromEpoch.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        if (argumentCount(source, match.capturedEnd()) < 2)
            found.append(match.captured() + u"…) without a zone"_s);
    }
    return found;
}

} // namespace

class TestHours : public QObject
{
    Q_OBJECT

private slots:
    void anHourOfThePcIsFound_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isLocal");
        QTest::newRow("converted") << u"moment.toLocalTime()"_s << true;
        QTest::newRow("without a zone") << u"QDateTime::fromMSecsSinceEpoch(toMilliseconds(at))"_s << true;
        QTest::newRow("with a zone") << u"QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), zone)"_s << false;
        QTest::newRow("today") << u"QDate::currentDate()"_s << true;
        QTest::newRow("now") << u"QDateTime::currentDateTimeUtc()"_s << false;
        QTest::newRow("a field") << u"new QDateTimeEdit(this)"_s << true;
    }
    void anHourOfThePcIsFound()
    {
        QFETCH(const QString, source);
        QFETCH(const bool, isLocal);
        QCOMPARE(!localHoursIn(source).isEmpty(), isLocal);
    }

    void noSourceAsksForTheHourOfThePc()
    {
        const QDir root(QStringLiteral(TOASOAN_SOURCE_DIR));
        QStringList faults;
        int files = 0;
        for (const QString &top : {u"app"_s, u"ui"_s}) {
            QDirIterator each(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (each.hasNext()) {
                QFile file(each.next());
                const QString name = root.relativeFilePath(file.fileName());
                if (name == "app/text/NewsroomZone.cpp"_L1)
                    continue;
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
                ++files;
                for (const QString &found : localHoursIn(QString::fromUtf8(file.readAll())))
                    faults.append(u"%1: %2"_s.arg(name, found));
            }
        }
        QVERIFY(files > 300);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestHours)
#include "tst_hours.moc"
