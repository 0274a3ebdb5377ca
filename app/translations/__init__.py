"""The Indonesian catalogues of FAB and WTForms, and their compiler."""
