"""Anonymous pages: the public register, announced decrees, verification of a paper, and the probes. Reads the allow-list only."""

from flask import Blueprint, Flask, Response, session

from app.public import data as data  # hangs its routes on the blueprint of the register
from app.public import jawaban, probes, verify
from app.public import pages as pages  # so does this


def register(app: Flask) -> None:
    """Hang the anonymous blueprint on the app."""
    every: tuple[Blueprint, ...] = (jawaban.blueprint, verify.blueprint, probes.blueprint)
    for blueprint in every:
        app.register_blueprint(blueprint)

    @app.after_request
    def no_cookie(response: Response) -> Response:
        """A page that anybody may keep says nothing about who asked; the language of the panel is no concern here."""
        if response.headers.get("Cache-Control", "").startswith("public"):
            session.modified = False
        return response
