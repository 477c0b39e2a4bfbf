// What the decisions about an article, and the standing of its author, say about who may go on with it.
#pragma once

#include "domain/Article.h"
#include "storage/Transaction.h"

namespace toasoan {

/// The trail of an article as `transaction` knows it. An author who is not known there counts as present.
[[nodiscard]] Result<Trail> readTrail(Transaction &transaction, const Workflow &workflow, const Article &article);

} // namespace toasoan
