"""Our way back: PPID Utama asks the Tim to consider again."""

from app.steps.tolak_persetujuan import effect as effect
from app.steps.tolak_persetujuan import missing as missing
