#include "actions/Kind.h"

namespace toasoan {

State Kind::beginsIn() const
{
    return m_chain.transitions().empty() ? State::Draft : m_chain.transitions().front().from;
}

} // namespace toasoan
