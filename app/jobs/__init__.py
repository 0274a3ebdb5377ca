"""Periodic and background work, and the demo world: thin callers of the rooms below."""
