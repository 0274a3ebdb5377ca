"""One butir is postponed to a later berkas."""

from app.steps.minta_perbaikan import effect as effect
from app.steps.minta_perbaikan import guard as guard
from app.steps.minta_perbaikan import missing as missing
