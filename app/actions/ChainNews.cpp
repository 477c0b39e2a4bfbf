#include "actions/ChainNews.h"

#include "domain/NewsroomJson.h"
#include "storage/ChangeStore.h"
#include "storage/NewsroomStore.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

QString fingerprint(const Workflow &workflow)
{
    const QByteArray bytes = QJsonDocument(toJson(workflow)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<void> tellOfWorkflow(Transaction &transaction, Instant now)
{
    NewsroomStore newsroom(transaction);
    auto workflow = newsroom.workflow();
    if (!workflow)
        return workflow.error();
    if (workflow->transitions().empty())
        return {}; // no newsroom was made here yet
    const QString print = fingerprint(*workflow);
    auto told = newsroom.fact(u"workflowTold"_s);
    if (!told)
        return told.error();
    if (*told == print)
        return {};
    if (auto added = ChangeStore(transaction).add(nouns::workflow, u"workflow"_s, now); !added)
        return added.error();
    return newsroom.setFact(u"workflowTold"_s, print);
}

Result<void> logWorkflow(Transaction &transaction, Instant now)
{
    auto workflow = NewsroomStore(transaction).workflow();
    if (!workflow)
        return workflow.error();
    if (workflow->transitions().empty())
        return {};
    return ChangeStore(transaction)
        .addAudit({}, u"setWorkflow"_s, toText(nouns::workflow), u"workflow"_s, {{"sha256"_L1, fingerprint(*workflow)}},
                  now);
}

} // namespace toasoan
