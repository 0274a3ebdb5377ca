"""Anonymous pages: the public register, announced decrees, verification of a paper, and the probes. Reads the allow-list only."""

from flask import Flask

from app.public import pages, probes, verify


def register(app: Flask) -> None:
    """Hang the anonymous blueprint on the app."""
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(verify.blueprint)
    app.register_blueprint(probes.blueprint)
