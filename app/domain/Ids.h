// One id type per noun of the newsroom.
#pragma once

#include "base/Id.h"

namespace toasoan {

using MediaId = Id<struct MediaTag>;
/// Of whatever is kept in versions: an item, an entry of a register.
using RecordId = Id<struct RecordTag>;
using ArticleId = RecordId;
using RequestId = Id<struct RequestTag>;
using SectionId = Id<struct SectionTag>;
using UploadId = Id<struct UploadTag>;
using UserId = Id<struct UserTag>;

/// The number of a revision of a record, counted from 1; 0 is "not yet saved".
using Version = qint64;

} // namespace toasoan
