// The body of an item: all that other modules use of it.
#pragma once

#include "document/Diff.h"
#include "document/Extent.h"
#include "document/Html.h"
#include "document/Json.h"
#include "document/Merge.h"
#include "document/Node.h"
#include "document/PlainText.h"
