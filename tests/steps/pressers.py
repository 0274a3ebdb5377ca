"""Many processes that press the same move at once: started by the race tests, with the work as JSON in the first argument.

One process imports the application and rehearses the move, then divides itself: eight imports would measure imports.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from app import create_app
from app.errors import SidikError
from app.extensions import db
from app.steps.perform import perform
from tests.people import Staff
from tests.steps.thrown import rehearse


def press(app: Any, work: dict[str, Any], ready: int, go: int) -> list[str]:
    """Press the verb on every case; -> "done", "repeated", or the name of the refusal."""
    answers = []
    with app.app_context():
        officer = Staff()[work["who"]]
        db.session.rollback()
        os.write(ready, b".")
        os.read(go, 1)
        for ident in work["cases"]:
            operation = f"{work['operation']}-{ident}" if work["operation"] else None
            door = {"officer": officer, "operation": operation, "data": dict(work["data"])}
            try:
                answers.append("repeated" if perform(work["kind"], ident, work["verb"], **door).diulang else "done")
            except SidikError as refused:
                answers.append(type(refused).__name__)
        db.session.remove()
        db.engine.dispose()
    return answers


def divide(work: dict[str, Any]) -> int:
    """Start the processes, let them go at one moment, wait for all; -> how many failed."""
    settings = {"TESTING": True, "SQLALCHEMY_DATABASE_URI": work["database"], "SIDIK_FILES_URL": work["files"]}
    app = create_app(settings | {"SIDIK_INSTANCE": work["folder"]}, front=False)
    with app.app_context():
        officer = Staff()[work["who"]]
        rehearse(
            lambda: perform(work["kind"], work["cases"][0], work["verb"], officer=officer, data=dict(work["data"]))
        )
    (heard, ready), (go, say) = os.pipe(), os.pipe()
    children = []
    for number in range(work["processes"]):
        child = os.fork()
        if child == 0:
            answers = press(app, work, ready, go)
            (Path(work["folder"]) / f"answers-{number}.json").write_text(json.dumps(answers))
            os._exit(0)
        children.append(child)
    for _ in children:
        os.read(heard, 1)
    os.write(say, b"." * len(children))
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


if __name__ == "__main__":
    sys.exit(divide(json.loads(sys.argv[1])))
