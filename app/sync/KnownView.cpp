#include "sync/KnownView.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

QString toText(const KnownView &view)
{
    QJsonObject nouns;
    for (auto noun = view.nouns.begin(); noun != view.nouns.end(); ++noun)
        nouns.insert(noun.key(), noun.value());
    QJsonArray pulls;
    for (const Pull &pull : view.pulls)
        pulls.append(QJsonObject{{"noun"_L1, toText(pull.noun)}, {"before"_L1, pull.before}, {"from"_L1, pull.from}});
    const QJsonObject json{{"view"_L1, view.all}, {"nouns"_L1, nouns}, {"pulls"_L1, pulls}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

KnownView knownViewFromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    KnownView view{.all = json["view"_L1].toString(), .nouns = {}, .pulls = {}};
    const QJsonObject nouns = json["nouns"_L1].toObject();
    for (auto noun = nouns.begin(); noun != nouns.end(); ++noun)
        view.nouns.insert(noun.key(), noun.value().toString());
    for (const QJsonValue &pull : json["pulls"_L1].toArray())
        view.pulls.push_back({.noun = Noun(pull["noun"_L1].toString()),
                              .before = pull["before"_L1].toInteger(),
                              .from = pull["from"_L1].toInteger()});
    return view;
}

std::vector<Pull> pullsAfter(std::vector<Pull> pulls, const Noun &noun, qint64 next, qint64 newest, bool more)
{
    const auto found = std::ranges::find(pulls, noun, &Pull::noun);
    if (found == pulls.end())
        return pulls;
    const Pull pull{.noun = noun, .before = next, .from = std::max(found->from, newest)};
    pulls.erase(found);
    if (more)
        pulls.push_back(pull);
    return pulls;
}

int received(const KnownView &view)
{
    // Of the noun of which most is to come: of the others it is little, or as much.
    qint64 all = 1, missing = 0;
    for (const Pull &pull : view.pulls) {
        const qint64 left = pull.before > 0 ? pull.before : pull.from;
        if (left <= missing)
            continue;
        missing = left;
        all = std::max<qint64>(pull.from, 1);
    }
    return int(100 * (all - missing) / all);
}

} // namespace toasoan
