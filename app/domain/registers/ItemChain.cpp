#include "domain/registers/ItemChain.h"

#include "domain/registers/Chains.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString rowsField = u"rows"_s;
constexpr qsizetype mostRows = 400;

template <typename T>
struct Named
{
    T value;
    const char16_t *vi;
    const char16_t *en;
};

// As windows call them: the description travels, and is read where there are no windows.
constexpr std::array states{
    Named{State::Draft, u"Bản nháp", u"Draft"},
    Named{State::Submitted, u"Chờ tiếp nhận", u"Submitted"},
    Named{State::InEditing, u"Đang biên tập", u"In editing"},
    Named{State::Returned, u"Đã trả lại", u"Returned"},
    Named{State::AwaitingApproval, u"Chờ duyệt", u"Awaiting approval"},
    Named{State::Approved, u"Đã duyệt", u"Approved"},
    Named{State::Scheduled, u"Đã hẹn giờ", u"Scheduled"},
    Named{State::Published, u"Đã đăng", u"Published"},
    Named{State::Refused, u"Đã từ chối", u"Rejected"},
    Named{State::Unpublished, u"Đã gỡ", u"Taken down"},
    Named{State::Deleted, u"Đã xóa bỏ", u"Deleted"},
};
constexpr std::array steps{
    Named{Step::Save, u"Lưu", u"Save"},
    Named{Step::Submit, u"Gửi duyệt", u"Submit"},
    Named{Step::Withdraw, u"Rút lại", u"Withdraw"},
    Named{Step::Claim, u"Tiếp nhận", u"Claim"},
    Named{Step::RequestApproval, u"Trình duyệt", u"Request approval"},
    Named{Step::ReturnToAuthor, u"Trả lại tác giả", u"Return to the author"},
    Named{Step::ReturnToEditor, u"Trả lại biên tập", u"Return to editing"},
    Named{Step::Refuse, u"Từ chối", u"Reject"},
    Named{Step::Approve, u"Duyệt", u"Approve"},
    Named{Step::Schedule, u"Hẹn giờ", u"Schedule"},
    Named{Step::Unschedule, u"Hủy hẹn giờ", u"Unschedule"},
    Named{Step::Publish, u"Đăng", u"Publish"},
    Named{Step::Unpublish, u"Gỡ bài", u"Take down"},
    Named{Step::Correct, u"Sửa, đính chính", u"Correct"},
    Named{Step::Revoke, u"Thu hồi", u"Take back"},
    Named{Step::Delete, u"Xóa bỏ", u"Delete"},
};
constexpr std::array roles{
    Named{Role::Contributor, u"Cộng tác viên", u"Contributor"},
    Named{Role::Reporter, u"Phóng viên", u"Reporter"},
    Named{Role::Editor, u"Biên tập viên", u"Editor"},
    Named{Role::Secretary, u"Thư ký", u"Secretary"},
    Named{Role::DeputyChair, u"Phó Trưởng ban", u"Deputy chair"},
    Named{Role::BoardChair, u"Trưởng ban", u"Chair of the board"},
    Named{Role::Administrator, u"Quản trị viên", u"Administrator"},
    Named{Role::Accountant, u"Kế toán", u"Accountant"},
    Named{Role::System, u"Máy chủ", u"The server"},
};
constexpr std::array ownerships{
    Named{Ownership::Any, u"Mọi bài", u"Any item"},
    Named{Ownership::Own, u"Bài của mình", u"His own"},
    Named{Ownership::Others, u"Bài của người khác", u"Another’s"},
    Named{Ownership::Decider, u"Quyết định của mình", u"His own decision"},
    Named{Ownership::Opener, u"Đính chính mình mở", u"Correction he opened"},
    Named{Ownership::Abandoned, u"Tác giả đã nghỉ", u"Author is away"},
};

template <typename T, std::size_t N>
Field choiceOf(const QString &name, const Words &label, const std::array<Named<T>, N> &named)
{
    Field field{.name = name, .kind = FieldKind::Choice, .label = label, .need = Need::Required, .limits = {}};
    for (const Named<T> &each : named)
        field.limits.choices.push_back(
            {toText(each.value), {QString::fromUtf16(each.vi), QString::fromUtf16(each.en)}});
    return field;
}

// The same for the same row, on every computer: the one step that somebody may take with something.
QString rowId(const Transition &row)
{
    const QStringList says{toText(row.from), toText(row.step), toText(row.role), toText(row.ownership)};
    const QByteArray hash = QCryptographicHash::hash(says.join(u'/').toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.left(12));
}

Error refused(const QString &detail)
{
    return {ErrorCode::InvalidInput, u"entry."_s + rowsField, detail};
}

// Where a step leads that has a meaning of its own.
std::optional<State> targetOf(Step step)
{
    switch (step) {
    case Step::Approve:
        return State::Approved;
    case Step::Schedule:
        return State::Scheduled;
    case Step::Publish:
        return State::Published;
    case Step::Unpublish:
        return State::Unpublished;
    case Step::Delete:
        return State::Deleted;
    default:
        return {};
    }
}

} // namespace

QByteArray contentOf(const Workflow &chain)
{
    QJsonArray rows;
    for (const Transition &row : chain.transitions()) {
        QJsonObject says{
            {u"row"_s, rowId(row)},        {u"from"_s, toText(row.from)},       {u"step"_s, toText(row.step)},
            {u"role"_s, toText(row.role)}, {u"whose"_s, toText(row.ownership)}, {u"to"_s, toText(row.to)}};
        if (row.reason == ReasonRule::Required)
            says.insert(u"reason"_s, true);
        rows.append(says);
    }
    return QJsonDocument(QJsonObject{{rowsField, rows}}).toJson(QJsonDocument::Compact);
}

Result<Workflow> chainOf(const QByteArray &content)
{
    std::vector<Transition> transitions;
    std::optional<Error> error;
    const QJsonArray rows = QJsonDocument::fromJson(content).object().value(rowsField).toArray();
    for (const QJsonValue &value : rows) {
        const QJsonObject says = value.toObject();
        const auto read = [&](const QString &name, auto parse) {
            const auto word = parse(says.value(name).toString());
            if (!word && !error)
                error = {ErrorCode::InvalidInput, u"entry.%1.%2.%3"_s.arg(rowsField).arg(transitions.size()).arg(name),
                         u"not one of the choices"_s};
            return word.value_or(typename decltype(word)::value_type{});
        };
        transitions.push_back(
            {.from = read(u"from"_s, stateFromText),
             .step = read(u"step"_s, stepFromText),
             .role = read(u"role"_s, roleFromText),
             .to = read(u"to"_s, stateFromText),
             .ownership = read(u"whose"_s, ownershipFromText),
             .reason = says.value(u"reason"_s).toBool() ? ReasonRule::Required : ReasonRule::Optional});
    }
    return error ? Result<Workflow>(*error) : Result<Workflow>(Workflow(std::move(transitions)));
}

Result<void> checkItemChain(const Workflow &chain)
{
    const std::vector<Transition> &rows = chain.transitions();
    if (rows.empty() || rows.front().from != State::Draft || rows.front().step != Step::Save)
        return refused(u"begins elsewhere"_s);
    if (const auto whole = checkChain(rows); !whole)
        return refused(whole.error().detail);
    for (const Transition &row : rows) {
        if (row.step == Step::Close || row.step == Step::Reopen)
            return refused(u"not for items: "_s + toText(row.step));
        if (const auto target = targetOf(row.step); target && row.to != *target)
            return refused(u"leads elsewhere: "_s + toText(row.step));
    }
    const auto somebodyMay = [&rows](Step step, bool byTheClock) {
        return std::ranges::any_of(
            rows, [&](const Transition &row) { return row.step == step && (row.role == Role::System) == byTheClock; });
    };
    for (const Step step : {Step::Approve, Step::Publish}) {
        if (!somebodyMay(step, false))
            return refused(u"nobody may: "_s + toText(step));
    }
    // What was appointed goes out at its hour, or comes back to those who appointed it.
    for (const Step step : {Step::Publish, Step::Unschedule}) {
        if (somebodyMay(Step::Schedule, false) && !somebodyMay(step, true))
            return refused(u"nobody may: "_s + toText(step));
    }
    return {};
}

namespace registers {

Register itemChain()
{
    const Words name{u"Quy trình duyệt tin, bài"_s, u"Chain of items"_s};
    std::vector<Field> columns{
        choiceOf(u"from"_s, {u"Đang ở"_s, u"From"_s}, states),
        choiceOf(u"step"_s, {u"Bước"_s, u"Step"_s}, steps),
        choiceOf(u"role"_s, {u"Vai trò"_s, u"Role"_s}, roles),
        choiceOf(u"whose"_s, {u"Với bài nào"_s, u"Whose"_s}, ownerships),
        choiceOf(u"to"_s, {u"Chuyển sang"_s, u"To"_s}, states),
        {.name = u"reason"_s, .kind = FieldKind::Flag, .label = {u"Lý do"_s, u"Reason"_s}},
    };
    return {
        .noun = Noun(QString::fromLatin1(ItemChain::noun)),
        .one = name,
        .many = name,
        .about = {u"Ai được làm bước nào, từ đâu đến đâu. Cả quy trình được kiểm tra và áp dụng một lượt."_s,
                  u"Who may take which step from where to where. It is checked and put in force as a whole."_s},
        .fields = {{.name = rowsField,
                    .kind = FieldKind::Rows,
                    .label = {u"Các bước"_s, u"Steps"_s},
                    .limits = {.longest = mostRows},
                    .merge = MergeRule::Refuse,
                    .columns = std::move(columns)}},
        .isSingle = true,
        .chain = changedBy({Role::BoardChair, Role::Administrator}),
    };
}

} // namespace registers

} // namespace toasoan
