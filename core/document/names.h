// Why: distinguished and alternative names are written by strangers in many string types; here they become
// text for people and a form that compares as OpenSSL compares.
#pragma once

#include <vector>

#include "core/document/facts.h"
#include "core/document/reading.h"

struct X509_name_st;
struct stack_st_GENERAL_NAME;

namespace certwright::document {

// nameOf reads a distinguished name; fails if it cannot be written as text.
Reading<Name> nameOf(const X509_name_st* name);
// nameOf reads the DER of one.
Reading<Name> nameOf(base::ByteView der);
// altNamesOf reads subject alternative names in their order.
Reading<std::vector<AltName>> altNamesOf(const stack_st_GENERAL_NAME* names);
// ipText writes 4 octets as 192.0.2.1 and 16 as RFC 5952 does (2001:db8::1); others as hexadecimal.
std::string ipText(base::ByteView address);

} // namespace certwright::document
