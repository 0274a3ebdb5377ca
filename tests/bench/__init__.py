"""Benchmarks, never part of the test suite: each side by side with a peer in one run, the sides taken in turn."""
