"""The calendar of an Indonesian office: working days and hours, terms, dates in words. No database, no web."""
