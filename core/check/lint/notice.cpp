// Why: see notice.h. A NoticeReference is a SEQUENCE, and a text never is.
#include "core/check/lint/notice.h"

namespace certwright::check {

std::optional<ossl::DerElement> noticeText(const ossl::DerElement& notice) {
    ossl::DerReader reader(notice.content);
    reader.next(ossl::Tag::Sequence);
    return reader.next();
}

bool refersToNotice(const ossl::DerElement& notice) {
    return ossl::DerReader(notice.content).peek() == ossl::Tag::Sequence;
}

} // namespace certwright::check
