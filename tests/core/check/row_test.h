// Why: the tests of the rules are tables of the same kind; this is how a table is filled and compared.
#pragma once

#include <QTest>

#include "tests/core/check/scene.h"

Q_DECLARE_METATYPE(certwright::test::Row)

namespace certwright::test {

inline void startRows() {
    QTest::addColumn<Row>("row");
}

// orderRow changes what is ordered; sceneRow changes the good scene itself. `expected` is everything that is
// said.
inline void orderRow(const char* name, std::function<void(Order&)> change,
                     std::vector<std::string> expected = {}) {
    QTest::newRow(name) << Row{std::move(change), {}, std::move(expected)};
}
inline void sceneRow(const char* name, std::function<void(Scene&)> change,
                     std::vector<std::string> expected = {}) {
    QTest::newRow(name) << Row{{}, std::move(change), std::move(expected)};
}

// joined makes one readable text for QCOMPARE.
inline QString joined(const std::vector<std::string>& lines) {
    QStringList list;
    for (const std::string& line : lines)
        list << QString::fromStdString(line);
    return list.join(" | ");
}

inline void compareRow() {
    QFETCH(Row, row);
    QCOMPARE(joined(judgeRow(row)), joined(row.expected));
}

} // namespace certwright::test
