// Chooses the size of a table by pointing, as in Word; arrow keys and Enter do the same.
#pragma once

#include <QWidget>

namespace toasoan {

class TableGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit TableGrid(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(int rows, int columns);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void point(int rows, int columns);

    int m_rows = 3;
    int m_columns = 3;
};

} // namespace toasoan
