"""The evidence bundle of a dispute: one archive of papers, tables and the hash chain, and the one file that verifies it."""
