// What the system says of its network, for a desk that need not wait for its next try then.
#pragma once

namespace toasoan {

class Desk;

/// From here on the desk hears when the network returns. Where the system does not tell, it goes on by its own tries.
void followSystemNetwork(Desk &desk);

} // namespace toasoan
