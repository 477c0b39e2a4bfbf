#include "actions/NewsroomRules.h"

#include "actions/ChainNews.h"
#include "actions/EntryKind.h"
#include "actions/ItemKind.h"
#include "storage/NewsroomStore.h"
#include "storage/RecordStore.h"

#include <QJsonDocument>

#include <algorithm>
#include <mutex>

namespace toasoan {

using namespace Qt::StringLiterals;

NewsroomRules::NewsroomRules(const Workflow &itemChain, std::vector<Register> registers)
    : m_registers(std::move(registers))
{
    m_kinds.push_back(itemKind(itemChain));
    m_kinds.push_back(registerKind());
    std::ranges::sort(m_registers, {}, [](const Register &each) { return toText(each.noun); });
    for (const Register &described : m_registers)
        m_kinds.push_back(entryKind(described));
}

const Kind *NewsroomRules::find(const Noun &noun) const
{
    const auto found = std::ranges::find_if(m_kinds, [&](const auto &kind) { return kind->noun() == noun; });
    return found == m_kinds.end() ? nullptr : found->get();
}

const Register *NewsroomRules::findRegister(const Noun &noun) const
{
    const auto found = std::ranges::find(m_registers, noun, &Register::noun);
    return found == m_registers.end() ? nullptr : &*found;
}

const Workflow &NewsroomRules::itemChain() const
{
    return find(nouns::article)->chain();
}

bool NewsroomRules::canSee(const Actor &actor, const Record &record) const
{
    const Kind *kind = find(record.noun);
    return kind && kind->canSee(actor, record);
}

namespace {

/// Those that were read last, by what they were made of: the results of a pure function, of which none gets old.
class RulesRead
{
public:
    std::shared_ptr<const NewsroomRules> find(const QString &madeOf)
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = std::ranges::find(m_all, madeOf, &Each::madeOf);
        return known == m_all.end() ? nullptr : known->rules;
    }

    std::shared_ptr<const NewsroomRules> keep(const QString &madeOf, std::shared_ptr<const NewsroomRules> rules)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_all.size() >= most)
            m_all.erase(m_all.begin());
        m_all.push_back({.madeOf = madeOf, .rules = std::move(rules)});
        return m_all.back().rules;
    }

private:
    static constexpr std::size_t most = 4; ///< of one newsroom the one before and the newest
    struct Each
    {
        QString madeOf;
        std::shared_ptr<const NewsroomRules> rules;
    };
    std::mutex m_mutex;
    std::vector<Each> m_all;
};

// What cannot be read, a newer program's, is none of this one's registers.
Result<std::vector<Register>> readRegisters(Transaction &transaction)
{
    auto records = RecordStore(transaction).all(nouns::registers);
    if (!records)
        return records.error();
    std::vector<Register> registers;
    for (const FullRecord &record : *records) {
        auto described = registerFromJson(QJsonDocument::fromJson(record.content).object());
        if (described)
            registers.push_back(*std::move(described));
    }
    return registers;
}

} // namespace

Result<std::shared_ptr<const NewsroomRules>> readRules(Transaction &transaction)
{
    static RulesRead read;
    auto chain = NewsroomStore(transaction).workflow();
    if (!chain)
        return chain.error();
    auto hashes = RecordStore(transaction).hashes(nouns::registers);
    if (!hashes)
        return hashes.error();
    const QString madeOf = fingerprint(*chain) + u'/' + hashes->join(u'/');
    if (auto known = read.find(madeOf))
        return known;
    auto registers = readRegisters(transaction);
    if (!registers)
        return registers.error();
    return read.keep(madeOf, std::make_shared<const NewsroomRules>(*chain, *std::move(registers)));
}

} // namespace toasoan
