"""The commands of `flask --app run …`: thin faces of the rooms, one file per noun. Wiring: no room imports it."""
