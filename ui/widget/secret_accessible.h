// Why: a screen reader must know a password field as one, and must not be able to read it.
#pragma once

namespace certwright::widget {

// makeSecretFieldsAccessible tells the accessibility bridge about SecretField; again does nothing.
void makeSecretFieldsAccessible();

} // namespace certwright::widget
