"""Four processes that write without a pause until they are told to end: files with their rows, jobs, events of the chain.

Started by the test of the backup, with the work as JSON in the first argument; imports the application once, then divides itself.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from app import create_app
from app.documents.keeping import simpan
from app.extensions import db
from app.steps.acting import acting
from app.steps.events import catat
from app.steps.pekerjaan import antre
from tests.people import Staff


def write(app: Any, number: int, end: Path, begun: Path) -> None:
    """One transaction after another: a file, a job, an event that names the file."""
    with app.app_context():
        officer, count = Staff()["verifikator"], 0
        while not end.exists():
            with acting(officer) as session:
                content = os.urandom(2000)
                row = simpan(session, content, nama=f"{number}-{count}.bin", mime="x/y", officer_id=officer.id)
                antre(session, "sapu_berkas", f"{number}-{count}")
                session.flush()
                told = {"sha256": row.sha256}
                catat(session, officer=officer, objek_jenis="unggahan", objek_id=row.id, verb="uji", ringkasan=told)
            count += 1
            (begun / str(number)).write_text(str(count))
        db.session.remove()
        db.engine.dispose()


def divide(work: dict[str, Any]) -> int:
    """-> how many of the processes failed."""
    settings = {"TESTING": True, "SQLALCHEMY_DATABASE_URI": work["database"], "SIDIK_FILES_URL": work["files"]}
    app = create_app(settings | {"SIDIK_INSTANCE": work["folder"]}, front=False)
    folder, children = Path(work["folder"]), []
    for number in range(work["processes"]):
        child = os.fork()
        if child == 0:
            write(app, number, folder / "selesai", folder / "mulai")
            os._exit(0)
        children.append(child)
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


if __name__ == "__main__":
    sys.exit(divide(json.loads(sys.argv[1])))
