"""Search: one index for everything the platform can show, in plain SQL, the same on every database."""
