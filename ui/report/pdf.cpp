// Why: see pdf.h.
#include "ui/report/pdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QThread>

#include "ui/report/print_html.h"

namespace certwright::report {

namespace {

constexpr int dotsPerInch = 300;
constexpr double margin = 15; // millimetres
constexpr double bodySize = 9.5;
constexpr double footerSize = 7.5;

// What a Latin font lacks is taken from the next: the one for simplified Chinese, not for Japanese.
QStringList families(text::Language first) {
    const QStringList latin{QStringLiteral("Segoe UI"), QStringLiteral("Noto Sans"),
                            QStringLiteral("DejaVu Sans")};
    const QStringList chinese{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Microsoft YaHei"),
                              QStringLiteral("PingFang SC"), QStringLiteral("WenQuanYi Micro Hei")};
    return first == text::Language::Chinese ? chinese + latin : latin + chinese;
}

QString pageText(const std::vector<text::Record>& records, int page, int pages) {
    QStringList texts;
    for (const text::Record& record : records) {
        const text::Phrasebook book(record.language);
        texts << book.say("report", "Page %1 of %2").arg(QString::number(page), QString::number(pages));
    }
    return texts.join(QStringLiteral(" / "));
}

QString titleOf(const std::vector<text::Record>& records) {
    QStringList texts;
    for (const text::Record& record : records)
        texts << record.title;
    return texts.join(QStringLiteral(" / "));
}

void draw(const std::vector<text::Record>& records, QByteArray& out) {
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
        writer.setTitle(titleOf(records));
        writer.setCreator(QStringLiteral("Certwright"));
        QFont font;
        font.setFamilies(families(records.front().language));
        font.setPointSizeF(footerSize);
        QPainter painter(&writer);
        painter.setFont(font);
        const int footer = painter.fontMetrics().height() * 2;
        const QRectF sheet(0, 0, writer.width(), writer.height() - footer);

        QTextDocument document;
        document.documentLayout()->setPaintDevice(&writer);
        font.setPointSizeF(bodySize);
        document.setDefaultFont(font);
        document.setDocumentMargin(0);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        document.setDefaultTextOption(option);
        const auto layOut = [&](Signatures signatures) {
            document.setHtml(printHtml(records, signatures));
            document.setPageSize(sheet.size());
            return document.pageCount();
        };
        const int before = layOut(Signatures::None);
        const int whole = layOut(Signatures::Following);
        const int pages = whole > before ? layOut(Signatures::OnNewPage) : whole;

        for (int page = 0; page < pages; ++page) {
            if (page > 0)
                writer.newPage();
            painter.save();
            painter.translate(0, -page * sheet.height());
            QAbstractTextDocumentLayout::PaintContext context;
            context.clip = sheet.translated(0, page * sheet.height());
            context.palette.setColor(QPalette::Text, Qt::black);
            painter.setClipRect(context.clip);
            document.documentLayout()->draw(&painter, context);
            painter.restore();
            painter.drawText(QRectF(0, sheet.height(), sheet.width(), footer),
                             Qt::AlignBottom | Qt::AlignRight, pageText(records, page + 1, pages));
        }
    }
}

} // namespace

base::Bytes pdfOf(const std::vector<text::Record>& records) {
    QByteArray out;
    // The layout starts timers, which want a thread of Qt's.
    const std::unique_ptr<QThread> thread(QThread::create([&] { draw(records, out); }));
    thread->start();
    thread->wait();
    return {out.begin(), out.end()};
}

} // namespace certwright::report
