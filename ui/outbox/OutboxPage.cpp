#include "ui/outbox/OutboxPage.h"

#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/models/StepWatch.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PressedButton.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/RowFocus.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

OutboxPage::OutboxPage(Desk &desk, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_model(new OutboxModel(clock, this))
    , m_banner(new Banner(this))
    , m_unread(new Banner(this))
    , m_reason(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTreeView(this))
    , m_empty(new EmptyState(u"circle-check"_s, this))
    , m_send(new QPushButton(tr("&Send now"), this))
    , m_open(new QPushButton(tr("&Open the article"), this))
    , m_retry(new QPushButton(tr("Tr&y again"), this))
    , m_discard(new QPushButton(tr("&Discard…"), this))
{
    auto *title = new QLabel(tr("Outbox"), this);
    setRole(title, TextRole::Title);
    auto *hint = new QLabel(
        tr("Items saved on this PC, waiting for the server. They are sent automatically, in this order."), this);
    hint->setWordWrap(true);
    setRole(hint, TextRole::Muted);
    m_send->setIcon(icon(u"refresh-cw"_s));
    m_retry->setIcon(icon(u"rotate-ccw"_s));
    m_discard->setObjectName(u"discard"_s);
    m_discard->setIcon(icon(u"trash-2"_s));
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    for (QPushButton *button : {m_discard, m_retry, m_open, m_send})
        head->addWidget(button);

    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowFocusDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setIconSize(QSize(18, 18));
    m_table->setAccessibleName(tr("Outbox"));
    setSheet(m_table, [](const QPalette &palette) {
        return u"QTreeView { border: none; background: transparent; } QTreeView::item { height: 44px; "
               "padding: 0 8px; border-bottom: 1px solid %1; } "
               "QTreeView::item:selected { background: %2; color: %3; }"_s.arg(lineColour(palette).name(),
                                                                               toneGround(Tone::Accent, palette).name(),
                                                                               palette.color(QPalette::Text).name());
    });
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(OutboxModel::Of, QHeaderView::Stretch);
    header->setSectionResizeMode(OutboxModel::Standing, QHeaderView::Stretch);
    fitColumns();

    m_empty->setTexts(tr("Looking up what waits…"), {}); // until it is known, nothing is said of it

    auto *card = new QFrame(this);
    makeCard(card);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 6, 1, 6);
    cardLayout->addWidget(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 20, 14);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(hint);
    layout->addWidget(m_banner);
    layout->addWidget(m_unread);
    layout->addWidget(m_reason);
    layout->addWidget(card, 1);
    setFocusProxy(m_table);

    connect(&m_desk, &Desk::outboxChanged, this, &OutboxPage::read);
    connect(&m_desk, &Desk::signedIn, this, &OutboxPage::read);
    connect(&m_desk, &Desk::signedOut, this, [this] { showOutbox({}); });
    connect(&m_desk, &Desk::connectionChanged, this, [this](const ConnectionView &connection) {
        if (sendingOver(connection, m_desk.signInState()) == Sending::Now && std::exchange(m_isLineProblem, false))
            m_banner->hide();
    });
    m_model->setConnection(m_desk.connection());
    connect(&m_desk, &Desk::connectionChanged, m_model, &OutboxModel::setConnection);
    connect(&m_desk, &Desk::uploadProgressed, m_model, &OutboxModel::setProgress);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_hasChosen = m_hasChosen || !m_isFilling;
        showButtons();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &OutboxPage::showButtons);
    connect(m_send, &QPushButton::clicked, this, &OutboxPage::trySending);
    // The row that was chosen goes by itself when it is sent, and another may be in its place.
    const auto chosen = [this] { return m_model->idAt(currentRow()); };
    actAsPressed(m_retry, this, chosen, [this] { retry(); });
    actAsPressed(m_discard, this, chosen, [this] { askDiscard(); });
    const auto open = [this] {
        if (const auto record = m_model->recordOf(currentRow()))
            emit recordChosen(*record);
    };
    actAsPressed(m_open, this, chosen, open);
    connect(m_table, &QTreeView::activated, this, open);
    auto *minute = new QTimer(this); // "5 minutes ago" ages
    minute->start(60'000);
    connect(minute, &QTimer::timeout, m_model, &OutboxModel::repaint);
    showButtons();
    read();
}

// As wide as what the program itself says there in this language and font.
void OutboxPage::fitColumns()
{
    const QFontMetrics metrics(m_table->font());
    int step = 0;
    for (const Step each : allSteps)
        step = qMax(step, metrics.horizontalAdvance(stepName(each)));
    constexpr int beside = 2 * 8 + 8; // the style sheet's padding, and a breath
    QHeaderView *header = m_table->header();
    const auto fit = [header](int column, int content) {
        header->resizeSection(column, qMax(content + beside, header->sectionSizeHint(column)));
    };
    fit(OutboxModel::What, step + m_table->iconSize().width() + 8);
    fit(OutboxModel::Since, whenWidth(metrics, m_clock.now()));
}

void OutboxPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

int OutboxPage::currentRow() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

void OutboxPage::read()
{
    m_desk.outbox(this, [this](const Result<OutboxView> &outbox) {
        if (m_desk.signInState() == SignInState::SignedOut) {
            showOutbox({}); // nobody's
        } else if (outbox) {
            showOutbox(*outbox);
        } else {
            m_unread->showBanner(Tone::Bad, errorText(outbox.error()));
        }
    });
}

void OutboxPage::showOutbox(const OutboxView &outbox)
{
    m_unread->hide();
    const QScopedValueRollback filling(m_isFilling, true);
    const auto chosen = m_model->idAt(currentRow());
    m_model->setOutbox(outbox);
    m_empty->setTexts(tr("Everything has been sent"),
                      tr("What you write without a network waits here, and goes out by itself."));
    m_stack->setCurrentWidget(outbox.isEmpty() ? m_empty : static_cast<QWidget *>(m_table));
    // What the person chose and has gone leaves nothing chosen: no step hits what nobody chose.
    const int row = chosen ? m_model->rowOf(*chosen) : -1;
    m_hasChosen = m_hasChosen && !outbox.isEmpty();
    m_table->setCurrentIndex(m_model->index(row < 0 && !m_hasChosen ? 0 : row, 0));
    showButtons();
    emit countsChanged(m_model->counts());
}

void OutboxPage::showButtons()
{
    const int row = currentRow();
    const WaitingCommand *command = m_model->command(row);
    const WaitingPicture *picture = m_model->picture(row);
    const UnsavedText *unsaved = m_model->unsaved(row);
    const bool isRefused =
        (command && command->state == WaitingState::Refused) || (picture && picture->refusal.has_value());
    // Of what is chosen; its line says only that it is so.
    QString reason = m_model->reason(row);
    const bool isEntry = command && command->noun != nouns::article;
    if (command && command->refusal && !isEntry && !reason.isEmpty() && reason != errorText(*command->refusal))
        // no list helps here: what can be done is behind these buttons
        reason += u' ' + tr("Open the article to keep its text as a new draft, or discard this here.");
    if (reason.isEmpty())
        m_reason->hide();
    else
        m_reason->showBanner(unsaved && unsaved->isTriedAgain ? Tone::Warning : Tone::Bad, reason);
    const auto record = m_model->recordOf(row);
    m_open->setVisible(record.has_value());
    m_open->setText(record && record->noun != nouns::article ? tr("&Open the entry") : tr("&Open the article"));
    m_retry->setVisible(isRefused || unsaved);
    const bool canBeTakenBack = m_model->canBeTakenBack(row);
    m_discard->setText(canBeTakenBack ? tr("Do &not send…") : tr("&Discard…"));
    m_discard->setVisible(isRefused || canBeTakenBack);
    m_send->setVisible(m_model->rowCount() > 0);
}

Callback<void> OutboxPage::answer()
{
    return [this](const Result<void> &result) {
        m_isLineProblem = false;
        if (result)
            m_banner->hide();
        else
            m_banner->showBanner(Tone::Bad, errorText(result.error()));
    };
}

void OutboxPage::trySending()
{
    m_send->setEnabled(false);
    m_desk.sync(this, [this](const Result<void> &result) {
        m_send->setEnabled(true);
        answer()(result);
        m_isLineProblem = !result;
    });
}

void OutboxPage::retry()
{
    if (const WaitingCommand *command = m_model->command(currentRow()))
        m_desk.retry(command->request, this, answer());
    else if (const UnsavedText *text = m_model->unsaved(currentRow()))
        m_desk.save(text->article, this, answer());
    else if (const WaitingPicture *picture = m_model->picture(currentRow()))
        m_desk.retryPicture(picture->media, this, answer());
}

void OutboxPage::askDiscard()
{
    const int row = currentRow();
    const auto id = m_model->idAt(row);
    if (!id)
        return;
    const QString of = m_model->index(row, OutboxModel::Of).data().toString();
    const WaitingCommand *command = m_model->command(row);
    const bool isStep = command && command->step != Step::Save;
    const bool isEntry = command && command->noun != nouns::article;
    QString text = isStep && isEntry
        ? tr("Not send “%1” of “%2”? The entry stays as the server has it.").arg(stepName(command->step), of)
        : isStep ? tr("Not send “%1” of “%2”? The article stays as the server has it.").arg(stepName(command->step), of)
        : isEntry ? tr("Discard what was saved of “%1” and waits here? This cannot be undone.").arg(of)
        : command ? tr("Discard the text of “%1” that waits here? This cannot be undone.").arg(of)
                  : tr("Discard the picture “%1”? This cannot be undone.").arg(of);
    if (const int behind = command ? m_model->behind(row) : 0; behind > 0)
        text += u' '
            + (isEntry ? tr("%Ln more step(s) behind it, for the same entry, go too.", nullptr, behind)
                       : tr("%Ln more step(s) behind it, for the same article, go too.", nullptr, behind));
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Discard"), text, QMessageBox::NoButton, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(isStep ? tr("Do &not send") : tr("&Discard"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("&Cancel"), QMessageBox::RejectRole));
    // What was asked about, even if the rows are others by the time of the answer.
    connect(yes, &QPushButton::clicked, this, [this, id = *id] { discard(id); });
    connect(&m_desk, &Desk::signedOut, question, &QDialog::reject);
    askQuestion(question);
}

void OutboxPage::discard(const WaitingId &id)
{
    if (const auto *request = std::get_if<RequestId>(&id))
        m_desk.discard(*request, this, answer());
    else if (const auto *media = std::get_if<MediaId>(&id))
        m_desk.discardPicture(*media, this, answer());
}

} // namespace toasoan
