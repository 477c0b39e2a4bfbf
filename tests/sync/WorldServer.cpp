// What the server of the World answers.
#include "backend/CommandRunner.h"
#include "backend/FeedReader.h"
#include "protocol/ErrorJson.h"
#include "protocol/Wire.h"
#include "storage/NewsroomStore.h"
#include "storage/UserStore.h"
#include "sync/WorldCall.h"
#include "sync/WorldDatabases.h"

#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>
#include <limits>

namespace toasoan::test {

using namespace Qt::StringLiterals;

namespace {

TransportResponse jsonAnswer(int status, const QByteArray &body)
{
    return {.status = status, .fields = {}, .body = body};
}

} // namespace

// As Authorization does.
std::optional<User> World::whoAsks(const Call &call)
{
    const auto field =
        std::ranges::find(call.request.fields, QByteArray("Authorization"), &QPair<QByteArray, QByteArray>::first);
    if (field == call.request.fields.end())
        return std::nullopt;
    const QString token = QString::fromLatin1(field->second.mid(qstrlen("Bearer ")));
    auto known = m_askers.find(token);
    if (known == m_askers.end()) {
        auto transaction = required(Transaction::begin(*m_server, Access::Read), "session");
        const auto asker = required(UserStore(transaction).userOfSession(token, clock.now()), "session");
        known = m_askers.emplace(token, asker).first;
    }
    const std::optional<User> &user = known->second;
    if (user && call.desk->user.standing == Standing::Disabled)
        noteWrong(u"a closed account was served"_s);
    return user;
}

QByteArray World::said(const QJsonObject &json)
{
    return QJsonDocument(m_newer ? m_newer->said(json) : json).toJson(QJsonDocument::Compact);
}

TransportResponse World::errorAnswer(const Error &error)
{
    // Desks read the body; of the status only its class and 401 matter to them.
    return jsonAnswer(error.code == ErrorCode::Unauthenticated ? 401 : 409, said(toJson(error)));
}

TransportResponse World::runCommandRequest(const Call &call, const User &user)
{
    auto envelope = envelopeFromJson(QJsonDocument::fromJson(call.request.body).object());
    if (!envelope)
        return errorAnswer(envelope.error());
    if (const auto trouble = commandTrouble.find(keyOf(envelope->command).id); trouble != commandTrouble.end()) {
        ++commandsInVain;
        return trouble->second;
    }
    auto answer = runCommand(*m_server, clock, user.actor(), *envelope);
    if (!answer)
        return errorAnswer(answer.error());
    if (answer->record) {
        m_executions[envelope->request] += 1;
        m_doneWith[envelope->request] = answer->record->contentHash;
    }
    announce();
    const QByteArray body = m_newer ? said(QJsonDocument::fromJson(answer->body).object()) : answer->body;
    return jsonAnswer(answer->refusal ? 409 : 200, body);
}

TransportResponse World::pageAnswer(const FeedPage &page, qint64 after)
{
    return jsonAnswer(200, m_newer ? m_newer->page(page, after) : toBody(page));
}

TransportResponse World::readChanges(const std::shared_ptr<Call> &call, const User &user, bool &held)
{
    const QUrlQuery query(call->request.path.section(u'?', 1));
    if (const QString noun = query.queryItemValue(u"noun"_s); !noun.isEmpty())
        return readPull(user, Noun(noun), query.queryItemValue(u"before"_s).toLongLong());
    call->after = query.queryItemValue(u"after"_s).toLongLong();
    const bool waits = query.hasQueryItem(u"wait"_s);
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "feed");
    FeedPage page = required(readFeed(transaction, user.actor(), call->after, plan.feedPage, clock), "feed");
    page.view = viewOfPages.value_or(page.view);
    const bool isEmpty = page.entries.empty() && !(m_newer && m_newer->tells(call->after, page.next));
    if (isEmpty && waits) {
        held = true;
        call->view = page.view;
        m_held.push_back(call);
        after(std::chrono::seconds(wire::longestWait), [this, call, page] {
            if (std::erase(m_held, call) > 0)
                answer(call, pageAnswer(page, call->after));
        });
        return {};
    }
    return pageAnswer(page, call->after);
}

TransportResponse World::readPull(const User &user, const Noun &noun, qint64 before)
{
    const qint64 upTo = before > 0 ? before : std::numeric_limits<qint64>::max();
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "pull");
    FeedPage page = required(toasoan::readPull(transaction, user.actor(), noun, upTo, plan.feedPage, clock), "pull");
    page.view = viewOfPages.value_or(page.view);
    return jsonAnswer(200, m_newer ? m_newer->pull(page, noun, upTo) : toBody(page));
}

TransportResponse World::tellView(const User &user)
{
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "view");
    return jsonAnswer(200, said(toJson(required(readView(transaction, user.actor()), "view"))));
}

// As ChangeFeed does: whoever waits is told to ask again.
void World::announce()
{
    const qint64 newest = serverSequence();
    const auto held = std::exchange(m_held, {});
    for (const auto &call : held) {
        if (call->after >= newest) {
            m_held.push_back(call);
            continue;
        }
        auto transaction = required(Transaction::begin(*m_server, Access::Read), "feed");
        const FeedPage news{.epoch = required(NewsroomStore(transaction).fact(u"epoch"_s), "epoch"),
                            .next = call->after,
                            .more = true,
                            .now = toMilliseconds(clock.now()),
                            .entries = {},
                            .view = call->view};
        answer(call, pageAnswer(news, call->after));
    }
}

} // namespace toasoan::test
