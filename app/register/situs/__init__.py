"""Other sites on which a decree is announced: one interface for all kinds, an outbox, and the check of what leaves."""
