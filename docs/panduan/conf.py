"""Sphinx: the manual as a site of its own (`make docs`). The panel shows the same files."""

project = "Panduan SIDIK"
author = "PPID Provinsi Banten"
language = "id"
extensions = ["myst_parser"]
myst_heading_anchors = 3
html_theme = "alabaster"
html_theme_options = {"font_family": "system-ui, sans-serif", "fixed_sidebar": False}
html_show_sphinx = False
html_copy_source = False
