// A newsroom whose registers are up, and what is done with their entries.
#pragma once

#include "actions/NewsroomRules.h"
#include "backend/CommandRunner.h"
#include "backend/Newsroom.h"
#include "backend/RegisterUpkeep.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace toasoan {

class RegisterRoom : public Newsroom
{
public:
    explicit RegisterRoom(Engine engine) : Newsroom(engine)
    {
        ready = ready && bringRegistersUp(database(), clock, dice).ok();
    }

    Key newKey(const Noun &noun) { return {.noun = noun, .id = RecordId::create(clock, dice)}; }

    CommandAnswer give(const Actor &actor, const Command &command)
    {
        clock.advance(Milliseconds(1000));
        auto answer = runCommand(database(), clock, actor, envelope(command));
        return answer ? *std::move(answer)
                      : CommandAnswer{.body = {}, .head = {}, .refusal = answer.error(), .record = {}};
    }
    CommandAnswer save(const Key &key, const QByteArray &content, Version base = 0)
    {
        return give(secretary, Save{.target = key, .base = base, .content = content});
    }
    CommandAnswer save(const Key &key, const QJsonObject &says, Version base = 0)
    {
        return save(key, QJsonDocument(says).toJson(QJsonDocument::Compact), base);
    }
    Result<void> define(const Register &described, Version version, const Actor &actor)
    {
        const DefineRegister action{
            .target = keyOfRegister(described.noun), .version = version, .described = described};
        auto answer = runAction(database(), clock, actor, RequestId::create(clock, dice), action, ServerPreparation());
        if (!answer)
            return answer.error();
        return answer->refusal ? Result<void>(*answer->refusal) : Result<void>();
    }
    Result<void> fillAll()
    {
        while (true) {
            auto more = fillProjections(database());
            if (!more)
                return more.error();
            if (!*more)
                return {};
        }
    }
    Actor administrator{.user = {}, .grants = {{.role = Role::Administrator, .section = {}}}};
};

} // namespace toasoan
