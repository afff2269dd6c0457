"""Everything that can happen to a card before the public sees it: one verb, one function, one transaction, one fact."""
