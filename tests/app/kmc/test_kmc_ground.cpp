// Why: placeholder.
