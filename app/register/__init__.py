"""What leaves the building: the public columns, the published entries, expiry."""
