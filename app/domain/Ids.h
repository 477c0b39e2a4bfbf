// One id type per noun of the newsroom.
#pragma once

#include "base/Id.h"

namespace toasoan {

using ArticleId = Id<struct ArticleTag>;
using MediaId = Id<struct MediaTag>;
using RequestId = Id<struct RequestTag>;
using SectionId = Id<struct SectionTag>;
using UploadId = Id<struct UploadTag>;
using UserId = Id<struct UserTag>;

/// The number of a revision of an article, counted from 1; 0 is "not yet saved".
using Version = qint64;

} // namespace toasoan
