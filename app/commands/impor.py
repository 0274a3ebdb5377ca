"""`flask impor usulan`: read the spreadsheet of an agency into a draft proposal, with the rules of the screens."""

from flask.cli import AppGroup

impor = AppGroup("impor", help="Impor data dari lembar kerja.")
