// Why: servers under test listen on ports of this computer that nobody else uses.
#pragma once

namespace certwright::test {

// freePort returns a TCP port of 127.0.0.1 that nobody listens at; 0 if there is none.
int freePort();
// isListening tells whether somebody takes connections at 127.0.0.1:port.
bool isListening(int port);

} // namespace certwright::test
