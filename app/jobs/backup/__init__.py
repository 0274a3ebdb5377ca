"""Backup and restore of the whole office: database first, files second, one sealed file."""
