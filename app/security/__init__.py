"""Who may, and which rows: officers, the row scope, the grants of the SOP's roles, headers."""
