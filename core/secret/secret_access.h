// Why: who may read a secret should be visible in signatures and findable by a search.
#pragma once

namespace certwright::secret {

// SecretAccess is the token without which a SecretBytes cannot be read. Only composition roots (app/) and
// tests make one, by grant(); everything else receives it as an argument. tests/architecture holds the code
// to that.
class SecretAccess {
  public:
    static SecretAccess grant() { return {}; }

  private:
    SecretAccess() = default;
};

} // namespace certwright::secret
