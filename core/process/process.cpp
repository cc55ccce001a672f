// Why: see process.h.
#include "core/process/process.h"
