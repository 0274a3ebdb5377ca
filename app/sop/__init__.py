"""The procedure as data: the SOP sheet, its moves, actors and papers. Plain Python; it never imports Flask or SQLAlchemy."""
