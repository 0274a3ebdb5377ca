"""Offices at any stage, to be counted."""

from tests.stages import case as case
from tests.stages import dialect as dialect
from tests.stages import office as office
from tests.stages import stages as stages
