// Why: facts stand under each other with their names beside them, and wrap where the window is narrow.
#pragma once

#include <vector>

#include <QStringList>
#include <QWidget>

namespace certwright::wizard {

// Head says whether the first row is the head of a table.
enum class Head { None, FirstRow };

// factGrid makes a grid of plain-text labels of `rows`, the first column secondary; belongs to `parent`.
QWidget* factGrid(const std::vector<QStringList>& rows, Head head, QWidget* parent);

} // namespace certwright::wizard
