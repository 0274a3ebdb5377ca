"""Cases that stand anywhere in the SOP, for what is told of them."""

from tests.stages import case as case
from tests.stages import dialect as dialect
from tests.stages import office as office
from tests.stages import stages as stages
