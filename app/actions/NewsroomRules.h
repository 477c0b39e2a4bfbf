// The rules of a newsroom at one moment: the chain of its items, its registers, and so the kinds of records it has.
// Immutable, shared by threads: one that changes is another.
#pragma once

#include "actions/Kind.h"
#include "domain/Register.h"

#include <memory>

namespace toasoan {

class NewsroomRules
{
public:
    explicit NewsroomRules(const Workflow &itemChain, std::vector<Register> registers = {});

    /// Null for a noun that is kept in no versions, or that is not known here.
    [[nodiscard]] const Kind *find(const Noun &noun) const;
    [[nodiscard]] const std::vector<std::unique_ptr<const Kind>> &kinds() const { return m_kinds; }
    /// By noun.
    [[nodiscard]] const std::vector<Register> &registers() const { return m_registers; }
    [[nodiscard]] const Register *findRegister(const Noun &noun) const;
    [[nodiscard]] const Workflow &itemChain() const;
    /// Whether `actor` may see the record: false for a noun that is not known here.
    [[nodiscard]] bool canSee(const Actor &actor, const Record &record) const;

private:
    std::vector<Register> m_registers; ///< the kinds refer to them
    std::vector<std::unique_ptr<const Kind>> m_kinds;
};

/// As it stands in the database. The same rules are one object, however often they are read.
[[nodiscard]] Result<std::shared_ptr<const NewsroomRules>> readRules(Transaction &transaction);

} // namespace toasoan
