// What each worker thread of the HTTP server has for itself.
#pragma once

#include "http/Response.h"
#include "storage/Database.h"

#include <memory>
#include <utility>

namespace toasoan {

/// One worker thread's own: a database connection.
class Worker final : public http::WorkerContext
{
public:
    explicit Worker(std::unique_ptr<Database> opened) : database(std::move(opened)) { }

    std::unique_ptr<Database> database;
};

} // namespace toasoan
