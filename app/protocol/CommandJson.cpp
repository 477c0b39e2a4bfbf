#include "protocol/CommandJson.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

void addFields(QJsonObject &json, const SaveArticle &command)
{
    json.insert("base"_L1, command.base);
    json.insert("content"_L1, toJson(command.content));
    if (command.sitting == Sitting::Begins)
        json.insert("beginsSitting"_L1, true);
}

void addFields(QJsonObject &json, const SubmitArticle &command)
{
    json.insert("version"_L1, command.version);
    json.insert("confirmsNoStateSecret"_L1, command.stateSecret == StateSecret::ConfirmedNone);
}

void addFields(QJsonObject &json, const MoveArticle &command)
{
    json.insert("version"_L1, command.version);
    json.insert("reason"_L1, command.reason);
}

void addFields(QJsonObject &json, const ApproveArticle &command)
{
    json.insert("version"_L1, command.version);
    json.insert("contentHash"_L1, command.contentHash);
    json.insert("note"_L1, command.note);
}

void addFields(QJsonObject &json, const ScheduleArticle &command)
{
    json.insert("version"_L1, command.version);
    json.insert("at"_L1, toMilliseconds(command.at));
}

void addFields(QJsonObject &json, const PublishArticle &command)
{
    json.insert("version"_L1, command.version);
}

void addFields(QJsonObject &json, const UnpublishArticle &command)
{
    json.insert("version"_L1, command.version);
    json.insert("reason"_L1, command.reason);
}

Result<Command> readCommand(JsonReader &reader, Step step, ArticleId article)
{
    if (step == Step::Save) {
        const Version base = reader.integer("base"_L1);
        auto content = contentFromJson(reader.object("content"_L1), Size::AsItIs); // SaveArticle judges
        if (!content)
            return content.error();
        return Command(SaveArticle{.article = article,
                                   .base = base,
                                   .content = *std::move(content),
                                   .sitting = reader.has("beginsSitting"_L1) && reader.flag("beginsSitting"_L1)
                                       ? Sitting::Begins
                                       : Sitting::GoesOn});
    }
    const Version version = reader.integer("version"_L1, 1);
    if (isMove(step)) {
        return Command(
            MoveArticle{.article = article, .version = version, .step = step, .reason = reader.textOr("reason"_L1)});
    }
    switch (step) {
    case Step::Submit:
        return Command(SubmitArticle{.article = article,
                                     .version = version,
                                     .stateSecret = reader.flag("confirmsNoStateSecret"_L1)
                                         ? StateSecret::ConfirmedNone
                                         : StateSecret::NotConfirmed});
    case Step::Approve:
        return Command(ApproveArticle{.article = article,
                                      .version = version,
                                      .contentHash = reader.text("contentHash"_L1),
                                      .note = reader.textOr("note"_L1)});
    case Step::Schedule:
        return Command(ScheduleArticle{.article = article, .version = version, .at = reader.instant("at"_L1)});
    case Step::Publish:
        return Command(PublishArticle{.article = article, .version = version});
    case Step::Unpublish:
        return Command(UnpublishArticle{.article = article, .version = version, .reason = reader.textOr("reason"_L1)});
    case Step::Save:
    case Step::Withdraw:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::ReturnToAuthor:
    case Step::ReturnToEditor:
    case Step::Refuse:
    case Step::Unschedule:
    case Step::Correct:
    case Step::Revoke:
    case Step::Delete:
        break; // above
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject toJson(const Command &command)
{
    QJsonObject json{{"kind"_L1, toText(stepOf(command))}, {"article"_L1, articleOf(command).toText()}};
    std::visit([&json](const auto &each) { addFields(json, each); }, command);
    return json;
}

Result<Command> commandFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"command"_s);
    const QString kind = reader.text("kind"_L1);
    const ArticleId article = reader.parsed("article"_L1, ArticleId::fromText);
    if (reader.failed())
        return reader.error();
    const auto step = stepFromText(kind);
    if (!step)
        return Error{ErrorCode::Unsupported, u"command.kind"_s, kind};
    auto command = readCommand(reader, *step, article);
    // A missing field is told before what its absence leads to.
    if (reader.failed())
        return reader.error();
    return command;
}

QJsonObject toJson(const Envelope &envelope)
{
    return {{"requestId"_L1, envelope.request.toText()}, {"command"_L1, toJson(envelope.command)}};
}

Result<Envelope> envelopeFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    const RequestId request = reader.parsed("requestId"_L1, RequestId::fromText);
    const QJsonObject inner = reader.object("command"_L1);
    if (reader.failed())
        return reader.error();
    auto command = commandFromJson(inner);
    if (!command)
        return command.error();
    return Envelope{.request = request, .command = *std::move(command)};
}

} // namespace toasoan
