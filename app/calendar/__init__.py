"""The calendar of an Indonesian office: working days, working hours, terms and dates in words. Pure: no database, no web."""
