// A request between a desk of the World and its server, until its answer was given or nobody waits for it any more.
#pragma once

#include "sync/World.h"

namespace toasoan::test {

struct World::Call
{
    TestDesk *desk = nullptr;
    TransportRequest request;
    Transport::Done done; ///< empty when nobody waits
    quint64 serverLife = 0;
    qint64 after = 0; ///< of a feed
    QString view; ///< under which it was read
};

} // namespace toasoan::test
