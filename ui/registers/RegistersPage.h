// The registers of the newsroom: which there are, and the entries of one, as its description has it: columns, filters
// with counts, search, order. Lives in the GUI thread.
#pragma once

#include "ui/registers/EntryListModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSettings;
class QStackedWidget;
class QTableView;
class QTimer;

namespace toasoan {

class Banner;
class EmptyState;
class EntryTitles;
class FlowLayout;

class RegistersPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RegistersPage(Desk &desk, QWidget *parent = nullptr);

    /// Which register was chosen last, and the order of each, are kept there. `settings` must outlive it.
    void rememberIn(QSettings &settings);
    /// Shows that register; nothing happens if the person has none of that noun.
    void showRegister(const Noun &noun);
    /// Null while there is none for this person.
    [[nodiscard]] const Noun &noun() const { return m_noun; }
    [[nodiscard]] EntryListModel &model() const { return *m_model; }
    /// Marks that entry's row, if it is listed: where somebody comes back from it.
    void mark(const Key &key);
    /// Begins a new entry of the register that is shown, as its button does.
    void add();

signals:
    void entryChosen(const toasoan::Key &key);
    void newEntryWanted(const toasoan::Noun &noun);
    /// Something went well, in a sentence.
    void done(const QString &sentence);
    /// The list of those that there are for this person is another.
    void registersChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Way
    {
        Up,
        Down
    };
    struct Facet
    {
        QString field;
        QComboBox *box;
    };

    void buildHead(QWidget *right);
    void buildTable();
    void connectAll();
    void learnRegisters();
    void follow(const Register &described);
    void buildFacets();
    void fillFacets();
    void fillFacet(const Facet &facet);
    [[nodiscard]] QString codeText(const Field &field, const QString &code) const;
    void applyFilters();
    void clearFilters();
    [[nodiscard]] bool isFiltered() const;
    void sortBy(const QString &order, bool isReversed);
    void showOrder();
    void fitColumns();
    struct ColumnRoom
    {
        int wanted = 0; ///< in pixels
        int least = 0;
    };
    [[nodiscard]] ColumnRoom roomOf(int column) const;
    void showPhase();
    void showEmpty();
    void showButtons();
    void showNames();
    void openMenu(const QPoint &at);
    void open(const QModelIndex &index);
    void step(Step step);
    [[nodiscard]] const EntryLine *current() const;
    [[nodiscard]] bool isArranged() const;
    [[nodiscard]] bool canMove(Way way) const;
    void move(Way way);
    void keepMoved(const Key &key, const QString &rank);
    void endMove(const Result<void> &moved);
    [[nodiscard]] QString rankAt(int row) const;
    [[nodiscard]] QString settingOf(const QString &what) const;

    Desk &m_desk;
    EntryTitles *m_titles;
    EntryListModel *m_model;
    Noun m_noun;
    QListWidget *m_registers;
    QLabel *m_title;
    QLabel *m_count;
    QLabel *m_about;
    QPushButton *m_add;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_reopen;
    QLineEdit *m_search;
    QComboBox *m_states;
    QPushButton *m_clear;
    QWidget *m_filters;
    FlowLayout *m_filterRow;
    std::vector<Facet> m_facets;
    QLabel *m_filling; ///< that the list is being made, and how far
    Banner *m_problem; ///< what the desk answered to a step
    Banner *m_stale; ///< that what is shown could not be read anew
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    QTimer *m_searchTimer;
    QSettings *m_settings = nullptr;
    QString m_order; ///< of EntryFilter
    bool m_isReversed = false;
    bool m_isMoving = false; ///< an entry is being put at another place
    bool m_isAnswered = false; ///< what is shown is an answer of the desk
    RecordId m_wanted; ///< whose row is to be marked when it is there
    std::function<void()> m_emptyAction; ///< of the button where there is nothing to list
};

} // namespace toasoan
